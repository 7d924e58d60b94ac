"""What newspaper text may hold, drawn by hypothesis; an article with everything in it."""

import pytest
from hypothesis import strategies as st

from store.models import Article, Byline, Jump

HAN = "青溪桥渡春茶云坪石门柳坝廊老匠"
TOKENS = ("9200平方米", "6:00-9:00", "3-4月", "2.0", "100%", "1,860万元", "第12版", "-5℃", "3—4",
          "２０２４年", "Wi-Fi", "O'Brien", "GDP", "http://a.example/b?c=1")  # fmt: skip
MARKS = (*"，。、；：？！“”‘’（）《》〈〉【】·,.;:?!()\"'/~-%", "——", "……", "”。", "（《")
ODD = (
    "林  芮", "e\u0301", "❤\ufe0f", "👩\u200d🚀", "🇨🇳", "葛\U000e0100",
    "\u200d", "\u0301", "ｶﾞ", "가",
)  # fmt: skip
HOSTILE = ("\x1b[31m", "\x9b2J", "\u202e", "\t", "\n", "\x00", "\ud800", "\u200b", "[/]")
BLANKS = (" ", "  ", "\u3000")


@pytest.fixture(scope="session")
def texts() -> st.SearchStrategy[str]:
    """Give newspaper text: mostly Chinese, with marks, tokens, odd clusters and hostile signs."""
    words = st.text(HAN, min_size=1, max_size=12)
    others = st.sampled_from((*TOKENS, *MARKS, *MARKS, *ODD, *HOSTILE, *BLANKS))
    return st.lists(st.one_of(words, words, others, st.characters()), max_size=40).map("".join)


@pytest.fixture(scope="session")
def story() -> Article:
    """Give an article that has every field."""
    return Article(
        column="春耕一线",
        kicker="贺闻溪在古桥保护工作会上强调",
        headline="一桥一策护好古桥 让老桥连着新生活",
        subhead="首批十二座古桥完成体检",
        byline=(Byline("记者", ("白露",)), Byline("摄影", ("江一帆",))),
        lead_in="本报讯(记者 白  露)",
        paragraphs=(
            "本报讯(记者 白  露)3月11日上午,全县古桥保护工作会召开,要求“一桥一策、修旧如旧”,"
            "让散落在溪水上的老桥既留得住模样,也连得上新生活。",
            "青溪县境内现存石桥四十七座,其中列入保护名录的十二座。" * 4,
            "老石匠的新徒弟",
            "南渡廊桥的修缮由石匠欧阳守拙带队,他的五个徒弟里,最小的23岁。" * 4,
        ),
        crossheads=(2,),
        captions=("图为修缮中的南渡廊桥。",),
        credit="白露/文 江一帆/摄",
        jump=Jump("2", "(下转2版)"),
        continues=Jump("1", "(上接1版)"),
    )
