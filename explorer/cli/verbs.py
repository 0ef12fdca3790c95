"""The verbs: each reads its question, asks the core once, and gives an answer to print."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from explorer.citing import cited, conflicts_about
from explorer.cli.answer import Answer, together
from explorer.cli.reading import body_in, day_in, kind_in, region_in
from explorer.counts import ledger
from explorer.crosswalk import crosswalk
from explorer.diff import diff, steps
from explorer.duties.holders import find_function
from explorer.lineage import lineage
from explorer.look import day_words
from explorer.model import Registry
from explorer.narrative.changes import diff_paragraph
from explorer.narrative.duties import duty_sentences
from explorer.narrative.sentence import source_line
from explorer.narrative.story import what_happened
from explorer.narrative.views import (
    crosswalk_sentence,
    ledger_sentence,
    lineage_sentence,
    snapshot_sentence,
)
from explorer.paths.breaks import check_line
from explorer.plans import plans
from explorer.responsibilities import duty
from explorer.search import search
from explorer.sheets import bodies, changes, duties, records, stories
from explorer.snapshot import snapshot

BODY = ("id", "name", "kind", "opened", "closed", "ods_code")


def counts(registry: Registry, asked: Namespace) -> Answer:
    shown = snapshot(registry, day_in(registry, asked.on))
    return Answer(bodies.counts(shown), before=(snapshot_sentence(shown),), after=shown.notes)


def snapshot_verb(registry: Registry, asked: Namespace) -> Answer:
    when, _, _, under = together(
        lambda: day_in(registry, asked.on),
        lambda: kind_in(registry, asked.kind),
        lambda: region_in(registry, asked.region),
        lambda: body_in(registry, asked.under).id if asked.under else None,
    )
    shown = snapshot(
        registry, when, kind=asked.kind, region=asked.region, under=under, exact=asked.exact
    )
    return Answer(
        bodies.bodies(shown), before=(snapshot_sentence(shown),), shown=BODY, after=shown.notes
    )


def diff_verb(registry: Registry, asked: Namespace) -> Answer:
    start, end, kind, region = together(
        lambda: day_in(registry, asked.start),
        lambda: day_in(registry, asked.end),
        lambda: kind_in(registry, asked.kind),
        lambda: region_in(registry, asked.region),
    )
    part = {"kind": kind, "region": region, "exact": asked.exact}
    found = diff(registry, start, end, **part)
    if not asked.stepwise:
        return Answer(
            changes.changes(found),
            document=lambda: changes.document(found),
            before=(diff_paragraph(found),),
            shown=("change", "id", "name", "kind", "date", "what", "before", "after"),
        )
    taken = steps(registry, start, end, **part)
    return Answer(
        changes.stepwise(registry, taken),
        document=lambda: {
            **changes.document(found),
            "steps": [changes.document(step, continued=False) for step in taken],
        },
        before=(diff_paragraph(found), *map(diff_paragraph, taken)),
        shown=("step", "change", "id", "name", "kind", "what", "before", "after"),
    )


def lineage_verb(registry: Registry, asked: Namespace) -> Answer:
    asked_lines = asked.line or ()
    body, *lines = together(
        lambda: body_in(registry, asked.body),
        *(partial(check_line, registry, line) for line in asked_lines),
    )
    found = lineage(
        registry, body.id, back=asked.back, forward=asked.forward, lines=tuple(lines) or None
    )
    people, arcs = bodies.relatives(found), bodies.successions(found)
    return Answer(
        people if asked.rows == "organisations" else arcs,
        document=lambda: {
            "organisation": body.id,
            "lines": list(found.lines),
            "organisations": people.records,
            "successions": arcs.records,
        },
        before=(lineage_sentence(found),),
        shown=()
        if asked.rows == "organisations"
        else ("date", "from_id", "from_name", "kind", "to_id", "to_name", "share", "basis"),
    )


def story(registry: Registry, asked: Namespace) -> Answer:
    body = body_in(registry, asked.body)
    told = what_happened(registry, body.id)
    numbered = tuple(f"[{place}] {source_line(s)}" for place, s in enumerate(told.sources, 1))
    return Answer(
        stories.sentences(told),
        document=lambda: stories.document(body.id, told),
        before=(told.title, "", *told.referenced.split("\n")),
        shown=None,
        after=("Sources", *numbered),
    )


def crosswalk_verb(registry: Registry, asked: Namespace) -> Answer:
    start, end, *_ = together(
        lambda: day_in(registry, asked.start),
        lambda: day_in(registry, asked.end),
        lambda: kind_in(registry, asked.kind),
        lambda: kind_in(registry, asked.to_kind),
        lambda: asked.line and check_line(registry, asked.line),
    )
    found = crosswalk(
        registry,
        start,
        end,
        kind=asked.kind,
        to_kind=asked.to_kind,
        line=asked.line,
        basis=asked.basis,
        exact=asked.exact,
    )
    return Answer(
        records.crosswalk(found),
        before=(crosswalk_sentence(found),),
        shown=("from_id", "from_name", "to_id", "to_name", "weight", "basis", "status", "note"),
    )


def search_verb(registry: Registry, asked: Namespace) -> Answer:
    when = day_in(registry, asked.on) if asked.on else None
    found = search(registry, asked.text, day=when, limit=asked.limit)
    none = () if found else (f"Nothing found for '{asked.text}'.",)
    shown = ("id", "title", "matched", "field", "approximate", "closed_note", "caution")
    return Answer(bodies.hits(registry, found), before=none, shown=shown)


def ledger_verb(registry: Registry, asked: Namespace) -> Answer:
    rows = ledger(registry)
    shown = ("kind", "date", "scope", "ours", "published", "gap", "reason", "why", "source_id")
    return Answer(records.ledger(registry, rows), before=(ledger_sentence(rows),), shown=shown)


def plans_verb(registry: Registry, asked: Namespace) -> Answer:
    found = plans(registry, asked.subject)
    none = () if found else ("The record has no plan for this.",)
    shown = ("subject", "what", "published", "planned_from", "planned", "actual", "verdict")
    return Answer(
        duties.plans(registry, found),
        before=none,
        shown=(*shown, "slip_months", "uncounted"),
    )


def holds(registry: Registry, asked: Namespace) -> Answer:
    function, when = together(
        lambda: find_function(registry, asked.function), lambda: day_in(registry, asked.on)
    )
    span = duty(registry, function.id, when)
    said = duty_sentences(registry, function.id, when, span)
    known = registry.edition.as_known_on
    late = (f"The record is as known on {day_words(known)}.",) if when > known else ()
    return Answer(
        duties.holders(registry, function.id, span),
        before=tuple(map(str, said)),
        shown=("holder", "role", "from", "to", "basis", "certain", "source_id") if span.held
        else None,
        after=late,
    )  # fmt: skip


def sources(registry: Registry, asked: Namespace) -> Answer:
    body = body_in(registry, asked.body)
    differ = tuple(
        f"Sources differ on {each.column or each.table}: kept {each.kept} ({each.kept_source}); "
        f"other {each.other} ({each.other_source}). {each.why}".strip()
        for each in conflicts_about(registry, body)
    )
    shown = ("source_id", "title", "publisher", "date", "supports")
    return Answer(records.sources(cited(registry, body)), shown=shown, after=differ)
