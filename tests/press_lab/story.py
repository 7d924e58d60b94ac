"""A story before it is set: what it says, without any paper's habits."""

import re

from msgspec import Struct

LEAD_IN = re.compile(
    r"(?:[【〔(（]?(?:本报|本報|据?新华社|中央社)[^（()，。“]{0,16}?(?:\d{1,2}日)?[讯电訊電]?[】〕]?"
    r"[ \u3000]*[（(][^）)]{2,60}[）)]|[〔【][^〕】]{4,24}[報报][導导道][〕】]"
    r"|(?:本报|本報|据?新华社)[^（()，。“]{0,16}?(?:\d{1,2}日[讯电訊電]|[讯电訊]))[ \u3000]*"
)
_ENDED = re.compile(r"[。！？…!?.；;：:，,”』」）)]$")
CROSSHEAD = 24
"""Characters that a crosshead has at most."""


class Story(Struct, frozen=True):
    """A headline and its text; `crossheads` are the numbers of the paragraphs that are such."""

    headline: str
    paragraphs: tuple[str, ...]
    crossheads: tuple[int, ...] = ()
    kicker: str = ""
    subhead: str = ""
    maker: str = "invented"
    subject: str = "news"

    @property
    def script(self) -> str:
        """Return zh-Hans, zh-Hant or en."""
        text = self.headline + self.paragraphs[0]
        if sum(map(str.isascii, text)) > 0.8 * len(text):
            return "en"
        return (
            "zh-Hant"
            if re.search(
                "[這來為國會於對發學說時電報縣鎮個們臺灣開關遲雙庫颱戲後還過車話買賣讓邊點無長齡區廚]",
                text,
            )
            else "zh-Hans"
        )


def _may_be_crosshead(text: str) -> bool:
    """Return whether `text` is short and has no end; a whole saying in quotation marks has none."""
    said = text[1:-1] if text[:1] == "“" and text.find("”") == len(text) - 1 else text
    longest = 30 if text.endswith("——") else CROSSHEAD
    return 2 < len(said) <= longest and not _ENDED.search(said)


def natural_crossheads(paragraphs: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of short paragraphs without an end; none where most are such."""
    inner = range(1, len(paragraphs) - 1)
    short = [at for at in inner if _may_be_crosshead(paragraphs[at].strip())]
    return tuple(short) if len(short) * 2 < len(paragraphs) else ()


def is_verse(paragraphs: tuple[str, ...]) -> bool:
    """Return whether these are lines of a poem: all short, hardly one with an end."""
    return len(paragraphs) > 3 and all(len(text) <= 22 for text in paragraphs)
