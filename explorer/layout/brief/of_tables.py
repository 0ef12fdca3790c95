"""Brief drawings of what other pages tell in tables: numbers, claims, plans, hand-overs."""

from __future__ import annotations

from collections import Counter

from explorer.counts import BODIES, ENGLAND, ledger
from explorer.duties.holder_names import holder_name
from explorer.layout.brief.amounts import Amount, Amounts
from explorer.layout.brief.told import Told
from explorer.layout.milestones.agenda import WHITE_PAPER_2010, agenda_of
from explorer.layout.milestones.rows import PlanLine, rows
from explorer.look import counted, day_words, listed, lower_first, upper_first
from explorer.model import PublishedCount, Registry
from explorer.period import day as day_of
from explorer.plans import Milestone, Outcome, plans
from explorer.responsibilities import transfers_on
from explorer.teaching.claims import claims
from explorer.teaching.words import VERDICT
from explorer.view import ViewState

_FEW = 3  # numbers of a kind below which like kinds are shown beside it
_PROPOSED = "proposed"  # the measure of a number that was a plan


def of_counts(registry: Registry, view: ViewState) -> Amounts:
    """The numbers that sources give of a kind, in order of date, each once, beside ours; where
    there are hardly any, those of like kinds as well."""
    whole = [row for row in ledger(registry) if _whole(row.count)]
    known = [row for row in whole if view.kind in (None, row.count.kind)]
    alike = len(known) < _FEW and view.kind in registry.kinds
    if alike:
        tier = registry.kinds[view.kind].tier
        known = [row for row in whole if registry.kinds[row.count.kind].tier == tier]
    ours = any(row.ours is not None for row in known)
    found: dict[Amount, None] = {}
    for row in sorted(known, key=lambda row: (row.count.date.last, row.count.date.first)):
        said = "not listed" if row.ours is None else ""
        plan = row.count.measure == _PROPOSED
        label = f"{day_words(row.count.date)}{', planned' if plan else ''}"
        if alike:
            label = f"{registry.kinds[row.count.kind].plural}, {label}"
        number = None if plan or row.ours is None else float(row.ours)
        values = (row.count.count, number) if ours else (row.count.count,)
        found[Amount(label, values, row.count.kind, "" if plan else said)] = None
    name = registry.kinds[view.kind].plural if view.kind else "Bodies"
    heads = ("Published", "In the record") if ours else ("Published",)
    return Amounts(f"{name}: numbers with their dates", heads, tuple(found), ("number", "numbers"))


def _whole(row: PublishedCount) -> bool:
    return row.measure in (BODIES, _PROPOSED) and row.scope == ENGLAND


def of_claims(registry: Registry, view: ViewState) -> Told:
    """What articles say, and what the record notes on it; the article with most comes first."""
    found = [each for each in claims(registry) if view.verdict in (None, each.verdict)]
    share = Counter(each.claim.document_id for each in found)
    found.sort(key=lambda each: -share[each.claim.document_id])
    told = tuple(
        (f"“{each.claim.claim}”", upper_first(each.claim.note) or VERDICT[each.verdict])
        for each in found
    )
    named = f": {lower_first(VERDICT[view.verdict])}" if view.verdict in VERDICT else ""
    return Told(f"What articles say{named}", ("The article", "The record"), told,
                ("claim", "claims"))  # fmt: skip


def of_milestone(registry: Registry, view: ViewState) -> Told:
    """Each plan for one milestone, and by how much it missed what happened."""
    found = [each for each in plans(registry) if each.id == view.milestone]
    (row,) = rows(registry, found, agenda_of(registry, found))
    came = listed(each.words for each in row.happened if each.words)
    pairs = tuple((f"{upper_first(line.when)} ({line.said})", _missed(line)) for line in row.lines)
    return Told(
        f"{row.title}. What happened: {came}" if came else row.title,
        ("Planned for", "Outcome"),
        pairs,
        ("plan", "plans"),
    )


def _missed(line: PlanLine) -> str:
    words = " ".join(part for part in line.slip if part)
    return ": ".join(part for part in (upper_first(words), line.aside) if part)


def of_plans(registry: Registry) -> Amounts:
    """The milestones of the White Paper of 2010 with the months by which the first plan slipped."""
    by_id = {each.id: each for each in plans(registry)}
    chosen = [by_id[name] for name in WHITE_PAPER_2010.milestones if name in by_id]
    slips = tuple(_slip(each) for each in chosen)
    return Amounts("Months between the first plan and what happened", ("Months late",), slips,
                   ("milestone", "milestones"))  # fmt: skip


def _slip(milestone: Milestone) -> Amount:
    first: Outcome = milestone.plans[0]
    plan = first.plan
    title, _ = WHITE_PAPER_2010.titles.get(milestone.id, (upper_first(plan.what), ""))
    planned = f"planned {day_words(plan.planned)}" if plan.planned else ""
    came = f"came {day_words(plan.actual)}" if plan.actual else "no day known"
    months = None if first.slip_months is None else float(first.slip_months)
    words = ", ".join(part for part in (planned, came) if part)
    return Amount(title, (months,), said=words, aside=words)


def of_handovers(registry: Registry, view: ViewState) -> Amounts:
    """How many functions passed between whom on the day; who gave most comes first."""
    day = day_of(view.when)
    moved = [each.transfer for each in transfers_on(registry, day)]
    named = {
        (sort, name): holder_name(registry, sort, name, day)
        for each in moved
        for sort, name in ((each.from_type, each.from_id), (each.to_type, each.to_id))
    }
    pairs = Counter(((each.from_type, each.from_id), (each.to_type, each.to_id)) for each in moved)
    gave = Counter((each.from_type, each.from_id) for each in moved)
    passed = tuple(
        Amount(f"{named[giver].text} → {named[taker].said}", (float(number),),
               named[taker].kind)
        for (giver, taker), number in sorted(
            pairs.items(), key=lambda pair: (-gave[pair[0][0]], -pair[1])
        )
    )  # fmt: skip
    head = f"{counted(len({t.function_id for t in moved}), 'function', 'functions')} changed hands"
    return Amounts(f"{head} on {day_words(day)}", ("Functions",), passed, ("passing", "passings"))
