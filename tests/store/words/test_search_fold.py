"""The form of a search: what print has several forms of is one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words import search_fold as variants
from store.words.fold import fold
from store.words.search_fold import search_fold, search_fold_mapped


@pytest.mark.parametrize(
    "year", ["二零三一年", "二〇三一年", "二○三一年", "二◯三一年", "二Ｏ三一年", "二０三一年"]
)
def test_zeros_are_one(year: str) -> None:
    assert search_fold(year) == "二〇三一年"


def test_zeros_that_follow_each_other() -> None:
    assert search_fold("二０００年") == search_fold("二零〇○年") == "二〇〇〇年"


def test_figures_and_letters_stay() -> None:
    for text in ("2030年", "一o三", "OK"):
        assert search_fold(text) == ("一〇三" if text == "一o三" else fold(text))


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("关 于 防 汛 工 作 的 通 知", "关于防汛工作的通知"),
        ("关\u3000于\u3000防\u3000汛", "关于防汛"),
        ("林  芮", "林芮"),
        ("5 月 20 日", "5月20日"),
        ("全县修了二 十 五 座小桥", "全县修了二十五座小桥"),
        ("2 0 3 1 年 防 汛", "2031年防汛"),
        ("第 2 5 座", "第25座"),
        ("黏著，眞蹟，敎室", "粘着，真迹，教室"),
        ("居⺠开⻔", "居民开门"),
        ("⽔库", "水库"),
        ("看著蘭花", "看着兰花"),
        ("鍾望舒", "锺望舒"),
        ("彷彿隣居", "仿彿邻居"),
        ("衞生，化粧品", "卫生，化妆品"),
        ("杭\ue82a年", "杭㧐年"),
        ("﹁今年放水﹂︐", "「今年放水」，"),
    ],
)
def test_what_stands_on_the_screen_is_found(printed: str, asked: str) -> None:
    assert search_fold(printed) == search_fold(asked)


def test_blanks_between_words_stay() -> None:
    for text in ("今天 天气", "要闻 第一版", "new york", "3 2 1 7", "1.5 6座"):
        assert search_fold(text) == text


def test_a_place_is_told_in_the_text_as_it_is() -> None:
    folded, offsets = search_fold_mapped("记者 关  于 防汛 25 座")
    assert folded == "记者关于防汛25座"
    assert [*offsets] == [0, 1, 3, 6, 8, 9, 11, 12, 14]


def test_a_variant_stands_for_a_common_form_and_none_for_another() -> None:
    lines = Path(variants.__file__).with_name("variants.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    for variant, common in pairs:
        assert search_fold(variant) == search_fold(common) == common
        assert fold(variant) == variant


@given(st.text(st.sampled_from("二零〇Ｏ0o1一年臺㎏①e\u0301 \u3000关著⺠\ue82a︐ﬁ")))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded, offsets = search_fold_mapped(text)
    assert folded == search_fold(text) == search_fold(folded)
    assert len(offsets) == len(folded)
