"""Keywords of articles about an invented town."""

import pytest

from store.imports.keywords import with_words
from store.models import Article, Byline, HeadWords, Issue, Keyword
from store.words.extract import extract
from store.words.segmenter import Segmenter

BRIDGES = Article(
    headline="清溪镇启动古桥修缮工程",
    byline=(Byline("记者", ("裴听雨",)), Byline("通讯员", ("柏木舟",))),
    lead_in="本报讯(记者 裴听雨 通讯员 柏木舟)",
    paragraphs=(
        "本报讯(记者 裴听雨 通讯员 柏木舟)3月2日,清溪镇启动古桥修缮工程,"
        "县委书记林守诚主持开工仪式。",
        "林守诚指出,古桥是清溪镇的记忆,古桥修缮要请老石匠。县水利局负责人何小溪介绍,古桥下的河道同时清淤。",
        "据县水利局统计,全县有古桥三十座。古桥修缮工程由清溪古建公司承担,“一桥一策”已定。",
        "按照“一桥一策”,12座古桥在2024年底完工。",
    ),
)
ELSEWHERE = Article(
    headline="重慶遊客走進老街茶館",
    paragraphs=(
        "重慶遊客走進老街茶館,茶館老闆林守誠笑了。茶館裡坐滿了遊客,設計師安娜·貝里尼也在。",
    ),
)
EMPTY = Article(headline="")


def made(segmenter: Segmenter, *issues: Issue) -> list[Issue]:
    """Return these issues with the words that are found in them together."""
    found = extract(segmenter, issues, {})
    return [with_words(issue, words) for issue, words in zip(issues, found, strict=True)]


@pytest.fixture
def issue(segmenter: Segmenter) -> Issue:
    return made(segmenter, Issue(articles=(BRIDGES, EMPTY)), Issue(articles=(ELSEWHERE,)))[0]


@pytest.fixture
def words(issue: Issue) -> dict[str, Keyword]:
    return {keyword.word: keyword for keyword in issue.articles[0].keywords}


def test_people_places_and_bodies_are_told_apart(words: dict[str, Keyword]) -> None:
    assert words["林守诚"].kind == "person"
    assert words["清溪镇"].kind == "place"
    assert words["水利局"].kind == "organisation"
    assert words["古桥"].kind == "topic"


def test_the_headlines_words_weigh_most_and_come_first(words: dict[str, Keyword]) -> None:
    weights = [keyword.weight for keyword in words.values()]
    assert weights == sorted(weights, reverse=True)
    assert all(weight > 0 for weight in weights)
    assert any("古桥" in word for word in list(words)[:3])


def test_what_is_quoted_again_is_one_word(words: dict[str, Keyword]) -> None:
    assert "一桥一策" in words


def test_no_numbers_single_characters_words_of_the_trade_nor_authors(
    words: dict[str, Keyword],
) -> None:
    assert 8 <= len(words) <= 15
    assert all(len(word) > 1 and not any(map(str.isdigit, word)) for word in words)
    assert not {"本报讯", "记者", "裴听雨", "负责人", "介绍"} & set(words)


def test_every_word_can_be_typed(words: dict[str, Keyword]) -> None:
    assert words["林守诚"].keys[0] == "lin shou cheng"
    assert all(keyword.keys for keyword in words.values())


def test_people_beside_the_keywords_are_kept_as_names(issue: Issue) -> None:
    names = {name.word: name for name in issue.articles[0].names}
    assert {"裴听雨", "柏木舟"} <= set(names)
    assert names["裴听雨"].keys[0] == "pei ting yu"
    assert names["裴听雨"].kind == "person"


def test_an_article_without_words_has_no_keywords(issue: Issue) -> None:
    assert issue.articles[1] == EMPTY


def test_words_are_shown_as_printed_and_names_are_known_in_the_whole_import(
    segmenter: Segmenter,
) -> None:
    _, other = made(segmenter, Issue(articles=(BRIDGES,)), Issue(articles=(ELSEWHERE,)))
    found = {keyword.word: keyword for keyword in other.articles[0].keywords}
    assert found["林守誠"].kind == "person"
    assert found["安娜·貝里尼"].keys[0] == "an na bei li ni"
    assert found["重慶"].keys[0] == "chong qing"
    assert "遊客" in found


def test_the_words_of_head_lines_are_kept_by_where_they_end(issue: Issue) -> None:
    headline, ends = BRIDGES.headline, issue.articles[0].head_words.headline
    words = [headline[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    assert words == ["清溪镇", "启动", "古桥", "修缮", "工程"]
    assert issue.articles[0].head_words.kicker == ()


def test_ends_count_in_the_text_as_printed(segmenter: Segmenter) -> None:
    """Folded, ㎡ is two characters, and a combining mark none."""
    headline = "修缮㎡石桥 cafe\u0301"
    (issue,) = made(segmenter, Issue(articles=(Article(headline=headline),)))
    ends = issue.articles[0].head_words.headline
    assert ends[-1] == len(headline)
    assert {2, 3, 5, 6} <= set(ends)
    assert list(ends) == sorted(set(ends))


def test_a_text_that_is_no_headline_keeps_no_words(segmenter: Segmenter) -> None:
    (issue,) = made(segmenter, Issue(articles=(Article(headline="青溪，石桥。" * 1000),)))
    assert issue.articles[0].head_words == HeadWords()
