"""Readers' words for the closed lists of the record: lines, changes, roles, verdicts and the like.

A code without words here is shown as it is, with its underscores opened: a record of somebody
else's may have codes of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LINE = MappingProxyType(
    {
        "commissioner": "local commissioners",
        "place": "places of commissioning groups",
        "strategic": "strategic health authorities",
        "regional": "regional tier",
        "system": "partnerships and systems",
        "support": "commissioning support",
        "direct": "direct commissioning",
        "cluster": "clusters",
        "national": "national bodies",
        "council": "councils",
        "board": "health and wellbeing boards",
        "wales": "Wales",
        "function": "duties",
    }
)
CHANGE = MappingProxyType(
    {
        "merger": "merger",
        "split": "division",
        "replacement": "replacement",
        "conversion": "conversion",
        "absorption": "absorption",
        "reorganisation": "reorganisation",
        "transfer": "transfer of a part",
        "boundary-change": "boundary change",
    }
)
ROLE = MappingProxyType(
    {
        "responsible": "responsible",
        "delegated": "did the work by delegation",
        "shared": "held a share of it",
        "joint": "held it jointly",
        "advisory": "advised",
        "hosts": "hosted it",
    }
)
EVIDENCE = MappingProxyType(
    {
        "named": "the source names this holder for this service",
        "general": "the source gives the holder's general role",
        "implied": "implied by the source",
    }
)
POINT = MappingProxyType(  # what sources differ on, by column of the record
    {
        "opened": "the first day",
        "from": "the first day",
        "closed": "the last day",
        "last_day": "the last day",
        "to": "the last day",
        "date": "the date",
        "planned_date": "the planned date",
        "actual_date": "the date on which it happened",
        "name": "the name",
        "code": "the code",
        "kind": "the kind",
        "count": "the number",
        "share": "the share",
        "amount_gbp_bn": "the amount in billions of pounds",
        "parent_id": "the body above",
        "to_id": "the successor",
        "holder_id": "the holder",
    }
)
CONFIDENCE = MappingProxyType(
    {
        "certain": "a register or statute says so",
        "probable": "good but indirect evidence",
        "inferred": "worked out",
    }
)
BASIS = MappingProxyType(  # completes "88% of its …"
    {
        "population": "population",
        "small_areas": "small areas",
        "whole": "whole",
        "postcodes": "postcodes",
        "ccgs": "commissioning groups",
        "practices": "GP practices",
    }
)
NAME_TYPE = MappingProxyType(
    {
        "in_use": "the name in use",
        "legal": "the name in law",
        "label": "our label, not a name",
    }
)
FACT = MappingProxyType({"name": "name", "code": "code", "parent": "body above"})
KIN = MappingProxyType(
    {
        "self": "the body itself",
        "predecessor": "came before",
        "successor": "came after",
        "co_predecessor": "merged with it or its kin",
        "co_successor": "came from the same body",
        "part_giver": "gave a part and went on",
        "part_taker": "took a part",
        "duties_from": "passed duties on to it",
        "duties_to": "took duties from it",
    }
)
VERDICT = MappingProxyType(
    {
        "kept": "kept",
        "late": "late",
        "early": "early",
        "changed": "changed",
        "dropped": "dropped",
        "pending": "planned, not yet due or not yet done",
        "misprint": "misprint",
        "unknown": "outcome not found",
    }
)
UNCOUNTED = MappingProxyType(  # why the slip of a plan cannot be counted
    {
        "earliest_date": "an earliest date, not a target",
        "no_date_planned": "no date was planned",
        "plan_year_only": "the plan names a year only",
        "outcome_year_only": "only the year of the outcome is known",
        "no_outcome_date": "no date of an outcome in the record",
        "pending": "it has not happened yet",
        "misprint": "the date is a misprint",
        "dropped": "the plan was dropped",
    }
)
GAP = MappingProxyType(
    {
        "not_yet": "The service did not exist yet",
        "no_holder": "No holder is recorded",
        "no_responsible": "No responsible holder is recorded",
    }
)
PLACE_WHY = MappingProxyType(  # why a body is listed for a place
    {
        "name": "its name",
        "lineage": "its lineage",
        "position": "its position",
        "gap": "a gap",
    }
)
COVERAGE = MappingProxyType(
    {
        "mapped": "mapped whole",
        "partial": "mapped in part",
        "unknown_share": "successors known, share not stated",
        "no_successor": "no successor on this line",
        "wrong_kind": "now in another kind of body",
    }
)
GAP_REASON = MappingProxyType(  # why our count and a published one differ, or cannot be compared
    {
        "register_lists_more": "the register lists a further code",
        "dated_from_host_day": "dated from the day their host began",
        "published_before_mergers": "published before mergers already made",
        "published_basis_differs": "published counts differ in basis",
        "no_full_list": "no full list was found",
        "register_date_differs": "the register dates the change differently",
        "membership_dates_differ": "dated by their member practices",
        "published_misprint": "the printed figure is wrong",
        "published_rounded": "the published figure is rounded",
        "not_all_named": "some bodies are not named in any source",
        "first_seen_later": "dated from when they are first seen",
        "published_out_of_date": "the published figure is older than its day",
        "scheme_one_row": "not compared: one row stands for the scheme",
        "other_measure": "not compared: something else is counted",
        "bodies_not_listed": "not compared: the bodies are not listed",
        "plan_not_outcome": "not compared: a plan or expected number",
        "places_not_bodies": "not compared: areas, not bodies",
    }
)


def words(labels: Mapping[str, str], code: str) -> str:
    """The label of a code, or the code itself in plain words."""
    return labels.get(code) or code.replace("_", " ").replace("-", " ")
