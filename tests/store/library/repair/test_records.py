"""Files of records are looked through, and what cannot be read of them is set aside."""

from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.library.repair.records import check_records
from store.subscriptions.models import FetchState


def states(files: Files) -> StateRecords[object]:
    return StateRecords(files, "fetches.json", "states", FetchState)


@pytest.mark.parametrize("data", [b"{{{", b'{"states":{"a":{"came":-1}}}'])
def test_what_is_damaged_is_told_and_set_aside_when_it_is_to_be(
    data: bytes, tmp_path: Path
) -> None:
    files = DiskFiles(tmp_path)
    assert check_records(files, [states]) == []
    (tmp_path / "fetches.json").write_bytes(data)
    (found,) = check_records(files, [states])
    assert found.mended is None
    (mended,) = check_records(files, [states], repair=True)
    assert "fetches.json.damaged-1" in str(mended.mended)
    assert (tmp_path / "fetches.json.damaged-1").read_bytes() == data
    assert check_records(files, [states]) == []
