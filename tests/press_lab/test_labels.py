"""Lines with their kinds, where nothing but a truth says what they are."""

from store.press.dump.lines.kinds import BODY, BYLINE, CROSSHEAD, FURNITURE, HEAD, LEAD, TAIL
from tests.press_lab.corpus import Dump, real_dumps
from tests.press_lab.labels import samples
from tests.press_lab.truth import Truth

TEXT = """云岭日报 2031年4月12日
渡口的四季
本报记者 何满溪
天还没亮，渡口的第一班船已经坐了一半人，挑担的靠船头。
春天的水位
春天涨水，渡口最忙，上游的柑橘要赶早市。
（本报白鹤4月11日电）
"""
TRUTH: Truth = {
    "articles": [
        {
            "headline": "渡口的四季",
            "byline_names": ["何满溪"],
            "paragraphs": [
                "天还没亮，渡口的第一班船已经坐了一半人，挑担的靠船头。",
                "春天的水位",
                "春天涨水，渡口最忙，上游的柑橘要赶早市。",
                "（本报白鹤4月11日电）",
            ],
        }
    ],
    "furniture": ["云岭日报 2031年4月12日"],
}


def test_lines_are_found_in_the_truth() -> None:
    [sample] = samples(Dump("case", "own", TEXT.encode(), TRUTH))
    assert sample.kinds == (FURNITURE, HEAD, BYLINE, LEAD, CROSSHEAD, BODY, TAIL)


def test_texts_of_the_corpus_have_mostly_lines_of_stories() -> None:
    for dump in real_dumps()[:3]:
        kinds = [kind for sample in samples(dump) for kind in sample.kinds]
        assert kinds.count(FURNITURE) < 0.5 * len(kinds)
