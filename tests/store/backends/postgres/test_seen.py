"""What was seen of an archive is remembered by its address, and by its cluster."""

from pathlib import Path

import pytest

from store.backends.postgres.seen import Seen

ADDRESS = "postgresql://a.example/papers"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache."""
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    return tmp_path


def test_what_was_written_is_known_to_the_next_process() -> None:
    Seen(ADDRESS).note_written(7)
    assert Seen(ADDRESS).change == 7
    assert Seen("postgresql://b.example/papers").change == 0


def test_what_was_seen_is_never_less_within_a_process() -> None:
    seen = Seen(ADDRESS)
    seen.note_change(5)
    seen.note_change(3)
    assert seen.change == 5
    assert Seen(ADDRESS).change == 0


def test_a_timeline_is_that_of_its_cluster_by_whatever_address() -> None:
    Seen(ADDRESS).note_timeline(11, 3)
    Seen(ADDRESS).note_timeline(11, 2)
    other = Seen("service=papers")
    assert other.timeline(11) == 3
    assert other.timeline(12) == 0


@pytest.mark.parametrize("damage", [b"", b"{", b'{"a":1}', b"x" * 2**17])
def test_what_is_damaged_is_as_good_as_nothing(cache: Path, damage: bytes) -> None:
    seen = Seen(ADDRESS)
    seen.note_written(7)
    seen.note_timeline(11, 3)
    for path in cache.rglob("*.json"):
        path.write_bytes(damage)
    assert Seen(ADDRESS).change == 0
    assert Seen(ADDRESS).timeline(11) == 0


def test_a_cache_that_cannot_be_written_is_no_error(cache: Path) -> None:
    (cache / "archives").write_text("")
    seen = Seen(ADDRESS)
    seen.note_written(7)
    seen.note_timeline(11, 3)
    assert seen.change == 7
