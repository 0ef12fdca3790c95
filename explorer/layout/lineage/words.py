"""The words of the lineage drawing: stubs, ends, heads, headline. No facts are made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from explorer.layout.kinds import kind_counts
from explorer.layout.lineage.actors import Actor, Cast, Stub
from explorer.layout.lineage.closure import SMALL
from explorer.layout.lineage.names import ShortName
from explorer.look import at_words, counted, day_words, listed, lower_first, percent, upper_first
from explorer.model import Organisation, Registry, Succession
from explorer.naming import display_name
from explorer.paths.breaks import Break
from explorer.period import last_day_before

MEMBERS = ("part_of_cluster", "member_of")  # relations of those who take part in an arrangement


def number(count: int) -> str:
    """`one body`, `13 bodies`."""
    return "one body" if count == 1 else f"{count} bodies"


def some(items: Iterable[str], most: int = 4) -> str:
    """`a, b and c`; beyond `most`, `a, b and 5 others`."""
    items = list(items)
    if len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1} others"]
    return listed(items)


def years(start: date, end: date) -> str:
    """`2001–02`, `2013–20`, `1999–2002` for a half-open life; `2001` inside one year."""
    last = last_day_before(end)
    if start.year == last.year:
        return str(start.year)
    short = str(last.year)[2:] if start.year // 100 == last.year // 100 else str(last.year)
    return f"{start.year}–{short}"


def stub_words(stub: Stub, names: Mapping[str, ShortName]) -> str:
    others = [names[name].text for name in stub.others]
    if len(others) > 1 and stub.into and all((a.share or 0) >= SMALL for a in stub.arcs):
        text = f"from {some(others)}"
    elif len(others) > 2:
        text = f"less than 2% each {'of' if stub.into else 'to'} {len(others)} others"
    elif stub.share is None:
        text = f"part {'of' if stub.into else 'to'} {some(others)}"
    elif stub.share >= 0.995:
        text = f"{'from' if stub.into else 'to'} {some(others)}"
    elif stub.into:
        text = f"{percent(stub.share)} of {some(others)}"
    else:
        text = f"{percent(stub.share)} to {some(others)}"
    if stub.behind:
        text += f" ({number(stub.behind)} {'behind' if stub.into else 'beyond'} not drawn)"
    return text


def ending(registry: Registry, actor: Actor, found: Iterable[Break]) -> str:
    """What stands after the end of a bar that nothing follows; "" where there is nothing to say."""
    body = actor.body
    if body.end_unknown:
        return "end not known"
    breaks = tuple(found)
    if actor.in_force or not breaks:
        return ""
    if any(one.duties or one.elsewhere for one in breaks):
        return ""  # connectors, or the bands of another line, say it
    transfers = [transfer for one in breaks for transfer in one.transfers]
    takers = dict.fromkeys(holder_words(registry, t.to_type, t.to_id) for t in transfers)
    if takers:
        return f"No single successor; duties passed to {some(takers, most=6)}"
    kinds = [change.to_kind for one in breaks for change in one.kind_successions]
    after = dict.fromkeys(lower_first(registry.kinds[kind].plural) for kind in kinds)
    if after:
        return f"No successor in the record; its kind gave way to {some(after)}"
    return "No successor in the record"


def holder_words(registry: Registry, holder_type: str, holder_id: str) -> str:
    if holder_type == "organisation" and holder_id in registry.organisations:
        return display_name(registry, holder_id).text
    if holder_type == "kind" and holder_id in registry.kinds:
        return lower_first(registry.kinds[holder_id].plural)
    holder = registry.holders.get((holder_type, holder_id))
    return holder.label if holder else holder_id


def headline(cast: Cast, before: int, after: int) -> str:
    """What is drawn and its years; `before` and `after` are the numbers of bodies drawn that led
    to the focus and followed."""
    first = min(actor.start for actor in cast.actors).year
    last = last_day_before(max(actor.end for actor in cast.actors)).year
    told = _told(cast, before, after)
    if str(first) in told:
        return told
    return f"{told}, {first}" if first == last else f"{told}, {first} to {last}"


def _told(cast: Cast, before: int, after: int) -> str:
    focus = cast.focus
    name = display_name(cast.registry, focus.id).text
    if not before and not after:
        return _parts_only(cast, name)
    if not after:
        first = min(actor.start for actor in cast.actors).year
        last = [arc for arc in cast.arcs if arc.to_id == focus.id]
        born = all(arc.date.first <= (focus.lifetime.start or arc.date.first) for arc in last)
        verb = "became" if born else "went into"
        return f"{upper_first(number(before))} since {first} {verb} {name}"
    if not before:
        return (
            f"{name} passed on to {number(after)} in turn"
            if after > 1
            else f"{name} and its successor"
        )
    return f"{name}: {number(before)} before it, {number(after)} after"


def _parts_only(cast: Cast, name: str) -> str:
    came = sum(len(stub.arcs) for stub in cast.stubs if stub.into)
    went = sum(len(stub.arcs) for stub in cast.stubs if not stub.into)
    if came and went:
        return f"{name} took parts of {number(came)} and gave parts to {number(went)}"
    if came:
        return f"{name} took parts of {number(came)}"
    if went:
        return f"Parts of {name} went to {number(went)}"
    links = cast.registry.children.get(cast.focus.id, ())
    members = {link.child_id for link in links if link.relation in MEMBERS}
    if members:
        return f"{name} and its {counted(len(members), 'member', 'members')}"
    return f"{name} has no forerunner or successor in the record"


def standfirst(days: Iterable[date]) -> str:
    dates = [str(year) for year in dict.fromkeys(day.year for day in days)]
    if not dates:
        return "The bar runs from its first day to its last"
    changes = f"Changes in {some(dates, most=8)}. "
    return (
        f"{changes}Each bar is one body, from its first day to its last; bands carry what passed on"
    )


def ending_of_life(body: Organisation) -> str:
    """What a lane adds to the name of a body whose end is not known."""
    return ", end not known" if body.end_unknown else ""


def duties_passed(registry: Registry, arcs: Iterable[Succession]) -> str:
    """`Duties passed on 1 April 2002: Northamptonshire HA to Northampton PCT and Corby PCT; ...`:
    who gave to whom, which one line for a day cannot show."""
    takers: dict[str, list[str]] = {}
    days: dict[str, None] = {}
    for arc in arcs:
        giver = display_name(registry, arc.from_id, last_day_before(arc.date.first)).text
        taker = display_name(registry, arc.to_id, arc.date.first).text
        takers.setdefault(giver, []).append(taker)
        days[at_words(arc.date)] = None
    said = "; ".join(f"{giver} to {listed(found)}" for giver, found in takers.items())
    return f"Duties passed {listed(days)}: {said}"


def duties(registry: Registry, arcs: Iterable[Succession]) -> str:
    """`On 1 April 2002 duties passed to 3 primary care trusts: dashed lines`."""
    arcs = tuple(arcs)
    days = listed(dict.fromkeys(day_words(arc.date) for arc in arcs))
    takers = kind_counts(registry, dict.fromkeys(arc.to_id for arc in arcs))
    return f"On {days} duties passed to {takers} (dashed lines); no share is stated"
