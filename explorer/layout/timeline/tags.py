"""What the two lanes of events label: for each event its day, its words, its rank and its sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.layout.timeline.choice import (
    REST,
    is_foreign,
    is_planned,
    rank,
    reform_title,
    reform_weight,
    short_title,
)
from explorer.layout.timeline.hover import entry_words, reform_counts, reform_words
from explorer.layout.timeline.stage import Stage
from explorer.period import PartialDate
from explorer.timeline import Entry

_LONG, _SHORT = 46, 34  # letters of a title
_LEAST = 100  # weight of a reform that a wide view shows


@dataclass(frozen=True, slots=True)
class Tag:
    """`wordings` are (words, words in small type after them), the fullest first; `sign` is the kind
    of event. A `silent` tag is only a mark."""

    key: str
    date: PartialDate
    wordings: tuple[tuple[str, str], ...]
    rank: float
    sign: str
    planned: bool
    hover: str
    silent: bool = False


def policy_tags(stage: Stage) -> tuple[Tag, ...]:
    """Entries of the policy timeline. On a close view those that only repeat a reform of the same
    day are silent; on a wide view only the ranks before the rest are there at all."""
    shown = [e for e in stage.timeline.policy if stage.holds(e.event.date.first)]
    return tuple(
        Tag(
            key=entry.event.id,
            date=entry.event.date,
            wordings=_titles(stage, entry.event.title),
            rank=rank(stage.timeline, entry),
            sign=entry.event.kind,
            planned=is_planned(stage.timeline, entry),
            hover=entry_words(stage.timeline, entry),
            silent=_repeats(stage, entry),
        )
        for entry in shown
        if stage.close or rank(stage.timeline, entry) < REST
    )


def _titles(stage: Stage, text: str) -> tuple[tuple[str, str], ...]:
    lengths = (_LONG, _SHORT) if stage.close else (_SHORT,)
    return tuple(dict.fromkeys((short_title(text, longest), "") for longest in lengths))


def _repeats(stage: Stage, entry: Entry) -> bool:
    reforms = stage.timeline.registry.reforms
    return entry.event.kind in ("reorganisation", "statutory_instrument") and any(
        reforms[name].date.first == entry.event.date.first for name in entry.reforms
    )


def reform_tags(stage: Stage, bodies: frozenset[str] | None = None) -> tuple[Tag, ...]:
    """Reforms with what they opened and closed; on a wide view only the great ones. With `bodies`
    only those that concern one of them."""
    return tuple(_reform_tags(stage, bodies))


def _reform_tags(stage: Stage, bodies: frozenset[str] | None) -> Iterator[Tag]:
    registry = stage.timeline.registry
    for effects in stage.timeline.effects:
        reform = effects.reforms[0]
        planned = reform.status == "planned"
        weight = reform_weight(registry, effects, close=stage.close)
        if not stage.holds(reform.date.first) or is_foreign(registry, effects):
            continue
        if bodies is not None and not bodies & {
            *(*effects.created, *effects.closed, *effects.moved)
        }:
            continue
        if not (stage.close or planned or weight >= _LEAST):
            continue
        title = reform_title(reform)
        counts = reform_counts(effects, bodies) if stage.close else ""
        yield Tag(
            key=reform.id,
            date=reform.date,
            wordings=((f"{title}, planned", ""),)
            if planned
            else tuple(dict.fromkeys(((title, counts), (title, "")))),
            rank=-10_000 if planned else -weight,
            sign="reform",
            planned=planned,
            hover=reform_words(effects),
        )
