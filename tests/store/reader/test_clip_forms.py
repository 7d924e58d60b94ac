"""Clippings as other programs take them."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from store.errors import DubaoError
from store.reader.clip_forms import BOM, FORMS, document, form_of
from store.reader.clippings import Clip
from store.reader.short_names import short_names

CLIP = Clip(
    "20240306000000000000",
    datetime(2024, 3, 6, tzinfo=UTC),
    "linjiangbao-2024-03-05/1.1",
    "key",
    "临江报",
    date(2024, 3, 5),
    "A1",
    "古桥修好了 50%_{新}",
    authors=("叶知秋", "顾长河"),
    paragraphs=("石匠说。", "完。"),
    note="写序时用 & 查",
)
BARE = replace(CLIP, id="2", article="x/1.1", paper="", date=None, page="", headline="", authors=(),
               paragraphs=("=1+1",), note="")  # fmt: skip


def test_a_table_opens_in_excel_and_runs_nothing() -> None:
    text = document([CLIP, BARE], "csv")
    assert text.startswith(f"{BOM}Id,Date,Paper,Page")
    assert text.count("\r\n") == 3
    assert document([], "csv", str.upper).startswith(f"{BOM}ID,DATE"), "as one's language has it"
    first, second = csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""))
    assert (first["Text"], first["Note"]) == ("石匠说。\n完。", CLIP.note)
    assert first["Citation"] == CLIP.citation
    assert second["Text"] == "'=1+1"
    assert first["Id"] == short_names([CLIP.id, BARE.id])[CLIP.id]


@pytest.mark.parametrize("begins", "=+-@\t＝＋－＠")
def test_no_cell_is_a_formula(begins: str) -> None:
    cells = document([replace(CLIP, note=f"{begins}HYPERLINK(1)", paper=f"{begins}1")], "csv")
    _, row = csv.reader(io.StringIO(cells, newline=""))
    assert not any(cell.startswith(begins) for cell in row)


def test_markdown_quotes_the_text_above_note_and_source() -> None:
    lines = document([CLIP], "markdown").splitlines()
    assert lines[:3] == ["## 古桥修好了 50%\\_{新}", "", "> 石匠说。"]
    assert lines[-3] == "*写序时用 & 查*"
    assert lines[-1].startswith("— 叶知秋, 顾长河")


def test_a_bibliography_says_all_that_is_known() -> None:
    text = document([CLIP, BARE], "bibtex")
    assert text.startswith("@article{linjiangbao-2024-03-05-")
    for line in (
        "title = {{古桥修好了 50\\%\\_新}},", "author = {{叶知秋} and {顾长河}},",
        "journal = {临江报},", "entrysubtype = {newspaper},", "date = {2024-03-05},",
        "pages = {A1},", "note = {写序时用 \\& 查},",
    ):  # fmt: skip
        assert f"  {line}\n" in text
    assert text.count("{") == text.count("}")
    assert text.count("journal") == 1


def test_references_for_managers_of_them() -> None:
    lines = document([CLIP, BARE], "ris").split("\r\n")
    assert lines[:4] == ["TY  - NEWS", "TI  - 古桥修好了 50%_{新}", "AU  - 叶知秋", "AU  - 顾长河"]
    assert {"T2  - 临江报", "PY  - 2024", "DA  - 2024/03/05", "SP  - A1"} <= set(lines)
    assert "AB  - 石匠说。 完。" in lines
    assert lines.count("ER  - ") == 2


def test_csl_json_is_what_zotero_and_pandoc_read() -> None:
    whole, bare = json.loads(document([CLIP, BARE], "csl-json"))
    assert whole["type"] == "article-newspaper"
    assert whole["author"] == [{"literal": "叶知秋"}, {"literal": "顾长河"}]
    assert whole["issued"] == {"date-parts": [[2024, 3, 5]]}
    assert (whole["container-title"], whole["page"], whole["note"]) == ("临江报", "A1", CLIP.note)
    assert bare.keys() == {"id", "type", "abstract"}
    assert whole["id"] != bare["id"]


@pytest.mark.parametrize("form", FORMS)
def test_no_clippings_are_a_document_and_no_control_is_printed(form: str) -> None:
    document([], form)
    text = document([replace(CLIP, headline="\x1b[31m", note="\x9bH\u202e")], form)
    assert not set(text) & set("\x1b\x9b\u202e")


def test_a_files_name_tells_the_format() -> None:
    assert [form_of(f"/a/剪报{suffix}") for suffix, _ in FORMS.values()] == list(FORMS)
    with pytest.raises(DubaoError, match=r"one of \.md"):
        form_of("剪报.doc")
