"""Labels on stems: none cut by a stem, none on another, the important ones kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.layout.timeline.staircase import Room, Stem, staircase

ROOM = Room(0, 1000, 6, 10)


def stem(key, x, width=100, rank=0):
    return Stem(key, x, (width,), rank)


def rows(places):
    return {place.stem.key: place.row for place in places}


def test_labels_with_room_stand_in_the_lowest_row_right_of_their_stems():
    found = staircase([stem("a", 100), stem("b", 400)], ROOM)
    assert rows(found) == {"a": 0, "b": 0}
    assert not any(place.left for place in found)


def test_a_label_climbs_over_the_stem_that_would_cut_it():
    found = staircase([stem("a", 500, 300), stem("b", 600, 300), stem("c", 300, 300)], ROOM)
    by_key = {place.stem.key: place for place in found}
    assert len(by_key) == 3
    assert not cuts(found)


def test_at_the_end_of_the_line_labels_stand_left_of_their_stems():
    (place,) = staircase([stem("a", 950)], ROOM)
    assert place.left


def test_a_label_too_long_for_either_side_is_left_out():
    assert staircase([stem("a", 500, 600)], ROOM) == ()


def test_a_shorter_wording_is_taken_where_the_full_one_does_not_fit():
    (place,) = staircase([Stem("a", 500, (600, 200))], ROOM)
    assert (place.wording, place.width) == (1, 200)


def test_where_the_rows_do_not_suffice_the_low_ranks_are_kept():
    many = [stem(f"s{i}", 400 + i, 450, rank=i) for i in range(12)]
    kept = {place.stem.rank for place in staircase(many, Room(0, 1000, 4, 10))}
    assert kept == {0, 1, 2, 3}


def cuts(places, gap=10):
    """Pairs of a label and a stem that runs through it, and of labels on each other."""
    found = []
    for one in places:
        left, right = one.span(0)
        for other in places:
            if other is one:
                continue
            a, b = other.span(0)
            if other.row >= one.row and left < other.stem.x < right:
                found.append((one, other))
            if other.row == one.row and left < b and a < right:
                found.append((one, other))
    return found


stems = st.lists(st.tuples(st.floats(0, 1000), st.floats(20, 400), st.integers(0, 3)), max_size=14)


@settings(max_examples=120, deadline=None)
@given(stems)
def test_no_stem_ever_cuts_a_label(drawn):
    found = staircase(
        [stem(f"s{i}", x, width, rank) for i, (x, width, rank) in enumerate(drawn)], ROOM
    )
    assert not cuts(found)
    assert all(0 <= place.row < ROOM.rows for place in found)
    for place in found:
        left, right = place.span(0)
        assert left >= -1e-6
        assert right <= 1000 + 1e-6


@settings(max_examples=40, deadline=None)
@given(stems, st.randoms())
def test_the_order_of_the_stems_does_not_matter(drawn, random):
    given_stems = [stem(f"s{i}", x, width, rank) for i, (x, width, rank) in enumerate(drawn)]
    shuffled = list(given_stems)
    random.shuffle(shuffled)
    assert staircase(given_stems, ROOM) == staircase(shuffled, ROOM)
