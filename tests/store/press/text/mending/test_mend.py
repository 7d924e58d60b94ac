"""All that is mended in a text, in one account."""

from store.press.text.decode import Decoded
from store.press.text.mending.letterspacing import SPACED
from store.press.text.mending.mend import OTHER, REDECODED, Mended, mend
from store.words.stand_ins import RADICALS


def test_each_mending_is_counted() -> None:
    decoded = Decoded("", "utf-8", 1.0, 0, other=2, redecoded=1)
    mended = mend("⻓ 桥 通 车\n正文。\ue000", decoded)
    assert mended.text == "长桥通车\n正文。\ue000"
    assert dict(mended.kinds) == {RADICALS: 1, SPACED: 1, OTHER: 2, REDECODED: 1}
    assert mended.private == 1


def test_what_is_whole_stays() -> None:
    assert mend("长桥通车", Decoded("", "utf-8", 1.0, 0)) == Mended("长桥通车")
