"""One article made of the lines of another: joined, divided, a line in another role."""

from msgspec.structs import replace

from store.corrections.article_edits import divided, joined, lines_of, relabelled, worded
from store.corrections.lines import BYLINE, CAPTION, plain
from store.models import Article, Byline, HeadWords, Jump, Keyword, Part
from store.words.article_words import ArticleWords

STORY = Article(
    key="a" * 16,
    page="1",
    kicker="白县长强调",
    headline="老桥修好了",
    paragraphs=("本报讯（记者 白露）老桥修好了，", "桥头的茶摊", "茶摊又开张了。"),
    crossheads=(1,),
    byline=(Byline("记者", ("白露",)),),
    lead_in="本报讯（记者 白露）",
    credit="江小舟/摄",
    jump=Jump("2", "（下转2版）"),
    keywords=(Keyword("老桥", 0.9), Keyword("茶摊", 0.5)),
    lines=(1, 6),
)
REST = Article(
    key="b" * 16,
    page="2",
    paragraphs=("人人叫好。",),
    continues=Jump("1", "（上接1版）"),
    byline=(Byline("摄", ("白露", "简宁")),),
    keywords=(Keyword("老桥", 0.7), Keyword("人人", 0.1)),
    lines=(20, 21),
)


def test_joined_articles_keep_every_line_and_hand_back_the_note() -> None:
    whole, noted = joined(STORY, REST)
    assert whole.paragraphs == (*STORY.paragraphs, "人人叫好。")
    assert whole.parts == (Part("2", 3, 0, lines=(20, 21)),)
    assert whole.jump == Jump("2", "（下转2版）", resolved=True)
    assert noted == ("（上接1版）",)
    assert whole.byline == (Byline("记者", ("白露",)), Byline("摄", ("简宁",)))
    assert [keyword.word for keyword in whole.keywords] == ["老桥", "茶摊", "人人"]


def test_a_sentence_that_was_cut_is_joined_unless_a_head_stands_between() -> None:
    cut = replace(STORY, paragraphs=("人人都",), crossheads=())
    assert joined(cut, REST)[0].paragraphs == ("人人都人人叫好。",)
    whole, _ = joined(cut, replace(REST, headline="摊主说"))
    assert (whole.paragraphs, whole.crossheads) == (("人人都", "摊主说", "人人叫好。"), (1,))


def test_lines_on_the_same_page_reach_around_both() -> None:
    whole, _ = joined(STORY, replace(REST, page="1"))
    assert (whole.lines, whole.parts) == ((1, 21), ())


def test_a_crosshead_becomes_the_headline_of_what_is_divided_off() -> None:
    first, second = divided(STORY, 1, "c" * 16)
    assert (first.paragraphs, first.crossheads, first.credit) == (STORY.paragraphs[:1], (), "")
    assert (second.key, second.headline) == ("c" * 16, "桥头的茶摊")
    assert second.paragraphs == ("茶摊又开张了。",)
    assert (second.credit, second.jump) == (STORY.credit, STORY.jump)
    assert [keyword.word for keyword in first.keywords] == ["老桥"]
    assert [keyword.word for keyword in second.keywords] == ["茶摊"]
    assert (first.byline, second.byline) == (STORY.byline, ())


def test_a_joined_jump_that_is_divided_again_is_open() -> None:
    whole, _ = joined(STORY, REST)
    first, second = divided(whole, 3, "c" * 16)
    assert first.jump == STORY.jump
    assert (first.parts, second.parts, second.jump) == ((), (), None)
    assert (second.page, second.lines, second.paragraphs) == ("2", (20, 21), REST.paragraphs)


def test_a_line_takes_another_role() -> None:
    crossed, _ = relabelled(STORY, 2, "crosshead")
    assert crossed.crossheads == (1, 2)
    headed, _ = relabelled(STORY, 1, "headline")
    assert (headed.kicker, headed.headline) == ("白县长强调 老桥修好了", "桥头的茶摊")
    assert headed.paragraphs == (STORY.paragraphs[0], STORY.paragraphs[2])


def test_furniture_is_handed_back_and_the_lead_in_read_anew() -> None:
    left, furniture = relabelled(STORY, 0, "furniture")
    assert furniture == (STORY.paragraphs[0],)
    assert (left.lead_in, left.crossheads) == ("", (0,))


def test_a_head_line_that_becomes_text_stands_first() -> None:
    lowered, _ = relabelled(STORY, -3, "paragraph")
    assert (lowered.kicker, lowered.paragraphs[0]) == ("", "白县长强调")
    assert lowered.crossheads == (2,)


def test_every_line_is_told() -> None:
    assert lines_of(STORY) == (
        *("白县长强调", "老桥修好了"),
        *STORY.paragraphs,
        *("江小舟/摄", "（下转2版）"),
    )


def test_texts_are_compared_without_width_and_blanks() -> None:
    assert plain("老 桥，\u3000ＯＫ") == "老桥,ok"


def test_a_byline_or_a_caption_becomes_text_or_a_head_line() -> None:
    text, _ = relabelled(STORY, BYLINE, "body")
    assert (text.paragraphs[0], text.byline) == ("记者 白露", ())
    head, _ = relabelled(STORY, BYLINE, "headline")
    assert (head.kicker, head.headline) == ("白县长强调 老桥修好了", "记者 白露")
    story = replace(STORY, captions=("桥头的人",))
    last, _ = relabelled(story, CAPTION, "crosshead")
    assert (last.paragraphs[-1], last.captions, last.crossheads) == ("桥头的人", (), (1, 3))
    gone, noted = relabelled(story, CAPTION, "furniture")
    assert (gone.captions, noted) == ((), ("桥头的人",))


def test_who_is_named_already_is_not_named_twice_and_nothing_is_lost() -> None:
    story = replace(STORY, paragraphs=(*STORY.paragraphs, "摄影 白露 简宁"))
    signed, noted = relabelled(story, 3, "byline")
    assert signed.byline == (Byline("记者", ("白露",)), Byline("摄影", ("简宁",)))
    assert noted == ()


def test_keywords_are_those_that_the_text_holds_until_they_are_extracted() -> None:
    story = replace(STORY, paragraphs=STORY.paragraphs[:1])
    assert [word.word for word in worded(story, None).keywords] == ["老桥"]
    assert worded(story, ArticleWords((Keyword("石桥"),))).keywords == (Keyword("石桥"),)


def test_words_of_a_head_stay_where_a_correction_was_made_without_them() -> None:
    story = replace(STORY, head_words=HeadWords(headline=(2, 4)))
    assert worded(story, ArticleWords()).head_words.headline == (2, 4)
    known = ArticleWords(head_words=HeadWords(headline=(3,)))
    assert worded(story, known).head_words.headline == (3,)
