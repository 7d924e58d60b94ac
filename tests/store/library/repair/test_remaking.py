"""Issues are made again of their originals."""

from collections.abc import Sequence

import pytest

from store.backends.memory import MemoryFiles
from store.library.catalogue import Catalogue
from store.library.catalogue_file import Change
from store.library.originals import original_file, pack
from store.library.repair.remaking import Remaking, read_plainly, wrong_original
from store.messages import Message
from store.models import CatalogueRow, Issue

TEXT = (
    "老桥通行\n本报讯（记者 叶知秋）望江县的老桥今天通行，乡亲们奔走相告，石匠说手艺也要传下去。\n"
)


def put(files: MemoryFiles, text: str) -> str:
    from hashlib import sha256

    name = sha256(text.encode()).hexdigest()
    files.write(original_file(name), pack(text.encode()))
    return name


def test_an_issue_keeps_its_id_its_date_and_its_paper() -> None:
    files = MemoryFiles()
    change = Change(Catalogue(), files)
    row = CatalogueRow("p-2024-03-05", "临江报", sources=(put(files, TEXT),), aliases=("old",))
    made = Remaking(files, change, read_plainly).again(row, row.sources, b"", apart=True)
    assert made.row
    assert (made.row.id, made.row.paper, made.row.aliases) == (row.id, "临江报", ("old",))
    assert made.row.articles == 1
    assert change.catalogue.at(row.id) == made.row
    assert "without what had been set right" in str(made.how)
    assert "dubao reindex --words" in str(made.how)


def test_originals_that_no_issue_has_make_new_ones() -> None:
    files = MemoryFiles()
    change = Change(Catalogue(), files)
    sources = [put(files, TEXT), put(files, f"临江日报 2024年3月5日\n\n{TEXT}")]
    made = Remaking(files, change, read_plainly).anew(sources)
    assert [each.row.id for each in made if each.row] == [
        row.id for row in change.catalogue.all().values()
    ]
    assert {row.date is None for row in change.catalogue.all().values()} == {True, False}


def test_what_cannot_be_read_is_said() -> None:
    def dead(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
        return [Message("the process has died") for _ in sources]

    files = MemoryFiles()
    change = Change(Catalogue(), files)
    remaking = Remaking(files, change, dead)
    row = CatalogueRow("p", "", sources=(put(files, TEXT),))
    made = (remaking.again(row, row.sources, b"", apart=True), *remaking.anew(row.sources))
    assert [(each.row, str(each.how)) for each in made] == [(None, "the process has died")] * 2
    assert change.catalogue.all() == {}


@pytest.mark.parametrize("name", ["", "../x", "A" * 64])
def test_the_name_of_no_original_is_wrong(name: str) -> None:
    assert "is not the sha256" in str(wrong_original(MemoryFiles(), name))
