"""Random worlds with every sort of date and fact, sound or not, for questions about days."""

from __future__ import annotations

from hypothesis import strategies as st

from explorer.model import Registry
from explorer.record.build import edition_of, registry_of
from tests.worlds import DESCRIPTOR, table, tables

YEARS = st.integers(2000, 2004)
FIRST_DAYS = ("{}", "{}-04-01", "~{}", "~{}-05", "")
LAST_DAYS = ("", "{}", "{}-10-01", "~{}", "~{}-07", "?{}", "?~{}")
KINDS = ("primary_care_trust", "care_trust", "pct_cluster")
RELATIONS = ("reports_to", "member_of", "hosted_by", "part_of_cluster")
COUNTED_AS = {
    "kind": "care_trust",
    "counted_as": "primary_care_trust",
    "from": "2000-01-01",
    "to": "2003-12-31",
    "source_id": "s",
}


def counted_world(bodies: str, *facts: str, **extra: list[dict[str, str]]) -> Registry:
    """`world`, with care trusts counted as primary care trusts from 2000 to 2003.

    `extra` gives the rows of further tables; rows of `kinds` are added to those of the bodies.
    """
    read = tables(bodies, *facts)
    kinds = {row["kind"]: dict(row) for row in (*map(kind_row, KINDS), *read["kinds"].rows())}
    for row in extra.pop("kinds", ()):
        kinds[row["kind"]] = {**kind_row(row["kind"]), **row}
    for name, rows in {"counted_as": [COUNTED_AS], "kinds": kinds.values(), **extra}.items():
        read[name] = table(name, rows)
    return registry_of(read, edition_of(DESCRIPTOR, "0" * 64))


def kind_row(kind: str) -> dict[str, str]:
    words = kind.replace("_", " ")
    return {"kind": kind, "label": words.capitalize(), "plural": f"{words}s", "tier": "local"}


@st.composite
def rich_worlds(draw: st.DrawFn) -> Registry:
    """Up to seven bodies, each with a history of its own; nothing need fit together."""
    names = [f"B{number}" for number in range(draw(st.integers(1, 7)))]
    bodies, facts = [], []
    for name in names:
        year = draw(YEARS)
        first = draw(st.sampled_from(FIRST_DAYS)).format(year)
        last = draw(st.sampled_from(LAST_DAYS)).format(year + draw(st.integers(1, 3)))
        kind = draw(st.sampled_from(KINDS))
        bodies.append(f"{name}:{kind} {first}..{last}")
    one = st.sampled_from(names)
    for _ in range(draw(st.integers(0, 8))):
        body, other, year = draw(one), draw(one), draw(YEARS)
        span = f"{year}..{draw(st.sampled_from(('', year + 1, year + 3)))}"
        word = draw(st.sampled_from(("Red", "Green")))
        relation = draw(st.sampled_from(RELATIONS))
        sort = draw(st.sampled_from(("legal", "in_use", "label")))
        change = draw(st.sampled_from(("transfer", "merger", "absorption")))
        facts.append(
            draw(
                st.sampled_from(
                    (
                        f'{body}="{word}" {span} {sort}',
                        f"{body}#{word[0]} {span}",
                        f"{body}^{other} {span} {relation}",
                        f"{body}>{other} {year} {change}",
                        f"{body}>{other} {year}-04-01 {change}",
                    )
                )
            )
        )
    facts = [fact for fact in facts if not _of_itself(fact)]
    return counted_world(", ".join(bodies), *dict.fromkeys(facts))


def _of_itself(fact: str) -> bool:
    ends = fact.split(" ")[0].replace(">", "^").split("^")
    return len(ends) == 2 and ends[0] == ends[1]
