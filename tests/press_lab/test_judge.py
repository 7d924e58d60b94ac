"""Judging, and leaving makers out."""

import pytest

from tests.press_lab.compose import compose
from tests.press_lab.corpus import SHARED, maker_of, real_dumps
from tests.press_lab.families import FAMILIES
from tests.press_lab.judge import judge, summary
from tests.press_lab.leave_out import KIN, folds, training
from tests.press_lab.report import figures, moved, table
from tests.press_lab.stories import Library, invented, library_without

needs_corpus = pytest.mark.skipif(
    not (SHARED / "corpus" / "score.py").exists(), reason="the corpus is not here"
)


def test_a_maker_is_a_paper_a_composer_or_a_site() -> None:
    assert maker_of("a01-front-seedlike", "district") == "district"
    assert maker_of("k04-mrdx-p08-w3m", "mrdx-w3m") == "mrdx"
    assert maker_of("h01-hxdsb", "epaper-local") == "hxdsb"
    assert maker_of("h07-dyrb-photos", "epaper-local") == "dyrb"
    assert maker_of("i02-webtext-qlwb", "raw") == "qlwb"


@needs_corpus
def test_a_made_page_is_judged() -> None:
    dumps = [compose("judged", family, Library(invented())).dump for family in ("district",)]
    [judgement] = judge(dumps, processes=1)
    found = summary([judgement])
    assert 0.3 < found["overall"] <= 1.0
    rows = figures([judgement])
    assert any("made:district" in line for line in table(rows, rows))
    assert list(moved(rows, rows)) == ["rose: none", "fell: none"]


def test_each_maker_is_held_out_once() -> None:
    held = [maker for fold in folds() for maker in fold.makers]
    assert sorted(held) == sorted({dump.maker for dump in real_dumps()})
    assert sorted(family for fold in folds() for family in fold.families) == sorted(FAMILIES)
    kin = {family for families in KIN.values() for family in families.split()}
    assert kin <= FAMILIES.keys()


def test_nothing_of_a_maker_held_out_is_in_training() -> None:
    makers = {"district", "daily", "mrdx"}
    assert not {story.maker for story in library_without(makers).all()} & makers
    held = set(FAMILIES) - {"city", "portal"}
    found = {sample.maker for sample in training(1, {d.maker for d in real_dumps()}, held)}
    assert found == {"made:city", "made:portal"}
