"""Small worlds for tests: written as text, or drawn at random.

`world("A 2002..2013, C 2013..", "A>C 2013 1")` is two bodies and one succession. Times are
half-open, as inside the explorer: `2002..2013` is [1 January 2002, 1 January 2013). A full day may
stand wherever a year may; `~1999` is the partial date 1999 as a source would give it. A body may
name its kind: `A:primary_care_trust 2002..2013`; an end of `?2015` is an unknown end, last seen the
day before. An arc is `FROM>TO DAY [SHARE] [KIND] [LINE] [@BASIS]`, a relation
`CHILD^PARENT START..END [RELATION]`, a name `BODY="Text" START..END [TYPE]`, a code
`BODY#CODE START..END`. No text is checked: worlds may be wrong on purpose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from explorer.model import Registry
from explorer.record.build import edition_of, registry_of
from explorer.record.needs import COLUMNS, OPTIONAL_COLUMNS
from explorer.schema import Table, table_schema

DESCRIPTOR = {
    "name": "world",
    "title": "A small world",
    "version": "0.0.1",
    "asKnownOn": "2026-07-02",
    "firstDay": "1948-07-05",
    "lastDay": "2027-12-31",
}
KEYS = {
    "sources": "source_id",
    "kinds": "kind",
    "organisations": "id",
    "change_events": "event_id",
    "successions": "from_id to_id date line",
    "shares": "from_id to_id date line share_basis",
}
LINES = {"commissioner", "place", "strategic", "system", "function", "cluster", "regional"}
LIVES_ON = {"transfer", "boundary-change"}
CHANGES = {
    "merger",
    "split",
    "replacement",
    "conversion",
    "reorganisation",
    "absorption",
} | LIVES_ON
DEFAULT_KIND = "clinical_commissioning_group"


def table(name: str, rows: Iterable[dict[str, str]]) -> Table:
    """A table of the record from rows that may leave out columns (blank then)."""
    columns = {**COLUMNS, **OPTIONAL_COLUMNS}[name].split()
    schema = table_schema(
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {
                "fields": [{"name": column} for column in columns],
                "primaryKey": KEYS.get(name, "").split(),
            },
        }
    )
    rows = list(rows)
    texts = {column: tuple(row.get(column, "") for row in rows) for column in columns}
    return Table(schema, texts, tuple(range(2, len(rows) + 2)))


def registry(**rows: Iterable[dict[str, str]]) -> Registry:
    """A registry from rows by table; tables not named are empty, kinds not named are plain."""
    listed = list(rows.get("kinds", ()))
    rows["organisations"] = list(rows.get("organisations", ()))
    used = {row["kind"] for row in rows["organisations"]} - {row["kind"] for row in listed}
    rows["kinds"] = [*listed, *({"kind": kind} for kind in sorted(used))]
    tables = {name: table(name, rows.get(name, ())) for name in {*COLUMNS, *rows}}
    return registry_of(tables, edition_of(DESCRIPTOR, "0" * 64))


def tables(bodies: str, *facts: str) -> dict[str, Table]:
    """The tables behind `world(bodies, *facts)`."""
    rows = defaultdict(list)
    for text in filter(None, map(str.strip, bodies.split(","))):
        _body(rows, text)
    for text in facts:
        for fact in filter(None, map(str.strip, text.split(","))):
            _fact(rows, fact)
    _events(rows)
    kinds = {row["kind"] for row in rows["organisations"]}
    rows["kinds"] = [
        {"kind": kind, "label": kind.replace("_", " ").capitalize(), "tier": "local",
         "plural": kind.replace("_", " ") + "s", "short": kind[:3].upper(), "source_id": "s"}
        for kind in sorted(kinds)
    ]  # fmt: skip
    rows["sources"] = [{"source_id": "s", "title": "A source", "publisher": "A publisher"}]
    return {name: table(name, rows[name]) for name in {*COLUMNS, *rows}}


def world(bodies: str, *facts: str) -> Registry:
    return registry_of(tables(bodies, *facts), edition_of(DESCRIPTOR, "0" * 64))


def _first(text: str) -> tuple[str, str]:
    """A first day and its precision."""
    if text.startswith("~"):
        return text[1:], {4: "year", 7: "month"}[len(text) - 1]
    return (f"{text}-01-01" if len(text) == 4 else text, "day") if text else ("", "")


def _last(text: str) -> tuple[str, str]:
    """The last day of a half-open period that ends on `text`, and its precision."""
    day, precision = _first(text)
    if precision != "day":
        return day, precision
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat(), "day"


def _body(rows: dict[str, list], text: str) -> None:
    head, _, span = text.partition(" ")
    name, _, kind = head.partition(":")
    start, _, end = (span or "..").strip().partition("..")
    seen = end.startswith("?")
    opened, opened_precision = _first(start)
    last, precision = _last(end.removeprefix("?"))
    rows["organisations"].append(
        {
            "id": name,
            "name": f"Body {name}",
            "kind": kind or DEFAULT_KIND,
            "status": "end_unknown" if seen else "closed" if last else "in_force",
            "opened": opened,
            "opened_precision": opened_precision,
            "closed": "" if seen else last,
            "closed_precision": "" if seen else precision,
            "last_seen": last if seen else "",
            "source_id": "s",
        }
    )
    rows["names"].append(
        {"org_id": name, "name": f"Body {name}", "name_type": "in_use", "source_id": "s"}
    )


def _fact(rows: dict[str, list], text: str) -> None:
    if found := re.fullmatch(r'(\S+?)="(.*?)" (\S*?)\.\.(\S*)(?: (\S+))?', text):
        body, name, start, end, sort = found.groups()
        rows["names"].append(
            {"org_id": body, "name": name, "name_type": sort or "in_use", "source_id": "s",
             "from": _first(start)[0], "to": _last(end)[0]}
        )  # fmt: skip
    elif found := re.fullmatch(r"(\S+?)#(\S+) (\S*?)\.\.(\S*)", text):
        body, code, start, end = found.groups()
        rows["codes"].append(
            {"org_id": body, "scheme": "ODS", "code": code, "source_id": "s",
             "from": _first(start)[0], "to": _last(end)[0]}
        )  # fmt: skip
    elif found := re.fullmatch(r"(\S+?)\^(\S+) (\S*?)\.\.(\S*)(?: (\S+))?", text):
        child, parent, start, end, relation = found.groups()
        rows["relationships"].append(
            {"child_id": child, "parent_id": parent, "relation": relation or "reports_to",
             "source_id": "s", "from": _first(start)[0], "to": _last(end)[0]}
        )  # fmt: skip
    else:
        _arc(rows, text)


def _arc(rows: dict[str, list], text: str) -> None:
    ends, day, *rest = text.split()
    original, result = ends.split(">")
    words = set(rest)
    line = next(iter(words & LINES), "commissioner")
    basis = next((word[1:] for word in words if word.startswith("@")), "whole")
    when, precision = _first(day)
    arc = {"from_id": original, "to_id": result, "date": when, "line": line, "source_id": "s"}
    rows["successions"].append(
        {**arc, "date_precision": precision, "kind": next(iter(words & CHANGES), ""),
         "confidence": "certain"}
    )  # fmt: skip
    for word in rest:
        if re.fullmatch(r"[\d.]+", word):
            rows["shares"].append({**arc, "share": word, "share_basis": basis})


def _events(rows: dict[str, list]) -> None:
    """Arcs connected on one day in one line are one event; its kind follows from its arity."""
    groups: list[list[dict]] = []
    for arc in rows["successions"]:
        ends = {arc["from_id"], arc["to_id"]}
        joined = [
            group for group in groups
            if group[0]["date"] == arc["date"] and group[0]["line"] == arc["line"]
            and any(ends & {other["from_id"], other["to_id"]} for other in group)
        ]  # fmt: skip
        groups = [group for group in groups if all(group is not other for other in joined)]
        groups.append([other for group in joined for other in group] + [arc])
    for number, group in enumerate(groups, 1):
        originals = len({arc["from_id"] for arc in group})
        results = len({arc["to_id"] for arc in group})
        plain = {
            (True, True): "replacement", (False, True): "merger", (True, False): "split",
            (False, False): "reorganisation",
        }[originals == 1, results == 1]  # fmt: skip
        kind = next((arc["kind"] for arc in group if arc["kind"]), plain)
        event = f"e{number}"
        for arc in group:
            arc.update(event_id=event, kind=kind)
        first = group[0]
        rows["change_events"].append(
            {"event_id": event, "date": first["date"], "date_precision": first["date_precision"],
             "kind": kind, "line": first["line"], "title": f"Event {number}", "source_id": "s"}
        )  # fmt: skip


FIRST_YEAR, YEARS = 2000, 9
HAPPENINGS = (*sorted(CHANGES - {"conversion", "boundary-change"}), "open", "close")
SHARES = (None, 0.1, 0.25, 0.5, 0.75, 0.9)


@st.composite
def world_texts(draw: st.DrawFn, lines: tuple[str, ...] = ("commissioner",)) -> tuple[str, ...]:
    """The arguments of `world` for a random, valid world: one small history for each line."""
    bodies: list[str] = []
    facts: list[str] = []
    for number, line in enumerate(lines):
        prefix = "ABCDEFG"[number]
        _history(draw, bodies, facts, prefix=prefix, line=line)
    names = [text.split()[0] for text in bodies]
    for _ in range(draw(st.integers(0, 4))):
        child, parent = draw(st.permutations(names))[:2] if len(names) > 1 else ("", "")
        start = draw(st.integers(0, YEARS - 1))
        end = draw(st.integers(start + 1, YEARS))
        if child:
            facts.append(f"{child}^{parent} {FIRST_YEAR + start}..{FIRST_YEAR + end}")
    for _ in range(draw(st.integers(0, 3))):
        body = draw(st.sampled_from(names))
        start = FIRST_YEAR + draw(st.integers(0, YEARS - 1))
        word = draw(st.sampled_from(["Red", "Green", "Blue"]))
        facts.append(f'{body}="{word}" {start}..{start + draw(st.integers(1, 4))}')
    return (", ".join(bodies), *facts)


def _history(
    draw: st.DrawFn, bodies: list[str], facts: list[str], *, prefix: str, line: str
) -> None:
    """Bodies that open, change into one another and close, year by year."""
    born: dict[str, int] = {}
    died: dict[str, int] = {}

    def new(year: int) -> str:
        name = f"{prefix}{len(born)}"
        born[name] = year
        return name

    for _ in range(draw(st.integers(1, 4))):
        new(0)
    for year in range(1, YEARS):
        day = FIRST_YEAR + year
        living = sorted(name for name in born if name not in died and born[name] < year)
        touched: set[str] = set()
        for _ in range(draw(st.integers(0, 2))):
            free = [name for name in living if name not in touched]
            change = draw(st.sampled_from(HAPPENINGS))
            if change == "open":
                touched.add(new(year))
            elif change == "close" and free:
                died[free[0]] = year
                touched.add(free[0])
            elif change in ("split", "replacement") and free:
                count = 1 if change == "replacement" else draw(st.integers(2, 3))
                results = [new(year) for _ in range(count)]
                _change(draw, facts, [free[0]], results, day, change, line)
                died[free[0]] = year
                touched.update([free[0], *results])
            elif change in ("merger", "reorganisation") and len(free) > 1:
                results = [new(year) for _ in range(1 if change == "merger" else 2)]
                _change(draw, facts, free[:2], results, day, change, line)
                died.update(dict.fromkeys(free[:2], year))
                touched.update(free[:2], results)
            elif change in ("absorption", "transfer") and len(free) > 1:
                _change(draw, facts, [free[0]], [free[1]], day, change, line)
                if change == "absorption":
                    died[free[0]] = year
                touched.update(free[:2])
    for name, year in born.items():
        end = FIRST_YEAR + died[name] if name in died else ""
        bodies.append(f"{name} {FIRST_YEAR + year}..{end}")


def _change(
    draw: st.DrawFn,
    facts: list[str],
    originals: list[str],
    results: list[str],
    day: int,
    kind: str,
    line: str,
) -> None:
    for original in originals:
        left = 1.0
        for number, result in enumerate(results):
            whole = kind not in LIVES_ON and number == len(results) - 1
            share = draw(st.sampled_from((None, round(left, 4)) if whole else SHARES))
            if share is not None and (share > left or share == 0):
                share = None
            left -= share or 0
            words = [
                f"{original}>{result}",
                str(day),
                "" if share is None else str(share),
                kind,
                line,
            ]
            facts.append(" ".join(filter(None, words)))


def worlds(lines: tuple[str, ...] = ("commissioner",)) -> st.SearchStrategy[Registry]:
    """Random valid worlds."""
    return world_texts(lines).map(lambda texts: world(*texts))
