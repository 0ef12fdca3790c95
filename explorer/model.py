"""The nouns of the record, frozen. A change to the record is a new edition, never a changed value.

Dates: `opened`, `start` and the like are `PartialDate` (what the source says); `lifetime` and
`period` are half-open `Period` values (how the explorer reads it). Blank text in a file is `None`
for dates, numbers and references, and "" for notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from explorer.period import PartialDate, Period

LIVES_ON = {"transfer", "boundary-change"}  # kinds of change that the original outlives
DUTIES = "function"  # the line on which duties leave a closing body


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    publisher: str
    date: str
    url: str
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body, scheme or arrangement."""

    id: str
    label: str
    plural: str
    short: str
    tier: str
    statutory: str
    commissioner: bool
    description: str
    first_day: PartialDate | None
    last_day: PartialDate | None
    legal_basis: str
    source_id: str


@dataclass(frozen=True, slots=True)
class CountedAs:
    """Bodies of `kind` that a published count of `counted_as` includes, during `period`."""

    kind: str
    counted_as: str
    period: Period
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class KindSuccession:
    from_kind: str
    to_kind: str
    date: PartialDate
    kind: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, scheme or arrangement.

    `lifetime` is the period in which it is counted: from the first day of a partial opening (or,
    where the opening is blank, from the first dated fact about it) to the last day of a partial
    closing (or, for `end_unknown`, to the last day it was seen). `doubt` holds the parts of that
    lifetime in which it is not certain that the body existed: inside a partial opening or closing.
    """

    id: str
    name: str
    kind: str
    status: str
    opened: PartialDate | None
    closed: PartialDate | None
    closed_by: bool  # the closing day is the latest possible one; the true day is not known
    last_seen: PartialDate | None
    parent_id: str | None  # undated: never drawn as dated
    region: str
    lat: float | None
    lon: float | None
    source_id: str
    note: str
    lifetime: Period
    doubt: tuple[Period, ...]

    @property
    def end_unknown(self) -> bool:
        return self.status == "end_unknown"

    def certain_on(self, when: date) -> bool:
        return when in self.lifetime and not any(when in period for period in self.doubt)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name held for a time: `legal`, `in_use`, or `label` (made for this record, not a name)."""

    organisation_id: str
    name: str
    name_type: str
    start: PartialDate | None
    end: PartialDate | None
    period: Period
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Code:
    organisation_id: str
    scheme: str
    code: str
    start: PartialDate | None
    end: PartialDate | None
    period: Period
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Share:
    """One measurement of the part (0 to 1) of `from_id` that went to `to_id`."""

    from_id: str
    to_id: str
    date: date
    line: str
    share: float
    basis: str
    practices: int | None
    practices_of: int | None
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Succession:
    """An arc: `from_id`, or part of it, passed to `to_id` on `date.first`, a first day.

    `measurements` holds every measured share; `default` is the one chosen by the rule in
    `shares.py`, or None where no share is known.
    """

    event_id: str
    from_id: str
    to_id: str
    date: PartialDate
    kind: str
    line: str
    confidence: str
    source_id: str
    note: str
    measurements: tuple[Share, ...] = ()
    default: Share | None = None

    @property
    def share(self) -> float | None:
        return self.default.share if self.default else None

    @property
    def basis(self) -> str | None:
        return self.default.basis if self.default else None


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """W3C ORG ChangeEvent: the arcs that belong together on one day in one line."""

    id: str
    date: PartialDate
    kind: str
    line: str
    title: str
    reform_id: str | None
    source_id: str
    successions: tuple[Succession, ...] = ()

    @property
    def original(self) -> tuple[str, ...]:
        """Ids of the original organisations, in order of first mention."""
        return tuple(dict.fromkeys(arc.from_id for arc in self.successions))

    @property
    def resulting(self) -> tuple[str, ...]:
        """Ids of the resulting organisations, in order of first mention."""
        return tuple(dict.fromkeys(arc.to_id for arc in self.successions))


@dataclass(frozen=True, slots=True)
class Relationship:
    """`child_id` stood in `relation` to `parent_id` during `period`, clipped to both lifetimes."""

    child_id: str
    parent_id: str
    relation: str
    start: PartialDate | None
    end: PartialDate | None
    period: Period
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Reform:
    id: str
    title: str
    date: PartialDate
    instrument: str
    description: str
    source_id: str
    status: str


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """An entry of the policy timeline: an act, order, white paper, plan or report."""

    id: str
    date: PartialDate
    title: str
    kind: str
    description: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document of the time said would happen, and what did."""

    id: str
    milestone_id: str
    subject_type: str
    subject_id: str
    what: str
    planned_from: PartialDate | None
    planned: PartialDate | None
    planned_in: str  # the source that states the plan
    published: PartialDate | None
    actual: PartialDate | None
    actual_source_id: str | None
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class PublishedCount:
    id: str
    kind: str
    date: PartialDate
    count: float
    scope: str
    measure: str
    comparable: bool
    gap_reason: str
    gap_note: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Budget:
    subject_type: str
    subject_id: str
    financial_year: str
    amount_gbp_bn: float
    what: str
    price_basis: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Function:
    id: str
    name: str
    group: str
    description: str
    exists_from: PartialDate | None
    exists_source_id: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    holder_type: str  # kind, organisation or outside
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    function_id: str
    holder_type: str
    holder_id: str
    role: str
    start: PartialDate | None
    end: PartialDate | None
    period: Period
    basis: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """A function handed over from one holder to another."""

    function_id: str
    from_type: str
    from_id: str
    to_type: str
    to_id: str
    date: PartialDate
    instrument: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class PracticeFlow:
    from_id: str
    to_id: str
    date: PartialDate
    practices: int
    in_ods_succession: bool
    source_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of one of the five starting documents, and whether sources support it."""

    id: str
    document_id: str
    claim: str
    subject_type: str
    subject_id: str
    value: str
    unit: str
    as_of: str
    verdict: str
    evidence_source_id: str | None
    note: str


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    id: str
    question: str
    correct: str
    wrong: tuple[str, str, str]
    explanation: str
    source_id: str
    difficulty: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree. `subjects` holds (subject_type, subject_id) pairs."""

    id: str
    table: str
    row: str
    column: str
    kept: str
    kept_source: str
    other: str
    other_source: str
    why: str
    subjects: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unsourced:
    """Believed, but without a source: never shown as fact."""

    id: str
    table: str
    row: str
    grade: str
    fields: str
    why: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What was known when: the version of the package and a digest of its tables."""

    name: str
    title: str
    version: str
    digest: str  # SHA-256 of the tables, hex
    as_known_on: date
    first_day: date
    last_day: date
    licence: str
    attribution: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acronym:
    """What letters in the texts of the record stand for, and the body, kind or function meant."""

    short: str
    term: str
    meaning: str
    subject_type: str
    subject_id: str
    source_id: str


@dataclass(frozen=True, eq=False)
class Registry:
    """The whole record of one edition. Compared and hashed by identity: load once, share freely.

    Mappings are read-only. `names` and `codes` are grouped by organisation; `parents` groups the
    relationships by child and `children` the same ones by parent; `into` and `out_of` group the
    successions by resulting and by original organisation, in order of date. An organisation with
    nothing of the sort has no key there: ask with `.get(id, ())`.
    """

    edition: Edition
    organisations: Mapping[str, Organisation]
    kinds: Mapping[str, Kind]
    sources: Mapping[str, Source]
    events: Mapping[str, ChangeEvent]
    reforms: Mapping[str, Reform]
    successions: tuple[Succession, ...]
    relationships: tuple[Relationship, ...]
    names: Mapping[str, tuple[Naming, ...]]
    codes: Mapping[str, tuple[Code, ...]]
    parents: Mapping[str, tuple[Relationship, ...]]
    children: Mapping[str, tuple[Relationship, ...]]
    into: Mapping[str, tuple[Succession, ...]]
    out_of: Mapping[str, tuple[Succession, ...]]
    shares: tuple[Share, ...] = ()
    counted_as: tuple[CountedAs, ...] = ()
    kind_successions: tuple[KindSuccession, ...] = ()
    timeline: tuple[PolicyEvent, ...] = ()
    plans: tuple[Plan, ...] = ()
    counts: tuple[PublishedCount, ...] = ()
    budgets: tuple[Budget, ...] = ()
    functions: Mapping[str, Function] = field(default_factory=dict)
    holders: Mapping[tuple[str, str], Holder] = field(default_factory=dict)
    responsibilities: tuple[Responsibility, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    practice_flows: tuple[PracticeFlow, ...] = ()
    claims: tuple[Claim, ...] = ()
    quiz: tuple[QuizQuestion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    unsourced: tuple[Unsourced, ...] = ()
