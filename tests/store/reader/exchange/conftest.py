"""Two hosts and an archive."""

from pathlib import Path

import pytest

from tests.store.reader.exchange.hosts import HeldArchive, Host


@pytest.fixture
def held() -> HeldArchive:
    """Give an empty archive."""
    return HeldArchive()


@pytest.fixture
def hosts(tmp_path: Path, held: HeldArchive) -> tuple[Host, Host]:
    """Give two hosts on which one reader reads."""
    return Host(tmp_path / "one", held), Host(tmp_path / "other", held)
