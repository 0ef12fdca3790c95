"""What one body was called, which codes it held and to whom it stood how, through its life."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from explorer.hierarchy import RELATIONS
from explorer.model import Registry
from explorer.naming import LABEL, ORDER, display_name
from explorer.period import PartialDate, Period

NAME, CODE, PARENT = "name", "code", "parent"


@dataclass(frozen=True, slots=True)
class Segment:
    """One fact that held for a time. `sort` is NAME, CODE or PARENT; `form` the type of the name,
    the scheme of the code or the relation; `other` the body above, "" for names and codes.

    `start` and `end` (a last day) are what the sources give, None where they give no day; `period`
    lies inside the life of the body.
    """

    sort: str
    form: str
    text: str
    other: str
    start: PartialDate | None
    end: PartialDate | None
    period: Period
    source_ids: tuple[str, ...]

    @property
    def is_label(self) -> bool:
        """Whether the words are ours and not a name."""
        return self.form == LABEL


def life_strip(registry: Registry, organisation_id: str) -> tuple[Segment, ...]:
    """Names, codes and bodies above, in this order, each by form and then by first day.

    A fact that two rows give for days without a gap between them is one segment.
    """
    found = sorted(_rows(registry, organisation_id), key=_order)
    return tuple(_named(registry, one) if one.other else one for one in _joined(found))


def _named(registry: Registry, one: Segment) -> Segment:
    """With the name of the body above at its start, and at its end where that is another."""
    last = one.period.last_day or registry.edition.as_known_on
    names = (display_name(registry, one.other, day).text for day in (one.period.start, last))
    return replace(one, text=", then ".join(dict.fromkeys(names)))


def _rows(registry: Registry, organisation_id: str) -> Iterator[Segment]:
    life = registry.organisations[organisation_id].lifetime
    for row in registry.names.get(organisation_id, ()):
        yield _segment(NAME, row.name_type, row.name, "", row, life)
    for row in registry.codes.get(organisation_id, ()):
        yield _segment(CODE, row.scheme, row.code, "", row, life)
    for row in registry.parents.get(organisation_id, ()):
        yield _segment(PARENT, row.relation, "", row.parent_id, row, life)


def _segment(sort: str, form: str, text: str, other: str, row, life: Period) -> Segment:
    period = row.period.clip(life)
    return Segment(sort, form, text, other, row.start, row.end, period, (row.source_id,))


def _order(one: Segment) -> tuple:
    forms, day = (*ORDER, *RELATIONS), one.period.start or date.min
    form = forms.index(one.form) if one.form in forms else len(forms)
    return (NAME, CODE, PARENT).index(one.sort), form, one.form, day, one.text


def _joined(found: Iterable[Segment]) -> Iterator[Segment]:
    kept: dict[tuple[str, ...], Segment] = {}
    for one in found:
        key = (one.sort, one.form, one.other or one.text)
        before = kept.get(key)
        if before and before.period.end is not None and before.period.end == one.period.start:
            sources = dict.fromkeys((*before.source_ids, *one.source_ids))
            period = Period(before.period.start, one.period.end)
            kept[key] = replace(before, end=one.end, period=period, source_ids=tuple(sources))
            continue
        if before:
            kept[(*key, str(before.period.start))] = before
        kept[key] = one
    yield from sorted(kept.values(), key=_order)
