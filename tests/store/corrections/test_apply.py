"""What each correction does to an issue, and that none loses a character."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.corrections import records as corrections
from store.corrections.apply import apply, corrected
from store.corrections.correction import ROLES, Correction, Role
from store.corrections.lines import BYLINE, HEADS
from store.errors import CorrectionError
from store.identity import numbered
from store.models import Article, Byline, IndexEntry, Issue, Jump, Keyword, Page, Part
from store.words.article_words import ArticleWords

Builder = Callable[..., Any]


@pytest.fixture
def issue(builder: Builder) -> Issue:
    """Give an issue of three articles: a story, a false second one, and one on page 2."""
    paper = builder().on(2024, 3, 5).having(furniture=("临江报", "广告"))
    paper.page("1", "要闻").article(
        "老桥修好了",
        "本报讯(记者 白露)老桥修好了。",
        "人人叫好。",
        "桥头的茶摊",
        "茶摊又开张了。",
        kicker="白县长在会上强调",
        subhead="——今天通行",
        crossheads=(2,),
        byline=(Byline("记者", ("白露",)),),
        credit="江小舟/摄",
        keywords=(Keyword("老桥", 0.9), Keyword("茶摊", 0.5)),
        lines=(1, 8),
    )
    paper.article(
        "摊主说", "生意好。", keywords=(Keyword("生意", 0.7), Keyword("老桥", 0.6)), lines=(9, 10)
    )
    issue: Issue = paper.page("2").article("赛龙舟", "鼓声响了，").issue()
    return issue


def line(article: Article, at: int, role: Role) -> Correction:
    return corrections.relabel(article, at, role)


def test_a_join_goes_on_in_the_article_before(issue: Issue) -> None:
    first, second, _ = issue.articles
    after = apply(issue, corrections.join(issue, second))
    story, other = after.articles
    assert story.key == first.key
    assert story.paragraphs == (*first.paragraphs, "摊主说", "生意好。")
    assert story.crossheads == (2, 4)
    assert [keyword.word for keyword in story.keywords] == ["老桥", "生意", "茶摊"]
    assert story.lines == (1, 10)
    assert [a.id for a in numbered(after).articles] == [first.id, other.id]


def test_a_join_mends_what_a_column_has_cut(issue: Issue) -> None:
    dragon = issue.articles[2]
    rest = Article(key="f" * 16, page="3", paragraphs=("船出发了。", "人山人海。"), lines=(20, 21))
    issue = numbered(replace(issue, articles=(*issue.articles, rest)))
    story = apply(issue, corrections.join(issue, issue.articles[-1])).articles[-1]
    assert story.paragraphs == ("鼓声响了，船出发了。", "人山人海。")
    assert story.parts == (Part("3", 0, 5, lines=(20, 21)),)
    assert story.key == dragon.key


def test_the_first_article_joins_nothing(issue: Issue) -> None:
    with pytest.raises(CorrectionError, match="no article before it"):
        corrections.join(issue, issue.articles[0])


def test_a_split_makes_a_new_article(issue: Issue) -> None:
    story = issue.articles[0]
    after = apply(issue, corrections.split(story, 1))
    first, second = after.articles[:2]
    assert (first.key, first.paragraphs) == (story.key, story.paragraphs[:1])
    assert (second.headline, second.paragraphs) == ("", story.paragraphs[1:])
    assert len({a.key for a in after.articles}) == 4
    assert [a.id[-3:] for a in numbered(after).articles] == ["1.1", "1.2", "1.3", "2.1"]
    assert (first.byline, second.byline) == (story.byline, ())
    assert (first.credit, second.credit) == ("", story.credit)
    assert [word.word for word in first.keywords] == ["老桥"]
    assert [word.word for word in second.keywords] == ["茶摊"]


def test_a_crosshead_becomes_the_headline_of_what_it_splits_off(issue: Issue) -> None:
    second = apply(issue, corrections.split(issue.articles[0], 2)).articles[1]
    assert (second.headline, second.paragraphs) == ("桥头的茶摊", ("茶摊又开张了。",))
    assert second.crossheads == ()


def test_a_second_part_has_its_own_lead_in(builder: Builder) -> None:
    paper = builder().article("喜讯", "本报讯(记者 白露)桥通了。", "本报讯(记者 江小舟)船开了。")
    issue = paper.issue()
    issue = replace(
        issue,
        articles=(replace(issue.articles[0], byline=(Byline("记者", ("白露", "江小舟")),)),),
    )
    first, second = apply(issue, corrections.split(issue.articles[0], 1)).articles
    assert (first.lead_in, second.lead_in) == ("本报讯(记者 白露)", "本报讯(记者 江小舟)")
    assert (first.byline[0].names, second.byline[0].names) == (("白露",), ("江小舟",))


def test_a_joined_continuation_is_split_off_as_it_was(builder: Builder) -> None:
    jump = Jump("2", "（下转2版）", resolved=True)
    parts = (Part("2", 1, 0, "桥通了", (30, 31)),)
    story = builder().article("喜讯", "甲。", "乙。", jump=jump, parts=parts).issue()
    first, second = apply(story, corrections.split(story.articles[0], 1)).articles
    assert first.jump == Jump("2", "（下转2版）")
    assert (second.page, second.headline, second.lines) == ("2", "桥通了", (30, 31))
    assert second.jump is None


@pytest.mark.parametrize("at", [0, 4, -2])
def test_no_split_without_a_paragraph_before(issue: Issue, at: int) -> None:
    with pytest.raises(CorrectionError):
        corrections.split(issue.articles[0], at)


@pytest.mark.parametrize(
    ("at", "role", "head"),
    [
        (-3, "headline", ("", "白县长在会上强调", "老桥修好了 ——今天通行")),
        (-1, "headline", ("白县长在会上强调 老桥修好了", "——今天通行", "")),
        (-2, "kicker", ("白县长在会上强调 老桥修好了", "", "——今天通行")),
        (-2, "subhead", ("白县长在会上强调", "", "老桥修好了 ——今天通行")),
        (1, "subhead", ("白县长在会上强调", "老桥修好了", "——今天通行 人人叫好。")),
        (1, "headline", ("白县长在会上强调 老桥修好了", "人人叫好。", "——今天通行")),
    ],
)
def test_head_lines_change_places(
    issue: Issue, at: int, role: Role, head: tuple[str, str, str]
) -> None:
    before = issue.articles[0]
    after = apply(issue, line(before, at, role)).articles[0]
    assert (after.kicker, after.headline, after.subhead) == head
    assert after.key == before.key


def test_a_head_line_becomes_text_above_the_first_paragraph(issue: Issue) -> None:
    story = issue.articles[0]
    body = apply(issue, line(story, -1, "body")).articles[0]
    assert (body.paragraphs, body.crossheads) == (("——今天通行", *story.paragraphs), (3,))
    crosshead = apply(issue, line(story, -1, "crosshead")).articles[0]
    assert (crosshead.paragraphs, crosshead.crossheads) == (body.paragraphs, (0, 3))


def test_crossheads_and_body(issue: Issue) -> None:
    story = issue.articles[0]
    assert apply(issue, line(story, 2, "body")).articles[0].crossheads == ()
    assert apply(issue, line(story, 1, "crosshead")).articles[0].crossheads == (1, 2)


def test_what_is_no_part_of_a_story_is_kept_as_furniture(issue: Issue) -> None:
    after = apply(issue, line(issue.articles[0], 1, "furniture"))
    assert after.furniture == ("临江报", "广告", "人人叫好。")
    assert after.articles[0].crossheads == (1,)


def test_an_article_without_a_line_is_none(issue: Issue) -> None:
    issue = apply(issue, line(issue.articles[1], -2, "furniture"))
    issue = apply(issue, line(issue.articles[1], 0, "furniture"))
    assert [a.headline for a in issue.articles] == ["老桥修好了", "赛龙舟"]
    assert issue.furniture[-2:] == ("摊主说", "生意好。")


def test_the_nearest_of_equal_lines_is_meant(builder: Builder) -> None:
    issue = builder().article("", "甲。", "乙。", "甲。", "丙。").issue()
    after = apply(issue, line(issue.articles[0], 2, "crosshead"))
    assert after.articles[0].crossheads == (2,)


def test_an_article_is_put_on_its_page(issue: Issue) -> None:
    after = apply(issue, corrections.move(issue.articles[0], "第０３版"))
    assert [a.id[-3:] for a in numbered(after).articles] == ["1.1", "2.1", "3.1"]
    assert [page.number for page in after.pages] == ["1", "2", "3"]
    after = apply(after, corrections.move(after.articles[0], "A5"))
    assert [page.number for page in after.pages] == ["2", "3", "A5"]
    with pytest.raises(CorrectionError, match="cannot be the number"):
        corrections.move(issue.articles[0], "1/2")


def test_date_and_paper(issue: Issue) -> None:
    after = apply(issue, corrections.redate(issue, date(2024, 3, 6)))
    after = apply(after, corrections.rename(issue, " 青溪\x1b[2J时报\n"))
    assert (numbered(after).id, after.paper.name) == ("qingxishibao-2024-03-06", "青溪时报")
    with pytest.raises(CorrectionError):
        corrections.rename(issue, "\x07 ")


def test_what_no_longer_fits_is_left_out_and_told(issue: Issue) -> None:
    gone = Correction("split", "0" * 16, "1" * 16, "甲。", 1)
    changed = Correction("line", issue.articles[0].key, "body", "桥没修好。", 1)
    again = line(issue.articles[0], 2, "body")
    after, unfit = corrected(issue, [gone, again, changed])
    assert unfit == (gone, changed)
    assert after == apply(issue, again)


HAN = st.text("甲乙丙丁，。", min_size=1, max_size=6)
LINES = st.lists(HAN, max_size=4).map(tuple)
JUMPS = st.one_of(st.none(), st.builds(Jump, st.sampled_from("123"), HAN, st.booleans()))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    paragraphs = draw(LINES)
    count = len(paragraphs)
    numbers = st.integers(0, count - 1) if count else st.nothing()
    return Article(
        page=draw(st.sampled_from("123")),
        **{head: draw(st.one_of(st.just(""), HAN)) for head in HEADS},  # type: ignore[arg-type]
        paragraphs=paragraphs,
        crossheads=tuple(sorted(draw(st.sets(numbers)))) if count else (),
        captions=draw(LINES),
        credit=draw(HAN),
        jump=draw(JUMPS),
        continues=draw(JUMPS),
        parts=tuple(
            draw(st.lists(st.builds(Part, HAN, numbers, st.integers(0, 1), HAN), max_size=2))
        )
        if count
        else (),
    )


ISSUES = st.builds(
    lambda found: numbered(
        Issue(
            pages=(Page("1"), Page("2"), Page("3")),
            articles=tuple(sorted(found, key=lambda article: article.page)),
            furniture=("甲报",),
            index=(IndexEntry("丁"),),
        )
    ),
    st.lists(articles(), min_size=1, max_size=4),
)


def characters(issue: Issue) -> Counter[str]:
    """Return every character that is printed somewhere in `issue`, and how often."""
    text = [*issue.furniture, *(entry.title for entry in issue.index)]
    for a in issue.articles:
        text += [a.column, a.kicker, a.headline, a.subhead, *a.paragraphs, *a.captions, a.credit]
        text += [jump.text for jump in (a.jump, a.continues) if jump]
        text += [part.headline for part in a.parts]
    return Counter("".join("".join(text).split()))


ACTIONS = ["join", "split", "line", "page", "date", "join_line", "divide_line"]
KEPT = [role for role in ROLES if role != "byline"]
"""Roles whose lines are printed as they were: a byline's people are parted by blanks or 、."""


def any_correction(issue: Issue, data: st.DataObject) -> Correction:
    article = data.draw(st.sampled_from(issue.articles))
    action = data.draw(
        st.sampled_from(["join", "split", "line", "page", "date", "join_line", "divide_line"])
    )
    if action == "join":
        return corrections.join(issue, article)
    if action == "split":
        return corrections.split(article, data.draw(st.integers(0, 4)))
    if action == "line":
        return line(article, data.draw(st.integers(-8, 4)), data.draw(st.sampled_from(KEPT)))
    if action == "join_line":
        return corrections.join_line(article, data.draw(st.integers(0, 4)))
    if action == "divide_line":
        return corrections.divide_line(article, data.draw(st.integers(0, 4)), 1)
    if action == "page":
        return corrections.move(article, data.draw(st.sampled_from("124")))
    return corrections.redate(issue, date(2024, 3, 5))


@given(ISSUES, st.data())
def test_no_sequence_of_corrections_loses_a_character(issue: Issue, data: st.DataObject) -> None:
    whole = characters(issue)
    made: list[Correction] = []
    now = issue
    for _ in range(data.draw(st.integers(1, 6))):
        if not now.articles:
            break
        try:
            correction = any_correction(now, data)
            now = apply(now, correction)
        except CorrectionError:
            continue
        made.append(correction)
        assert characters(now) == whole
        assert all(0 <= at < len(a.paragraphs) for a in now.articles for at in a.crossheads)
        assert all(0 <= p.paragraph <= len(a.paragraphs) for a in now.articles for p in a.parts)
        assert {a.page for a in now.articles} <= {page.number for page in now.pages}
    assert corrected(issue, made) == (now, ())


@given(ISSUES, st.data())
def test_undoing_any_sequence_of_rewordings_gives_back_the_text(
    issue: Issue, data: st.DataObject
) -> None:
    made: list[Correction] = []
    states = [issue]
    for _ in range(data.draw(st.integers(1, 5))):
        now = states[-1]
        article = data.draw(st.sampled_from(now.articles)) if now.articles else Article()
        try:
            correction = any_rewording(article, data)
            states.append(apply(now, correction))
        except CorrectionError:
            continue
        made.append(correction)
    while made:
        assert corrected(issue, made) == (states[-1], ())
        assert all(0 <= at < len(a.paragraphs) for a in states[-1].articles for at in a.crossheads)
        made.pop()
        states.pop()
    assert states == [issue]


def any_rewording(article: Article, data: st.DataObject) -> Correction:
    at = data.draw(st.integers(-8, 4))
    if data.draw(st.booleans()):
        return line(article, at, "byline")
    return corrections.reword(article, at, data.draw(st.lists(HAN, max_size=3).map("\n".join)))


def test_words_are_set_right_and_keywords_follow(issue: Issue) -> None:
    story = issue.articles[0]
    after = apply(issue, corrections.reword(story, 2, "桥头的酒家")).articles[0]
    assert (after.paragraphs[2], after.crossheads, after.key) == ("桥头的酒家", (2,), story.key)
    assert [word.word for word in after.keywords] == ["老桥", "茶摊"]
    after = apply(issue, corrections.reword(story, 0, "本报讯(记者 白鹭)石桥修好了。")).articles[0]
    assert after.byline == (Byline("记者", ("白鹭",)),)
    words = ArticleWords((Keyword("石桥", 1.0),), (Keyword("白鹭", kind="person"),))
    correction = replace(corrections.reword(story, -2, "石桥修好了"), words=words)
    after = apply(issue, correction).articles[0]
    assert (after.keywords, after.names) == (words.keywords, words.names)


def test_a_line_becomes_the_byline_or_the_column(issue: Issue) -> None:
    issue = apply(issue, corrections.reword(issue.articles[1], 0, "通讯员 江小舟"))
    signed = apply(issue, line(issue.articles[1], 0, "byline"))
    assert signed.articles[1].paragraphs == ()
    assert signed.articles[1].byline == (Byline("通讯员", ("江小舟",)),)
    back = apply(signed, line(signed.articles[1], BYLINE, "body"))
    assert replace(back.articles[1], confidence=1.0) == issue.articles[1]
    column = apply(issue, line(issue.articles[0], -3, "column")).articles[0]
    assert (column.column, column.kicker) == ("白县长在会上强调", "")


def test_what_a_byline_cannot_hold_is_kept_as_furniture(issue: Issue) -> None:
    text = "本报记者白露日前在桥头采访时写道：记者 江小舟"
    issue = apply(issue, corrections.reword(issue.articles[1], 0, text))
    assert apply(issue, line(issue.articles[1], 0, "byline")).furniture[-1] == text


def test_words_are_set_right_where_the_line_stands_now(issue: Issue) -> None:
    first, second, _ = issue.articles
    correction = corrections.reword(first, 3, "茶摊开张了。")
    moved = replace(first, paragraphs=first.paragraphs[:3])
    there = replace(second, paragraphs=(*second.paragraphs, first.paragraphs[3]))
    after = apply(replace(issue, articles=(moved, there)), correction)
    assert after.articles[1].paragraphs[-1] == "茶摊开张了。"
    twice = replace(there, key="e" * 16)
    _, unfit = corrected(replace(issue, articles=(moved, there, twice)), [correction])
    assert unfit == (correction,), "which of the two is meant cannot be told"
