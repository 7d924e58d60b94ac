"""Cutting: as jieba cuts, with words that can be learned and forgotten."""

import jieba
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.words.segmenter import Segmenter

TEXT = (
    "清溪镇启动古桥修缮工程，县委书记林守诚主持开工仪式。2024年3月12日，全县有古桥三十座，nba球队12.5%"
    "南京市长江大桥研究生命的起源乒乓球拍卖完了他说的确实在理甭囧囍"
)


@pytest.fixture(scope="module")
def jiebas() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True  # without its cache in the shared temporary folder
    return tokenizer


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from(TEXT)))
def test_text_is_cut_as_jieba_cuts_it(
    segmenter: Segmenter, jiebas: jieba.Tokenizer, text: str
) -> None:
    assert segmenter.cut(text) == list(jiebas.cut(text))


def test_running_text_is_cut_as_jieba_cuts_it(
    segmenter: Segmenter, jiebas: jieba.Tokenizer
) -> None:
    assert segmenter.cut(TEXT) == list(jiebas.cut(TEXT))


@pytest.mark.parametrize("word", ["林守诚", "一桥一策", "古桥修缮", "长江大桥研究生"])
def test_a_learned_word_is_cut_as_one_as_jieba_would(
    segmenter: Segmenter, jiebas: jieba.Tokenizer, word: str
) -> None:
    text = f"{TEXT}林守诚说一桥一策"
    frequency = max(jiebas.suggest_freq(word), 3)
    known = dict(jiebas.FREQ)
    segmenter.cut(text)
    segmenter.learn({word: "nr"})
    jiebas.add_word(word, frequency)
    try:
        assert word in segmenter.cut(text)
        assert segmenter.cut(text) == list(jiebas.cut(text))
        assert segmenter.tag(word) == "nr"
    finally:
        jiebas.FREQ, jiebas.total = known, jiebas.total - frequency


@pytest.mark.parametrize("word", ["渡月 a4l", "清溪(进口)", "c++", "糖类抗原19-9"])
def test_a_learned_word_may_have_blanks_and_marks(segmenter: Segmenter, word: str) -> None:
    text = f"今年的{word}卖完了"
    before = segmenter.cut(text)
    segmenter.learn({word: "nz"})
    assert segmenter.cut(text)[2] == word
    assert "".join(segmenter.cut(text)) == text
    segmenter.forget()
    assert segmenter.cut(text) == before


def test_a_foreign_name_is_one_word_once_it_is_learned(segmenter: Segmenter) -> None:
    assert "·" in segmenter.cut("安娜·贝里尼来了")
    segmenter.learn({"安娜·贝里尼": "nr"})
    assert segmenter.cut("安娜·贝里尼来了")[0] == "安娜·贝里尼"


def test_what_was_learned_can_be_forgotten(segmenter: Segmenter) -> None:
    before = segmenter.cut(TEXT)
    segmenter.learn({"林守诚": "nr", "古桥修缮": "nz", "南京": "nr"})
    assert segmenter.cut(TEXT) != before
    assert segmenter.tag("南京") == "nr"
    segmenter.forget()
    assert segmenter.cut(TEXT) == before
    assert segmenter.tag("林守诚") == ""
    assert segmenter.tag("南京") == "ns"


def test_what_holds_no_learned_word_is_cut_as_before(segmenter: Segmenter) -> None:
    has_one = segmenter.learn({"林守诚": "nr", "古桥修缮": "nz"})
    assert has_one("县里的林守诚")
    assert not has_one("林守望")
    assert not segmenter.learn({})("林守诚")


def test_a_long_run_of_unknown_characters_is_guessed_at_in_pieces(
    segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    guessed: list[str] = []

    def cut(run: str) -> list[str]:
        guessed.append(run)
        return [run]

    monkeypatch.setattr(jieba.finalseg, "cut", cut)
    text = "".join(chr(0x9F00 + at % 150) for at in range(5000))
    assert "".join(segmenter.cut(text)) == text
    assert max(map(len, guessed)) <= 500
