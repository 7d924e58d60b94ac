"""The catalogue's order, and what is found in it."""

from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from msgspec.structs import replace

from store.errors import NotFoundError
from store.library.catalogue import Catalogue, Rows, slot
from store.models import CatalogueRow


def row(
    name: str, day: date | None = None, not_before: str = "", paper: str = "临江报", was: str = ""
) -> CatalogueRow:
    return CatalogueRow(name, paper, day, not_before, aliases=(was,) if was else ())


def holding(*rows: CatalogueRow) -> Catalogue:
    return Catalogue(Rows({slot(each): each for each in rows}))


def names(*rows: CatalogueRow) -> list[str]:
    return [each.id for each in holding(*rows).rows]


def test_the_newest_comes_first() -> None:
    assert names(row("a", date(2024, 3, 5)), row("b", date(2024, 3, 6))) == ["b", "a"]


def test_papers_of_one_day_come_by_name() -> None:
    day = date(2024, 3, 5)
    assert names(row("a", day, paper="清溪报"), row("b", day, paper="东湖报")) == ["b", "a"]


def test_the_undated_come_last_by_what_their_text_proves_then_by_import() -> None:
    rows = row("a"), row("b", not_before="11-18"), row("c"), row("d", date(1999, 1, 1))
    assert names(*rows) == ["d", "b", "c", "a"]


def test_what_is_sorted_out_once_is_found_as_if_it_were_each_time() -> None:
    day = date(2024, 3, 5)
    parts = [row("a", day, was="x"), row("b", day, paper="东湖报"), row("c", was="x"), row("d")]
    sources = [("1", "2:page"), ("2",), ("3:page",), ("3", "4:page")]
    rows = [replace(each, sources=held) for each, held in zip(parts, sources, strict=True)]
    rows.append(replace(rows[3], id="e", revision=7, removed=datetime(2024, 3, 6, tzinfo=UTC)))
    for order in permutations(rows):
        grown = Rows()
        for each in order:
            grown = grown.changed(put=[each])
        anew = Rows({slot(each): each for each in order})
        assert grown.by_source.keys() == anew.by_source.keys()
        assert [grown.by_source[held].id for held in "123"] == ["a", "b", "d"]
        for found in ("by_slot", "by_day", "by_paper", "by_alias", "revision", "removed"):
            assert getattr(grown, found) == getattr(anew, found)
    assert grown.changed(put=[replace(rows[0], paper="清溪报")]).by_paper.keys() == {
        "清溪报",
        "东湖报",
        "临江报",
    }
    assert "1" not in grown.changed(gone=["a"]).by_source


def test_a_present_id_goes_before_a_former_one() -> None:
    found = holding(row("b", date(2024, 3, 5), was="a"), row("a")).named("a")
    assert [each.id for each in found] == ["a", "b"]


def test_an_unknown_name_is_told_with_the_closest() -> None:
    with pytest.raises(NotFoundError, match="closest names are linjiangbao-2024-03-05"):
        holding(row("linjiangbao-2024-03-05")).named("linjangbao-2024-03-05")
    with pytest.raises(NotFoundError, match="dubao list"):
        Catalogue().named("linjiangbao-2024-03-05")


def test_a_day_is_found_in_either_script_and_never_without_a_date() -> None:
    catalogue = holding(row("a", date(2024, 3, 5)), row("b"))
    found = catalogue.of_day("臨江報", date(2024, 3, 5))
    assert found is not None
    assert found.id == "a"
    assert catalogue.of_day("东湖报", date(2024, 3, 5)) is None
    assert catalogue.of_day("临江报", None) is None


def test_a_paper_s_issues_are_found_dated_or_not_and_as_they_are_now() -> None:
    catalogue = holding(row("a", date(2024, 3, 5)), row("b"), row("c"))
    catalogue = catalogue.changed(put=[row("b", date(2024, 3, 6))], gone=["c"])
    found = catalogue.of_paper("臨江報")
    assert [(each.id, each.date) for each in found] == [
        ("a", date(2024, 3, 5)),
        ("b", date(2024, 3, 6)),
    ]
    assert not catalogue.of_paper("东湖报")


def test_a_taken_name_is_counted_up() -> None:
    assert holding(row("a"), row("a-2")).free("a") == "a-3"
    assert holding(row("a")).free("b") == "b"
