"""What the columns of exported tables mean, by key; by key and heading where a key has several."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from explorer.sheets.sheet import Column

_PARTIAL = "Year-month-day, or year-month or year where no more is known."
_LAST_DAY = f"A last day: the body was still there on it. {_PARTIAL}"

_BY_KEY: Mapping[str, str] = MappingProxyType(
    {
        "above_id": "The body above, for rows that name one.",
        "actual": f"When it happened. {_PARTIAL}",
        "actual_source_id": "The source that says what happened, as in the table of sources.",
        "after": "What held after: a name, codes, ids of bodies above, or the id of the receiver.",
        "approximate": "Yes where the search fits only with a typing error.",
        "basis": "What the share was measured on; for several changes one after the other, in "
        "order and parted by semicolons.",
        "before": "What held before: a name, codes, ids of bodies above, or the id of the giver.",
        "caution": "What to mind about this hit.",
        "certain": "No where a partial date leaves open whether it was so on that day.",
        "changed": "How many went on and changed.",
        "change": "What happened: opened, closed, lived_between, renamed, moved, recoded "
        "or transferred.",
        "closed": _LAST_DAY,
        "closed_note": "When the body closed and what became of it.",
        "collapsed": "How many bodies lie behind this one that the lineage does not follow, "
        "because only a part passed.",
        "column": "The column of the file.",
        "confidence": "How sure the succession is: certain, probable or inferred.",
        "count": "How many bodies of the kind.",
        "count_id": "The published count, as in the table of counts.",
        "date": f"The day of the change, which is the first day of what is new. {_PARTIAL}",
        "description": "What it is or says.",
        "effect": "What happened to the body: opened, closed or changed.",
        "event_id": "The change event to which the succession belongs.",
        "fact": "Whether the row gives a name, a code or a body above.",
        "facts": "How many facts rest on the source.",
        "field": "Which sort of word fitted: id, code, name, former name, label, acronym or place.",
        "file": "The file of the data package.",
        "form": "The sort of name, the scheme of the code, or the relation to the body above.",
        "from": f"The first day. {_PARTIAL}",
        "from_id": "The original body, or the giver.",
        "from_name": "The name of the original body on that day.",
        "from_type": "Whether the giver is a body, a kind of body or an outside party.",
        "function": "The name of the function.",
        "function_id": "The function: a service or duty.",
        "gap": "Why nobody held the function.",
        "generation": "How many changes away from the body in the middle; below 0 is before it.",
        "group": "Yes in a row that adds the kinds which published counts include with this one.",
        "held": "The name or the code, or the name of the body above.",
        "holder": "The name of the holder.",
        "holder_id": "The body, kind of body or outside party that held the function.",
        "holder_type": "Whether the holder is a body, a kind of body or an outside party.",
        "hops": "How many changes lie between the two days.",
        "id": "The body. An id never changes; it may look like a code and is not one.",
        "instrument": "The law or document under which it happened.",
        "kind": "The kind of body.",
        "lane": "The band of the drawing in which it stands.",
        "legal_name": "The name in law on that day, where it is known.",
        "licence": "The terms under which the source is published.",
        "line": "The strand of succession; shares are only ever added within one line.",
        "matched": "The word that fitted.",
        "measure": "What the published number counts.",
        "message": "What is wrong.",
        "milestone_id": "The thing planned; plans for the same thing share it.",
        "name": "The name of the body on that day, or its last name.",
        "name_type": "Whether the name is the one in use, the one in law, or a label made here.",
        "note": "What else is known about the row.",
        "ods_code": "The code of the Organisation Data Service on that day, or the last one. Text: "
        "to a spreadsheet the code 5E1 is a number.",
        "opened": f"A first day. Blank where it is not known. {_PARTIAL}",
        "ours": "How many such bodies this record counts on that day.",
        "paragraph": "The number of the paragraph, from 1.",
        "parent_ids": "The bodies to which it answered on that day, parted by semicolons.",
        "plan_id": "The plan.",
        "planned": f"When it was to happen. {_PARTIAL}",
        "planned_from": f"The first day on which it was to happen, of a span. {_PARTIAL}",
        "published": "The published number.",
        "publisher": "Who issued the source.",
        "reason": "Why the two numbers differ or cannot be compared.",
        "reforms": "The reforms that belong to it, parted by semicolons.",
        "region": "The region, in the words of the body's own time.",
        "role": "What the body is to the one in the middle, or in which way the holder held it.",
        "start": "How many there were on the first day.",
        "end": "How many there were on the second day.",
        "first_seen": "How many came into view without a known first day.",
        "last_seen": "How many went out of view without a known last day.",
        "scope": "The area that the published number covers.",
        "score": "How well the search fits, up to 100.",
        "sentence": "The sentence.",
        "share": "The fraction of the original body that passed, from 0 to 1. Blank where it is "
        "not known.",
        "slip_days": "Days from the plan to what happened, below 0 if early.",
        "slip_months": "Months from the plan to what happened, below 0 if early.",
        "source_title": "The title of the source.",
        "sort": "The sort of event: an act, order, policy, report or reform.",
        "source_id": "The source, as in the table of sources; several are parted by semicolons.",
        "status": "How far the first body is found again: mapped, partial, unknown_share, "
        "no_successor or wrong_kind.",
        "step": "The day of the step.",
        "subject": "The name of what the plan is about.",
        "subject_id": "The body, kind or function that the plan is about.",
        "subject_type": "Whether the plan is about a body, a kind of body or a function.",
        "supports": "The sorts of fact that rest on the source.",
        "title": "The title or description.",
        "to": f"The last day. {_PARTIAL}",
        "to_id": "The resulting body, or the receiver. Blank where there is none.",
        "to_name": "The name of the resulting body on that day.",
        "to_type": "Whether the receiver is a body, a kind of body or an outside party.",
        "uncertain": "How many of the number may not have existed on that day.",
        "uncounted": "Why no slip is given.",
        "unmapped": "The fraction of the first body that was not found again. Blank where it is "
        "not known.",
        "url": "The web address of the source.",
        "verdict": "What became of the plan.",
        "weight": "The fraction of the first body that is in the second, from 0 to 1. Blank where "
        "a share on the way is not known.",
        "what": "Which name, code, relation or line changed; sighting where the day of the change "
        "is not known.",
        "why": "The reason in a sentence.",
    }
)
# one key, another meaning: by the heading, or by the sort of value
_ELSE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("basis", "Evidence"): "How directly the source says it: named, general or implied.",
        ("basis", "Basis"): "Whether the number is counted in this record or was published.",
        ("closed", "number"): "How many closed between the two days.",
        ("from", "text"): "The name of the giver.",
        ("gap", "number"): "Our number less the published one. Blank where the two do not count "
        "the same thing.",
        ("kind", "Change"): "The kind of change.",
        ("line", "number"): "The line of the file; the header is line 1, and 0 is the whole file.",
        ("opened", "number"): "How many opened between the two days.",
        ("published", "date"): f"When the plan was published. {_PARTIAL}",
        ("to", "text"): "The name of the receiver.",
        ("uncertain", "Day not known"): "Yes where the day is not known.",
        ("uncertain", "flag"): "Yes where a partial date leaves open whether it happened between "
        "the two days.",
        ("what", "text"): "What was to happen.",
    }
)


def meaning(column: Column) -> str:
    """The sentence about a column; "" where there is none."""
    for about in ((column.key, column.heading), (column.key, column.sort)):
        if about in _ELSE:
            return _ELSE[about]
    return _BY_KEY.get(column.key, "")
