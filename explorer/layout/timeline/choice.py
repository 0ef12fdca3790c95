"""Which entries of policy and which reforms are labelled first, and by what words.

The rule for policy: first bills, and Acts and White Papers tied to a reform of fifty bodies; then
other White Papers; then other Acts; then plans and reports, those with the title of a document
("Five Year Forward View") before announcements. What remains (policies, deals, orders,
reorganisations) is labelled only in a close look. The rule for reforms: by the number of bodies
that they created or closed, a kind that began or ended with them counting as a hundred.
"""

from __future__ import annotations

import re

from explorer.look import MONTHS, upper_first
from explorer.model import Kind, Reform, Registry
from explorer.period import PartialDate, Precision
from explorer.policy.lanes import is_close, lane_of
from explorer.reforms import Effects
from explorer.timeline import Entry, Timeline

REST = 4  # ranks from here on are for a close look only
_TURN = 100
_GREAT = 50  # bodies
_REPEATS = ("reorganisation", "statutory_instrument", "devolution")
LONGEST = 46  # letters of a title on the picture; the whole title is in its hover words


def is_planned(timeline: Timeline, entry: Entry) -> bool:
    """Whether the entry leads to a reform that is only planned."""
    reforms = timeline.registry.reforms
    return any(reforms[name].status == "planned" for name in entry.reforms)


def rank(timeline: Timeline, entry: Entry) -> float:
    """Lower is labelled first; within one class, what changed more bodies first."""
    kind = entry.event.kind
    if kind == "act" and " Act" not in entry.event.title:
        kind = "reorganisation"  # the coming into force of an Act, not the Act
    weight = sum(
        reform_weight(timeline.registry, timeline.effects_by_reform[name]) for name in entry.reforms
    )
    if is_planned(timeline, entry):
        return -1.0
    if kind in ("act", "white_paper") and weight >= _GREAT:
        place = 0.0
    elif kind in _REPEATS:
        place = REST + 1
    else:
        place = {"white_paper": 1, "act": 2, "plan": 3, "report": 3}.get(kind, REST)
        if place == 3 and not _is_document(entry.event.title):
            place += 0.5
    return place - min(weight, 9_000) / 20_000


def _is_document(title: str) -> bool:
    """Whether it is the title of a document, with its long words in capitals."""
    words = [word for word in title.split(" (")[0].split() if len(word) > 3]
    return bool(words) and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def reform_weight(registry: Registry, effects: Effects, *, close: bool = False) -> int:
    """Bodies that the reform created or closed, of the kinds that a wide (or a `close`) view draws;
    a kind that begins or ends with it counts as a hundred."""
    drawn = [
        (registry.kinds[kind], count, begins)
        for counts, begins in ((effects.created_by_kind, True), (effects.closed_by_kind, False))
        for kind, count in counts
        if lane_of(registry.kinds[kind]) and (close or not is_close(registry.kinds[kind]))
    ]
    turns = sum(_turns(kind, effects.reforms[0], begins) for kind, _, begins in drawn)
    return sum(count for _, count, _ in drawn) + _TURN * turns


def _turns(kind: Kind, reform: Reform, begins: bool) -> bool:
    if begins:
        first = kind.first_day
        return bool(first and first.first <= reform.date.last and reform.date.first <= first.last)
    return kind.last_day is not None and (reform.date.first - kind.last_day.last).days == 1


def is_foreign(registry: Registry, effects: Effects) -> bool:
    """Whether every body that the reform concerned is of a kind that has no lane."""
    concerned = (*effects.created, *effects.closed, *effects.moved)
    kinds = {registry.organisations[name].kind for name in concerned}
    return bool(kinds) and not any(lane_of(registry.kinds[kind]) for kind in kinds)


def short_title(text: str, longest: int = LONGEST) -> str:
    """A title as it fits on a picture: "NHS Reorganisation Act" for "National Health Service
    Reorganisation Act 1973", whose year stands before it. Of a title and a subtitle that begins
    with a capital or a number the subtitle is kept ("Liberating the NHS"), else the title."""
    text = text.replace("National Health Service", "NHS").removesuffix(" published")
    text = upper_first(re.sub(r"^\d{4} ", "", text))
    text = re.sub(r"(Act|Order|Regulations|Bill) \d{4}(-\d\d)?", r"\1", text)
    if len(text) > longest or not re.search(r"\) (Act|Bill)$", text):
        text = re.sub(r" \([^)]*\)", "", text)  # what tells one Act from another is kept
    first, colon, second = text.partition(": ")
    if colon and len(text) > longest:
        text = first if second[:1].islower() else second
    return shortened(text, longest)


def shortened(text: str, longest: int) -> str:
    """Cut at a word, with a sign that it was cut; an Act stays an Act."""
    if len(text) <= longest:
        return text
    end = "… Act" if text.endswith(" Act") else "…"
    return text[: longest - len(end)].rsplit(" ", 1)[0].rstrip(",;:") + end


def reform_title(reform: Reform) -> str:
    """A reform's title without the year that stands before it, nor the word "planned", which is
    said in its own way."""
    title = re.sub(r" \(planned\)$", "", reform.title)
    title = re.sub(r"^The \d{4} ", "", title)
    return upper_first(short_title(re.sub(r" of \d{4}$", "", title)))


def date_label(when: PartialDate, years: float) -> str:
    """`2013` on a wide view; `Apr 2013`, then `1 Apr 2013`, the closer one looks."""
    day = when.first
    month = MONTHS[day.month - 1][:3]
    if years > 20.5 or when.precision is Precision.YEAR:
        return str(day.year)
    if years > 9 or when.precision is Precision.MONTH:
        return f"{month} {day.year}"
    return f"{day.day} {month} {day.year}"
