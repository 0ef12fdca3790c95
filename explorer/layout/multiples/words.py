"""The words of several days beside each other, made from their snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.look import counted, day_words, listed
from explorer.narrative.phrases import count_words
from explorer.snapshot import Snapshot

LONGEST_ALT = 250


def counts(shown: Snapshot) -> dict[str, tuple[int, int]]:
    """By exact kind how many bodies there were, and of how many it is not certain."""
    return {row.kind: (row.count, row.uncertain) for row in shown.counts if not row.group}


def headline(days: Sequence[Snapshot]) -> str:
    """The days and the number of bodies on each."""
    if not days:
        return "No day is chosen"
    said = [f"{len(shown.bodies):,} on {day_words(shown.day)}" for shown in days]
    few = said if len(said) <= 3 else [said[0], said[-1]]
    return f"Bodies of the record: {listed(few)}"


def standfirst(days: Sequence[Snapshot]) -> str:
    """What a square is, and what part of the record is shown."""
    kind = days[0].registry.kinds[days[0].kind].plural if days and days[0].kind else ""
    region = days[0].region if days and days[0].region else ""
    place = (days[0].place or "") if days else ""
    part = "; ".join(filter(None, [kind, f"region {region}" if region else "", place]))
    return "One square is one body, on every day on the same scale" + (f". {part}" if part else "")


def notes(days: Sequence[Snapshot]) -> tuple[str, ...]:
    """What has to be known about each day."""
    said = [f"{day_words(shown.day)}: {' '.join(shown.notes)}" for shown in days if shown.notes]
    if any(uncertain for shown in days for _, uncertain in counts(shown).values()):
        said.append("A cross: it is not certain that the body was there on the day.")
    return tuple(said)


def alt(days: Sequence[Snapshot]) -> str:
    """The days, and the most numerous kind on each."""
    said = []
    for shown in days:
        found = counts(shown)
        most = max(found, key=lambda kind: found[kind][0], default="")
        name = count_words(shown.registry, most, found[most][0]) if most else "no bodies"
        said.append(f"{shown.day.year}: {name}")
    text = f"Numbers of bodies by kind on {counted(len(days), 'day', 'days')}. {'; '.join(said)}."
    return text if len(text) <= LONGEST_ALT else text[: LONGEST_ALT - 1].rsplit(" ", 1)[0] + "…"


def description(days: Sequence[Snapshot]) -> str:
    """Every number of every day."""
    return " ".join(
        f"{day_words(shown.day)}: "
        + (
            "; ".join(
                count_words(shown.registry, kind, number)
                for kind, (number, _) in counts(shown).items()
            )
            or "no bodies"
        )
        + "."
        for shown in days
    )
