"""What a query finds in an article: plain substring truth."""

from hypothesis import given
from hypothesis import strategies as st

from store.index.folded import FoldedArticle, fold_issue
from store.index.query.parse import parse
from store.models import Article, Issue
from store.words.fold import fold

characters = st.sampled_from('古桥修缮臺台ＡaB｜|“" 　:-：. \n①')
text = st.text(characters, max_size=12)


@given(st.text(characters.filter(lambda c: c not in '|“"｜ \n　:-：'), min_size=1), st.lists(text))
def test_a_term_is_found_exactly_where_one_paragraph_holds_it(
    term: str, paragraphs: list[str]
) -> None:
    [article] = fold_issue(Issue(articles=(Article(paragraphs=tuple(paragraphs)),)))
    held = [fold(paragraph.replace("\n", " ")).count(fold(term)) for paragraph in paragraphs]
    query = parse(f'"{term}"')
    assert query.matches(article) == any(held)
    assert query.occurrences(article) == sum(held)
    assert parse(f"-{term}").matches(article) != any(held)


def test_one_term_of_each_group_is_enough() -> None:
    query = parse("甲 乙|丙")
    assert query.matches(FoldedArticle(text="甲丙"))
    assert not query.matches(FoldedArticle(text="甲"))
    assert not query.matches(FoldedArticle(text="乙丙"))


def test_what_is_hidden_is_left_out() -> None:
    query = parse("甲").without([parse("乙"), parse("丙 丁")])
    assert query.matches(FoldedArticle(text="甲丙"))
    assert not query.matches(FoldedArticle(text="甲乙"))
    assert not query.matches(FoldedArticle(text="甲丙丁"))
    assert not parse("").without([parse("乙")]).empty


def test_it_tells_what_its_answer_depends_on() -> None:
    assert parse("甲 -is:read").of_marks
    assert parse("甲").without([parse("tag:要")]).tagged
    assert not parse("甲 date:2024").of_marks
    assert parse("gq -zjy byline:pty 甲").latin == {"gq", "zjy", "pty"}
    assert [words.term for words in parse("甲|乙 -丙 page:1").words] == ["甲", "乙"]
