"""Columns from right to left: the same lines as in horizontal setting, turned by a quarter."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.models import Article
from tui.typeset import Layout, first_row, lay_out, width
from tui.typeset.ambiguous import draw_ambiguous
from tui.typeset.setting import Run

SHORT = Article(
    headline="古桥开市",
    paragraphs=("3月11日，老桥的集市开了，来了2000人。", "“好！”他说。"),
)


@pytest.fixture(autouse=True)
def narrow() -> Iterator[None]:
    yield
    draw_ambiguous(False)


@pytest.fixture
def long(story: Article) -> Article:
    """Give a story of many pages."""
    return replace(story, paragraphs=story.paragraphs * 20)


def window(layout: Layout, top: int, cells: int, height: int) -> list[list[Run]]:
    layout.count(top + layout.rows)
    return [list(layout.runs(top, y, cells)) for y in range(height)]


def text_of(row: list[Run]) -> str:
    return "".join(run.text for run in row).rstrip()


def test_an_article_stands_from_right_to_left() -> None:
    layout = lay_out(SHORT, 26, 10, vertical=True)
    assert [text_of(row) for row in window(layout, 0, 26, 10)] == [
        "            ２ 集",
        "            ０ 市",
        "         ﹃ ０ 开 ３",
        "         好 ０ 了 月    古",
        "         ︕ 人 ︐ 11    桥",
        "         ﹄ ︒ 来 日    开",
        "         他    了 ︐    市",
        "         说       老",
        "         ︒       桥",
        "                  的",
    ]


@pytest.mark.parametrize(("size", "tiers"), [((80, 23), 1), ((120, 40), 2), ((200, 59), 3)])
def test_tall_pages_have_tiers(long: Article, size: tuple[int, int], tiers: int) -> None:
    layout = lay_out(long, *size, vertical=True)
    pages = [layout.row(number) for number in range(layout.count(3 * layout.rows))]
    assert max(len(row) for row in pages) == tiers
    assert layout.step == (1 if tiers == 1 else layout.rows)
    assert lay_out(long, *size, scrolled=True, vertical=True).step == 1
    ruled = [
        y
        for y, row in enumerate(window(layout, 0, *size))
        if any(run.role == "rule" for run in row)
    ]
    assert len(ruled) == tiers - 1
    for y in ruled:
        assert len(text_of(window(layout, layout.rows, *size)[y]).split()) == 1, "it is unbroken"


def test_a_place_is_in_the_window_that_begins_at_its_row(long: Article) -> None:
    layout = lay_out(long, 80, 23, vertical=True)
    row = first_row(layout, (40, 3))
    x, y = layout.cell(0, 82)
    assert y == 0
    begun = {run.field for line in window(layout, row, 82, 23) for run in line}
    assert ("body", 40) in begun
    assert x == 1 + 3 * (layout.rows - 1)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("hang", [False, True])
@given(st.data(), st.integers(2, 70), st.integers(1, 70), st.booleans())
def test_every_character_stands_in_one_place_and_every_row_fits(
    texts: st.SearchStrategy[str],
    story: Article,
    wide: bool,
    hang: bool,
    data: st.DataObject,
    cells: int,
    height: int,
    scrolled: bool,
) -> None:
    draw_ambiguous(wide)
    text = data.draw(texts)
    article = replace(story, paragraphs=(text, text[::-1]), crossheads=(), lead_in="")
    layout = lay_out(article, cells, height, scrolled=scrolled, hang=hang, vertical=True)
    seen: dict[object, set[int]] = {}
    tops = range(0, layout.count(10_000), layout.rows)
    for top in tops:
        for row in window(layout, top, cells, height):
            assert sum(width(run.text) for run in row) <= max(2, cells)
            for run in row:
                if run.role not in ("space", "rule"):
                    places = seen.setdefault(run.field, set())
                    assert places.isdisjoint(range(run.start, run.end)), "none is doubled"
                    places.update(range(run.start, run.end))
    for number, paragraph in enumerate(article.paragraphs):
        lost = set(range(len(paragraph))) - seen.get(("body", number), set())
        assert not "".join(paragraph[at] for at in lost).strip(), "none is lost"


def test_a_pair_may_belong_to_the_lead_in_and_to_what_follows() -> None:
    article = Article(lead_in="电i", paragraphs=("电iPhone好",))
    layout = lay_out(article, 20, 20, vertical=True)
    runs = [run for row in window(layout, 0, 20, 20) for run in row if run.field]
    assert [(run.text, run.role, run.start, run.end) for run in runs] == [
        ("电", "lead", 0, 1),
        ("i", "lead", 1, 2),
        ("P", "body", 2, 3),
        ("ho", "body", 3, 5),
        ("ne", "body", 5, 7),
        ("好", "body", 7, 8),
    ]


def test_a_stop_hangs_into_the_rule_between_tiers() -> None:
    text = "青" * 18 + "溪。"  # with the indent, a tier but for the stop
    layout = lay_out(Article(paragraphs=(text, "好。") * 6), 20, 44, hang=True, vertical=True)
    rows = window(layout, 0, 20, 44)
    assert sum(run.text.count("︒") for row in rows for run in row) == 12
    assert any({"rule", "body"} <= {run.role for run in row} for row in rows)


def test_an_empty_article_has_no_rules_between_its_tiers() -> None:
    layout = lay_out(Article(), 300, 100, vertical=True)
    assert all(text_of(row) == "" for row in window(layout, 0, 300, 100))
