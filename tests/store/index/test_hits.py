"""Sets of articles by issue do what sets of pairs do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.index.hits import EVERYTHING, NOWHERE, Hits, Spot, flags
from store.models import CatalogueRow

SIZES = {"a": 3, "b": 1, "c": 5, "empty": 0}
ROWS = tuple(
    CatalogueRow(name, "纸", keyed="".join(f"{name:0>15}{at}" for at in range(size)))
    for name, size in SIZES.items()
)
SPOTS = [(name, at) for name, size in SIZES.items() for at in range(size)]
spots = st.frozensets(st.sampled_from(SPOTS))


def hits(wanted: frozenset[Spot]) -> Hits:
    """Return these spots as hits, in the catalogue's order."""
    truths = {name: [(name, at) in wanted for at in range(size)] for name, size in SIZES.items()}
    return Hits.of(truths)


def spots_of(found: Hits) -> frozenset[Spot]:
    """Return hits as spots."""
    return frozenset((name, at) for name in found for at in found.select(name, range(SIZES[name])))


@given(spots)
def test_what_is_put_in_is_held(wanted: frozenset[Spot]) -> None:
    found = hits(wanted)
    assert spots_of(found) == wanted
    assert {spot for spot in SPOTS if found.holds(spot)} == wanted
    assert found.count == len(wanted)
    assert bool(found) is bool(wanted)
    assert {name for name in SIZES if name in found} == {name for name, _ in wanted}
    assert list(found) == [name for name in SIZES if name in found]


@given(spots, spots)
def test_sets_are_united_and_subtracted(one: frozenset[Spot], other: frozenset[Spot]) -> None:
    assert hits(one).union(hits(other)) == hits(one | other)
    assert hits(one).without(hits(other)) == hits(one - other)
    assert (hits(one) == hits(other)) is (one == other)


@given(spots, st.sampled_from([*SPOTS, NOWHERE, ("a", 9)]))
def test_one_article_alone(wanted: frozenset[Spot], spot: Spot) -> None:
    assert spots_of(hits(wanted).only(spot)) == wanted & {spot}


@given(spots, spots)
def test_hits_among_some_articles_are_counted(
    wanted: frozenset[Spot], flagged: frozenset[Spot]
) -> None:
    meant = {name: flags((name, at) in flagged for at in range(SIZES[name])) for name in SIZES}
    counts = [hits(wanted).count_among(name, meant[name]) for name in SIZES]
    assert sum(counts) == len(wanted & flagged)
    assert sum(EVERYTHING.count_among(name, meant[name]) for name in SIZES) == len(flagged)


@given(spots)
def test_keys_are_those_of_the_articles_found(wanted: frozenset[Spot]) -> None:
    keys = hits(wanted).keys(ROWS)
    assert keys == tuple(row.keys[at] for row in ROWS for at in range(5) if (row.id, at) in wanted)


def test_all_articles_of_some_issues() -> None:
    found = Hits.all_of(ROWS)
    assert spots_of(found) == set(SPOTS)
    assert "empty" not in found
    assert found.holds_all("a")
    assert not found.holds_all("empty")
    assert not found.without(hits(frozenset({("a", 1)}))).holds_all("a")


def test_hits_of_some_issues_alone_and_in_another_order() -> None:
    found = Hits.all_of(ROWS)
    assert list(found.within({"b", "a"})) == ["a", "b"]
    assert list(found.in_order({"c": 0, "b": 1, "a": 2})) == ["c", "b", "a"]


def test_union_keeps_the_order_and_changes_neither() -> None:
    one, other = hits(frozenset({("c", 1)})), hits(frozenset({("a", 0), ("c", 2)}))
    assert list(one.union(other)) == ["c", "a"]
    assert spots_of(one) == {("c", 1)}
    assert spots_of(other) == {("a", 0), ("c", 2)}


@pytest.mark.parametrize("spot", [*SPOTS, NOWHERE])
def test_everything_leaves_everything(spot: Spot) -> None:
    assert EVERYTHING.holds(spot)
    assert spot[0] in EVERYTHING
    assert not EVERYTHING.only(spot)
    assert list(EVERYTHING.select(spot[0], "abc")) == ["a", "b", "c"]
    assert EVERYTHING.keys(ROWS) == Hits.all_of(ROWS).keys(ROWS)
