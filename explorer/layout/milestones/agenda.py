"""Which milestones are drawn together, and which documents set their dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from explorer.look import day_words
from explorer.model import Plan, Registry
from explorer.period import PartialDate, partial
from explorer.plans import Milestone

SIGNS = ("ring", "triangle_right", "square", "hexagon")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the time, known from one or several `sources`. `sign` is its mark and `tone`
    the number of its colour."""

    name: str
    published: PartialDate | None
    sources: tuple[str, ...]
    sign: str = "ring"
    tone: int = 0

    @property
    def words(self) -> str:
        return f"{self.name}, {day_words(self.published)}" if self.published else self.name


@dataclass(frozen=True, slots=True)
class Agenda:
    """Milestones in the order in which they are drawn. With few `documents` each has a mark of its
    own; else all plans have the same mark and bear the date on which they were published.

    `titles` gives a milestone's name and what stands under it, where the record's own words would
    not do.
    """

    milestones: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def document(self, plan: Plan) -> Document | None:
        return next((d for d in self.documents if plan.planned_in in d.sources), None)


WHITE_PAPER_2010 = Agenda(
    milestones=(
        "board-shadow",
        "board-statutory",
        "board-full-functions",
        "sha-abolition",
        "pct-abolition",
        "consortia-responsibility",
        "healthwatch-england-start",
        "local-healthwatch-start",
        "public-health-service",
    ),
    documents=(
        # known from two summaries of it
        Document("White Paper", partial("2010-07"), ("seed-004", "hsj-wp-timeline"), "ring", 0),
        Document("Letter", partial("2011-04"), ("pulse-pause-2011",), "triangle_right", 1),
        Document("Timetable", partial("2011-06"), ("dh-timetable-2011",), "square", 2),
    ),
    titles=MappingProxyType(
        {
            "board-shadow": ("Board set up in shadow", "as a special health authority"),
            "board-statutory": ("Board a statutory body", "with few functions at first"),
            "board-full-functions": ("Board takes its full functions", "known as NHS England"),
            "sha-abolition": ("Strategic health authorities abolished", "outcome: their last day"),
            "pct-abolition": ("Primary care trusts abolished", "outcome: their last day"),
            "consortia-responsibility": (
                "GP consortia responsible",
                "as clinical commissioning groups",
            ),
            "healthwatch-england-start": ("Healthwatch England", "national consumer body"),
            "local-healthwatch-start": ("Local Healthwatch", "in place of involvement networks"),
            "public-health-service": ("Public health service", "as Public Health England"),
        }
    ),
)


def agenda_of(registry: Registry, milestones: Iterable[Milestone]) -> Agenda:
    """The agenda of any milestones: if all their plans stand in at most four documents each has its
    own mark, named by the source."""
    found = tuple(milestones)
    sources = dict.fromkeys(o.plan.planned_in for m in found for o in m.plans)
    documents: tuple[Document, ...] = ()
    if 1 < len(sources) <= len(SIGNS):
        documents = tuple(
            Document(_name(registry, source), _published(found, source), (source,), sign, tone)
            for tone, (source, sign) in enumerate(zip(sources, SIGNS, strict=False))
        )
    return Agenda(tuple(milestone.id for milestone in found), documents)


def _name(registry: Registry, source: str) -> str:
    known = registry.sources.get(source)
    return known.publisher.split(" (")[0] if known and known.publisher else source


def _published(milestones: Iterable[Milestone], source: str) -> PartialDate | None:
    plans = (o.plan for m in milestones for o in m.plans if o.plan.planned_in == source)
    return min((p.published for p in plans if p.published), key=lambda d: d.first, default=None)
