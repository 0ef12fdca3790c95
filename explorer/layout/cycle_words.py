"""The words of the commissioning cycle: roles beside names, alternative text, long description."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.duties.holder_names import HolderName, holder_name
from explorer.labels import GAP, ROLE, words
from explorer.look import day_words, listed, lower_first
from explorer.responsibilities import Held
from explorer.teaching.cycle import Cycle, Stage

MAIN = ("responsible", "joint")
_ALT = 250  # letters that a screen reader reads without tiring its listener
_ALONE = ("responsible",)  # a role that needs no word beside the name


def beside(held: Held) -> str:
    """The role in words, unless it is the usual one, and what is not sure of it."""
    row = held.responsibility
    said = [] if row.role in _ALONE else [words(ROLE, row.role)]
    if not held.named:
        said.append("by its general role" if row.basis == "general" else "implied")
    if not held.certain:
        said.append("date known to the year or month")
    return f" ({', '.join(said)})" if said else ""


def notes() -> tuple[str, ...]:
    return (
        "Filled square: responsible, alone or jointly. Hollow square: a part by delegation, a share"
        " of it, advice. Buying is shown by three examples; other services had other buyers.",
    )


def alt(found: Cycle) -> str:
    text = f"The commissioning cycle on {day_words(found.day)}: " + "; ".join(
        f"{lower_first(stage.title)}: {_short(found, stage)}" for stage in found.stages
    )
    return text if len(text) < _ALT else f"{text[: _ALT - 2]}…"


def _short(found: Cycle, stage: Stage) -> str:
    """The holders of a step that were responsible, in short."""
    held = [one for each in stage.duties for one in each.span.held]
    main = [one for one in held if one.responsibility.role in MAIN]
    names = dict.fromkeys(named(found, one).short for one in main)
    return listed(names) if names else "nobody recorded as responsible"


def told(found: Cycle) -> Iterator[str]:
    for number, stage in enumerate(found.stages, 1):
        yield f"{number} {stage.title}: {stage.question}"
        for each in stage.duties:
            gap = [f"{GAP[each.span.gap]}"] if each.span.gap else []
            said = [f"{named(found, one).text}{beside(one)}" for one in each.span.held]
            yield f"{each.function.name}: {'; '.join((*gap, *said))}."


def named(found: Cycle, held: Held) -> HolderName:
    row = held.responsibility
    return holder_name(found.registry, row.holder_type, row.holder_id, found.day)


def sentence(found: Cycle, name: str, held: Held) -> str:
    row = held.responsibility
    function = lower_first(found.registry.functions[row.function_id].name)
    return f"{name}: {words(ROLE, row.role)}, {function}"
