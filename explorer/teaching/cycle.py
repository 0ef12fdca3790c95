"""The commissioning cycle of a day: its four steps, and who held the duties of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.model import Function, Registry
from explorer.responsibilities import Span, duty
from explorer.snapshot import check_day


@dataclass(frozen=True, slots=True)
class Duty:
    """A function on the day, with its holders or the gap."""

    function: Function
    span: Span


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the cycle: what it is called, what it asks, and the duties that make it up."""

    id: str
    title: str
    question: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, eq=False)
class Cycle:
    """The steps in order; after the last comes the first again."""

    registry: Registry
    day: date
    stages: tuple[Stage, ...]


# Which functions of the record make up which step. Buying is shown by three that were bought by
# different bodies: hospital care, general practice and specialised services.
STAGES = (
    ("assess", "Assess needs", "What do people here need?", ("needs-assessment",)),
    ("plan", "Plan", "What shall be done, and with how much?",
     ("system-planning", "resource-allocation")),
    ("procure", "Procure", "Who buys the care?", ("elective-acute", "gp-services", "specialised")),
    ("monitor", "Monitor", "Was it done, and well?",
     ("oversight-commissioners", "assessment-commissioners", "provider-quality")),
)  # fmt: skip


def cycle(registry: Registry, day: date) -> Cycle:
    """The cycle on `day`, with those functions that the record has. Raises DateError."""
    check_day(registry, day)
    return Cycle(
        registry,
        day,
        tuple(
            Stage(
                name,
                title,
                question,
                tuple(
                    Duty(registry.functions[each], duty(registry, each, day))
                    for each in functions
                    if each in registry.functions
                ),
            )
            for name, title, question, functions in STAGES
        ),
    )
