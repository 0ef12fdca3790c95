"""The default share: one basis for a whole split, the best that was measured."""

from explorer.record.build import edition_of, registry_of
from tests.worlds import DESCRIPTOR, table, tables


def split(*measurements):
    """A split of A into B and C with the shares given as (result, share, basis)."""
    world = tables("A 2002..2013, B 2013.., C 2013..", "A>B 2013, A>C 2013")
    arc = {"from_id": "A", "date": "2013-01-01", "line": "commissioner", "source_id": "s"}
    world["shares"] = table(
        "shares",
        [
            {**arc, "to_id": to, "share": str(share), "share_basis": basis}
            for to, share, basis in measurements
        ],
    )
    found = registry_of(world, edition_of(DESCRIPTOR, ""))
    return {arc.to_id: (arc.share, arc.basis, len(arc.measurements)) for arc in found.successions}


def test_small_areas_come_before_postcodes_before_practices():
    assert split(
        ("B", 0.1, "practices"), ("C", 0.9, "practices"),
        ("B", 0.2, "postcodes"), ("C", 0.8, "postcodes"),
        ("B", 0.3, "small_areas"), ("C", 0.7, "small_areas"),
    ) == {"B": (0.3, "small_areas", 3), "C": (0.7, "small_areas", 3)}  # fmt: skip


def test_bases_are_never_mixed_within_one_split():
    assert split(("B", 0.3, "small_areas"), ("C", 0.8, "practices")) == {
        "B": (0.3, "small_areas", 1),
        "C": (None, None, 1),
    }


def test_no_measurement_is_no_share():
    assert split() == {"B": (None, None, 0), "C": (None, None, 0)}
