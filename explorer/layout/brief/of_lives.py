"""Brief drawings along time: the near kin of a body, and who held a function in turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from explorer.duties.holder_names import holder_name
from explorer.layout.brief.lives import Life, Lives
from explorer.layout.kinds import kind_count, kind_groups
from explorer.layout.lineage.actors import FAINT, SELF, Actor, Cast
from explorer.layout.lineage.cast import cast
from explorer.layout.names import shortened
from explorer.lineage import lineage
from explorer.look import counted, percent, years_words
from explorer.model import Registry, Responsibility
from explorer.naming import display_name
from explorer.period import after_last_day
from explorer.responsibilities import holders_through
from explorer.view import ViewState


def of_lineage(registry: Registry, view: ViewState, held: int) -> Lives:
    """The bodies of the lineage, a row for each if `held` rows hold them; else those further off
    share a row for each kind; failing that, the nearest alone, or a row for each kind."""
    found = lineage(
        registry,
        view.org,
        back=view.back,
        forward=view.forward,
        lines=view.lines or None,
        through_parts=view.parts,
    )
    shown = cast(found)
    name = display_name(registry, found.focus).text
    actors = sorted((a for a in shown.actors if a.part != FAINT), key=lambda a: (a.start, a.end))
    near = {kin.organisation_id for kin in found.relatives if abs(kin.generation) <= 1}
    close = [actor for actor in actors if actor.id in near]
    parts = _parts(shown)
    foot = _duties(shown)
    rows = _grouped(registry, actors, {actor.id for actor in actors}, parts)
    if len(rows) > held:
        rows = _grouped(registry, actors, near, parts)
    if len(rows) > held and len(close) <= held:
        rows = _grouped(registry, close, near, parts)
        far = counted(len(actors) - len(close), "body", "bodies")
        foot = f"{far} further back or further on in the whole view"
    if len(rows) > held:
        rows = _grouped(registry, actors, {found.focus}, parts)
    return Lives(f"Before and after {name}", tuple(rows), foot)


def _parts(shown: Cast) -> dict[str, str]:
    """What each neighbour of the body gave to it or took of it, where that is stated."""
    focus = shown.focus.id
    said = {}
    for arc in shown.arcs:
        if arc.share is not None and focus in (arc.from_id, arc.to_id):
            gave = arc.to_id == focus
            part = "all" if arc.share == 1 else percent(arc.share)
            said[arc.from_id if gave else arc.to_id] = f"{'gave' if gave else 'took'} {part}"
    return said


def _row(registry: Registry, actor: Actor, parts: Mapping[str, str]) -> Life:
    body = actor.body
    name = display_name(registry, body.id)
    kind = registry.kinds[body.kind]
    short = shortened(name.text, label=name.is_label)
    whole = kind.tier == "national" or short == name.text
    label = name.text if whole else f"{short} {_short(kind.short)}"
    return Life(
        label,
        actor.start,
        actor.end,
        ", ".join(part for part in (years_words(body), parts.get(body.id)) if part),
        body.kind,
        body.id,
        strong=actor.part == SELF,
        italic=name.is_label,
        unsure=body.opened is None or not body.opened.exact,
        open=actor.in_force or body.end_unknown,
    )


def _short(words: str) -> str:
    """An acronym stays, a word begins small."""
    return words if words[1:2].isupper() else words.lower()


def _grouped(
    registry: Registry, actors: Iterable[Actor], alone: Collection[str], parts: Mapping[str, str]
) -> list[Life]:
    """A row for each kind in order of time; bodies that are to stand alone keep their own."""
    actors = tuple(actors)
    groups = kind_groups(registry, {actor.body.kind for actor in actors})
    together: dict[str, list[Actor]] = {}
    for actor in actors:
        name = actor.id if actor.id in alone else groups[actor.body.kind]
        together.setdefault(name, []).append(actor)
    return [_together(registry, kind, some, parts) for kind, some in together.items()]


def _together(registry: Registry, kind: str, some: list[Actor], parts: Mapping[str, str]) -> Life:
    if len(some) == 1:
        return _row(registry, some[0], parts)
    start, end = min(actor.start for actor in some), max(actor.end for actor in some)
    open_end = any(actor.in_force for actor in some)
    said = f"{start.year}–{'' if open_end else end.year}"
    return Life(kind_count(registry.kinds[kind], len(some)), start, end, said, kind, open=open_end)


def _duties(shown: Cast) -> str:
    """Duties that passed beside the line, counted in words."""
    takers = {arc.to_id for arc in shown.duties if arc.from_id == shown.focus.id}
    if not takers:
        return ""
    kinds = {shown.registry.organisations[name].kind for name in takers}
    if len(kinds) > 1:
        return f"Duties also passed to {len(takers)} bodies."
    kind = shown.registry.kinds[kinds.pop()]
    return f"Duties, not the body, passed to {kind_count(kind, len(takers))}."


def of_function(registry: Registry, view: ViewState) -> Lives:
    """Who was responsible for a function in turn."""
    main = [
        held.responsibility
        for held in holders_through(registry, view.function)
        if held.responsibility.role in ("responsible", "joint")
    ]
    rows = sorted((_holder(registry, row) for row in main), key=lambda life: life.start)
    name = registry.functions[view.function].name
    return Lives(f"Responsible for: {name}", tuple(rows))


def _holder(registry: Registry, row: Responsibility) -> Life:
    known = after_last_day(registry.edition.as_known_on)
    start = max(row.period.start or date.min, registry.edition.first_day)
    end = min(row.period.end or known, known)
    name = holder_name(registry, row.holder_type, row.holder_id, start)
    first = str(start.year)
    last = row.end.last.year if row.end else ""
    return Life(
        name.text,
        start,
        end,
        f"{first}–{last}",
        name.kind,
        name.organisation_id,
        unsure=row.start is None or not row.start.exact,
        open=row.end is None,
    )
