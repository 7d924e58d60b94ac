"""The catalogue on disk: what is recent, and what is taken into the base."""

from datetime import UTC, date, datetime, timedelta

import pytest

from store.backends.files import Files
from store.backends.migrations import SCHEMA
from store.backends.serialization import to_json
from store.library.catalogue_file import BASE, RECENT, ROOM, CatalogueFile
from store.models import CatalogueRow


def row(number: int, **fields: object) -> CatalogueRow:
    day = date(2024, 1, 1) + timedelta(number)
    return CatalogueRow(f"linjiangbao-{day}", "临江报", day, **fields)  # type: ignore[arg-type]


def put(ledger: CatalogueFile, *rows: CatalogueRow) -> None:
    with ledger.changing() as change:
        for each in rows:
            change.put(each)


def drop(ledger: CatalogueFile, *rows: CatalogueRow) -> None:
    with ledger.changing() as change:
        change.drop(rows)


def put_and_halt(ledger: CatalogueFile) -> None:
    with ledger.changing() as change:
        change.put(row(1))
        raise KeyError


def days(ledger: CatalogueFile) -> list[str]:
    return [each.id for each in reversed(ledger.current().rows)]


def test_a_change_is_seen_by_others_and_rewrites_what_is_recent_alone(files: Files) -> None:
    ours, other = CatalogueFile(files), CatalogueFile(files)
    put(ours, *map(row, range(ROOM + 1)))
    base = files.stamp(BASE)
    assert base is not None
    assert days(other) == days(ours) == [row(n).id for n in range(ROOM + 1)]
    put(other, row(ROOM + 1))
    assert days(ours)[-1] == row(ROOM + 1).id
    assert files.stamp(BASE) == base


def test_a_change_that_halts_changes_nothing(files: Files) -> None:
    ledger = CatalogueFile(files)
    put(ledger, row(0))
    stamps = ledger.stamps()
    with pytest.raises(KeyError):
        put_and_halt(ledger)
    assert ledger.stamps() == stamps
    assert days(ledger) == days(CatalogueFile(files)) == [row(0).id]


def test_what_is_recent_changes_and_hides_the_base(files: Files) -> None:
    ledger = CatalogueFile(files)
    put(ledger, *map(row, range(ROOM + 1)))
    put(ledger, row(0, sources=("s",), aliases=("a",)))
    drop(ledger, row(1))
    for each in (ledger, CatalogueFile(files)):
        catalogue = each.current()
        assert catalogue.named("a")[0].id == row(0).id
        held = catalogue.holding("s")
        assert held is not None
        assert held.id == row(0).id
        assert catalogue.of_day("临江报", row(1).date) is None
        assert catalogue.free(row(1).id) == row(1).id
        assert catalogue.free(row(0).id) == f"{row(0).id}-2"
        assert days(each) == [row(n).id for n in range(ROOM + 1) if n != 1]
    put(ledger, row(1))
    assert row(1).id in days(CatalogueFile(files))
    drop(ledger, row(0))
    put(ledger, *map(row, range(200, 201 + ROOM)))  # and all of it goes into the base
    for each in (ledger, CatalogueFile(files)):
        assert each.current().holding("s") is None
        assert each.current().free(row(0).id) == row(0).id
        assert len(days(each)) == 2 * ROOM + 1


def test_between_the_two_writes_of_a_fold_both_say_the_same(files: Files) -> None:
    ledger = CatalogueFile(files)
    put(ledger, *map(row, range(ROOM + 1)))
    put(ledger, row(0, revision=3))
    drop(ledger, row(2))
    recent, before = files.read(RECENT), days(CatalogueFile(files))
    assert recent is not None
    with files.lock():
        ledger.rewrite(ledger.current().all().values())
    files.write(RECENT, recent)  # the process ended before it had emptied this
    assert days(CatalogueFile(files)) == days(ledger) == before
    assert CatalogueFile(files).current().revision == 4


@pytest.mark.parametrize("folded", [False, True])
def test_no_number_is_given_twice_though_its_issue_is_deleted(files: Files, folded: bool) -> None:
    ledger = CatalogueFile(files)
    put(ledger, row(0), row(1, revision=7))
    if folded:
        with files.lock():
            ledger.rewrite(ledger.current().all().values(), ledger.current().counted)
    drop(ledger, row(1, revision=7))
    for each in (ledger, CatalogueFile(files)):
        assert each.current().revision == 8
    put(ledger, *(row(n, revision=1) for n in range(2, ROOM + 4)))  # which goes into the base
    assert files.stamp(BASE)
    assert CatalogueFile(files).current().revision == 8


def test_the_undated_stay_in_the_order_of_their_import(files: Files) -> None:
    ledger = CatalogueFile(files)
    undated = [CatalogueRow(f"linjiangbao-undated-{n:06x}", "临江报") for n in range(ROOM + 1)]
    put(ledger, *undated)
    put(ledger, undated[0])
    put(ledger, CatalogueRow("linjiangbao-undated-ffffff", "临江报"))
    assert days(CatalogueFile(files)) == [
        *(each.id for each in undated),
        "linjiangbao-undated-ffffff",
    ]


def test_a_removed_issue_leaves_its_name_to_another(files: Files) -> None:
    ledger = CatalogueFile(files)
    gone = row(0, revision=5, removed=datetime(2024, 3, 5, tzinfo=UTC))
    put(ledger, gone, row(0, revision=6))
    assert ledger.current().removed == (gone,)
    assert ledger.current().rows == (row(0, revision=6),)
    assert ledger.current().revision == 7


def test_a_catalogue_of_the_first_schema_is_brought_forward(files: Files) -> None:
    keys = ["0123456789abcdef", "fedcba9876543210"]
    old = {"id": "linjiangbao-2024-03-05", "paper": "临江报", "date": "2024-03-05", "keys": keys}
    files.write(
        BASE, to_json({"dubao": {"1": {"schema": 1}}, "issues": {"linjiangbao-2024-03-05": old}})
    )
    ledger = CatalogueFile(files)
    assert ledger.current().rows[0].keys == tuple(keys)
    assert ledger.current().rows[0].articles == 2
    put(ledger, *map(row, range(100, 101 + ROOM)))
    assert b'"schema":%d' % SCHEMA in (files.read(BASE) or b"")
    assert CatalogueFile(files).current().named("linjiangbao-2024-03-05")[0].keys == tuple(keys)
