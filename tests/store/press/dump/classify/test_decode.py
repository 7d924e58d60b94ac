"""Decoding: the likeliest sequence, and by how much it is likelier than the best other."""

from store.press.dump.classify.decode import decode
from store.press.dump.classify.transitions import BY_HAND
from store.press.dump.lines.kinds import BODY, CROSSHEAD, HEAD, KINDS, LEAD
from store.press.dump.lines.line_breaks import CLEAN


def scores(**likely: float) -> dict[str, float]:
    return dict.fromkeys(KINDS, -20.0) | likely


def kinds(*page: dict[str, float]) -> list[str]:
    return [label.kind for label in decode(page, [CLEAN] * len(page), BY_HAND)]


def test_no_line_is_judged_alone() -> None:
    either = scores(head=1.0, crosshead=0.8)
    assert kinds(either, scores(lead=0.0)) == [HEAD, LEAD]
    sections = (either, scores(body=0.0), either, scores(body=0.0), either, scores(body=0.0))
    read = kinds(scores(head=3.0), scores(lead=3.0), scores(body=0.0), *sections)
    assert read[3::2] == [CROSSHEAD] * 3


def test_a_margin_tells_how_near_the_reading_without_this_head_comes() -> None:
    page = [scores(head=1.0), scores(lead=0.0), scores(body=0.0)]
    sure, near = page[:], page[:]
    sure += [scores(head=5.0, body=0.0), scores(lead=0.0)]
    near += [scores(head=2.0, body=1.5), scores(lead=-1.0, body=0.0)]
    margins = [decode(each, [CLEAN] * 5, BY_HAND)[3].margin for each in (sure, near)]
    assert margins[0] > margins[1] >= 0


def test_where_nothing_that_is_likely_may_follow_something_is_read_all_the_same() -> None:
    assert len(kinds(scores(column=0.0), scores(body=0.0))) == 2
    assert BODY in KINDS
