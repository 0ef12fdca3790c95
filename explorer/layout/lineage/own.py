"""The life of the body in the middle: its names, its codes and the bodies above it, as bars."""

from __future__ import annotations

from explorer.hierarchy import RELATIONS
from explorer.labels import words
from explorer.layout.lineage.actors import Cast
from explorer.layout.lineage.around import Beside, Group, arrangements, inside
from explorer.lifestrip import CODE, PARENT, Segment, life_strip
from explorer.naming import LEGAL


def own_life(cast: Cast) -> Group:
    """Each name, code and body above for as long as it held; those drawn as arrangements stand
    there."""
    shared = {bar.id for bar in arrangements(cast).bars}
    found = life_strip(cast.registry, cast.focus.id)
    return Group(tuple(_bar(cast, one) for one in found if one.other not in shared), 0)


def segment_words(one: Segment) -> str:
    """`reports to NHS England`, `ODS 5PD`, `in law: NHS Commissioning Board`, or a name alone."""
    if one.sort == PARENT:
        return f"{words(RELATIONS, one.form)} {one.text}"
    if one.sort == CODE:
        return f"{one.form} {one.text}"
    return f"in law: {one.text}" if one.form == LEGAL else one.text


def _bar(cast: Cast, one: Segment) -> Beside:
    body = cast.registry.organisations[one.other or cast.focus.id]
    start, end = inside(cast, one.period.start, one.period.end)
    loose = one.end is None and one.period.end is not None
    return Beside(
        body.id,
        body.kind,
        segment_words(one),
        start,
        end,
        one.start is None or not one.start.exact,
        loose or bool(one.end and not one.end.exact),
        one.is_label,
        hollow=one.sort == CODE,
        row=f"{one.sort} {one.form}",
    )
