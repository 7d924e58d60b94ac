"""Families of makers: what each of them usually does, as weights and rates."""

from msgspec import Struct

IDS = "\u3000"
Weights = tuple[tuple[str, float], ...]
_PLAIN: Weights = (("plain", 1),)
_BLANK: Weights = (("all", 4), ("none", 3), ("stories", 3))
_INDENT: Weights = (("", 5), (IDS * 2, 5), ("  ", 1), ("    ", 1))


def _rates(text: str) -> dict[str, float]:
    """Return the rates that `text` says: names and figures by turns."""
    words = text.split()
    return dict(zip(words[::2], map(float, words[1::2]), strict=True))


class Family(Struct, frozen=True):
    """How makers of one kind work; `use` has the rate at which each slot or habit is theirs."""

    use: dict[str, float]
    subjects: tuple[str, ...] = ("news",)
    script: str = "zh-Hans"
    pages: tuple[int, ...] = (1,)
    stories: tuple[int, int] = (2, 6)
    bindings: Weights = _PLAIN
    blank: Weights = _BLANK
    indent: Weights = _INDENT
    wrapped: float = 0.0
    widths: tuple[int, ...] = (16, 18, 20, 22)
    half: float = 0.1


FAMILIES = {
    "district": Family(
        _rates(
            "box 0.1  table 0.15  masthead 0.9  page_line 0.6  lead 0.9  byline 0.2 "
            "tail 0.15  credit 0.5  column 0.3  kicker 0.6  subhead 0.6  crosshead 0.2 "
            "caption 0.2  notice 0.5  contents 0.25  entry 1  cut 0.4  two_line 0.15 "
            "jump 0.15  letterspaced 0.05  caption_in_paragraph 0.15  gap_in_picture 0.3 "
        ),
        ("news", "news", "news", "photo"),
        pages=(1, 1, 2, 4),
        stories=(3, 7),
        wrapped=0.2,
        half=0.4,
    ),
    "daily": Family(
        _rates(
            "rest_line 0.1  box 0.3  table 0.1  masthead 0.8  page_line 0.8  lead 0.6 "
            "byline 0.5  tail 0.25  credit 0.3  column 0.4  kicker 0.5  subhead 0.5 "
            "crosshead 0.5  crosshead_gap 0.4  caption 0.3  notice 0.3  contents 0.15 "
            "entry 1  cut 0.3  two_line 0.2  numbered 0.1  jump 0.1 "
        ),
        ("news", "news", "news", "comment", "photo", "interview"),
        pages=(1, 1, 2, 3),
        stories=(3, 8),
        wrapped=0.2,
    ),
    "city": Family(
        _rates(
            "titles 0.3  table 0.15  masthead 0.4  page_line 0.8  lead 0.6  byline 0.6 "
            "tail 0.2  credit 0.3  column 0.3  kicker 0.2  subhead 0.3  crosshead 0.3 "
            "crosshead_gap 0.5  caption 0.4  notice 0.6  contents 0.2  entry 1 "
            "site_above 0.5  site_below 0.4  two_line 0.2  cut 0.1 "
        ),
        ("news", "news", "photo"),
        stories=(1, 5),
        half=0.3,
    ),
    "epaper": Family(
        _rates(
            "titles 0.25  box 0.2  masthead 0.3  page_line 0.8  closing 0.15  source 0.8 "
            "lead 0.4  byline 0.6  tail 0.35  column 0.2  kicker 0.3  subhead 0.3 "
            "crosshead 0.5  crosshead_gap 0.7  caption 0.2  site_above 0.3  site_below 0.3 "
            "two_line 0.1  contents 0.1  entry 1  picture 0.15  notice 0.15 "
        ),
        ("news", "news", "essay", "comment", "interview"),
        stories=(2, 6),
        blank=(("heads", 4), ("all", 3), ("stories", 2)),
        indent=((IDS * 2, 6), ("", 2), ("\u2003\u2003", 2)),
    ),
    "portal": Family(
        _rates(
            "titles 0.15  source 0.9  byline 0.3  lead 0.4  tail 0.3  site_above 0.9 "
            "site_below 0.9  picture 0.5  crosshead 0.3  crosshead_gap 0.7  subhead 0.15 "
            "masthead 0.1  page_line 0.1  caption 0.3 "
        ),
        ("news", "news", "photo"),
        stories=(1, 2),
        blank=(("all", 7), ("none", 2), ("heads", 1)),
        half=0.3,
    ),
    "feed": Family(
        _rates(
            "echo 0.7  box 0.15  in_headline 0.7  page_line 0.2  source 0.8  lead 0.2 "
            "tail 0.7  column 0.3  tail_line 0.6  separator 0.3  crosshead 0.4  subhead 0.2 "
            "masthead 0.15  contents 0.1  entry 1 "
        ),
        ("news", "news", "comment", "photo"),
        stories=(2, 8),
        blank=(("heads", 5), ("all", 3), ("stories", 2)),
        indent=(("\u2003\u2003", 3), (IDS * 2, 4), ("", 2)),
    ),
    "book": Family(
        _rates(
            "rest_line 0.3  box 0.1  under_head 0.85  closing 0.15  byline 0.7  column 0.6 "
            "contents 0.35  entry 1  lead 0.2  tail 0.1  crosshead 0.3  subhead 0.2 "
        ),
        ("news", "essay", "comment", "verse"),
        stories=(2, 6),
        bindings=(("sheets", 5), ("plain", 4)),
        blank=(("none", 5), ("body", 4), ("stories", 2)),
        indent=(("", 5), (IDS * 2, 2)),
        wrapped=0.75,
        widths=(24, 28, 31, 34, 36),
    ),
    "browser": Family(
        _rates(
            "rest_line 0.1  page_line 0.8  source 0.8  byline 0.6  lead 0.4  tail 0.6 "
            "crosshead 0.3  crosshead_gap 0.4  separator 0.6  subhead 0.2 "
        ),
        stories=(2, 5),
        bindings=(("browser", 1),),
        blank=(("heads", 6), ("stories", 2)),
        indent=((IDS * 2, 1),),
        wrapped=1.0,
        widths=(34, 38, 40, 44),
    ),
    "archive": Family(
        _rates("masthead 0.3  page_line 0.8  lead 0.8  kicker 0.4  subhead 0.4  two_line 0.2 "),
        stories=(2, 6),
        bindings=(("one_line", 3), ("columns_named", 3), ("plain", 2)),
        half=0.7,
        indent=(("", 1),),
    ),
    "island": Family(
        _rates(
            "scattered 0.15  masthead 0.6  page_line 0.7  lead 0.8  byline 0.3  caption 0.3 "
            "notice 0.3  column 0.3  subhead 0.3  contents 0.15  entry 1  two_line 0.2 "
        ),
        script="zh-Hant",
        stories=(2, 6),
        wrapped=0.2,
        widths=(16, 20, 28),
    ),
    "vertical": Family(
        _rates("masthead 0.9  lead 0.8  byline 0.3  subhead 0.2  notice 0.3  caption 0.2 "),
        script="zh-Hant",
        stories=(2, 4),
        bindings=(("vertical", 1),),
    ),
    "ocr": Family(
        _rates(
            "scattered 0.3  masthead 0.5  page_line 0.4  lead 0.8  kicker 0.4  subhead 0.3 "
            "byline 0.3 "
        ),
        stories=(2, 4),
        bindings=(("ocr", 1),),
        blank=(("none", 4), ("stories", 3)),
        wrapped=0.9,
        widths=(16, 20, 24, 30),
        half=0.4,
    ),
    "photo": Family(
        _rates(
            "masthead 0.4  page_line 0.6  credit 0.9  byline 0.2  notice 0.2  lead 0.15 "
            "gap_in_picture 0.4  tail 0.1 "
        ),
        ("photo",),
        stories=(2, 6),
        half=0.5,
    ),
    "supplement": Family(
        _rates(
            "masthead 0.4  page_line 0.7  closing 0.15  byline 0.9  column 0.3  tail 0.25 "
            "notice 0.4  separator 0.2  letterspaced 0.1 "
        ),
        ("verse", "essay", "letter", "comment", "verse"),
        stories=(2, 6),
        blank=(("none", 3), ("stories", 4), ("all", 2)),
    ),
    "briefs": Family(
        _rates(
            "table 0.1  masthead 0.4  page_line 0.6  lead 0.5  tail 0.7  brief 1 "
            "notice 0.2  column 0.1  separator 0.1 "
        ),
        stories=(4, 10),
        half=0.4,
    ),
    "english": Family(
        _rates("subhead 0.2  notice 0 "),
        script="en",
        stories=(2, 4),
        wrapped=0.3,
        widths=(60, 72, 78),
        indent=(("", 3), ("    ", 1)),
    ),
    "broadcast": Family(
        _rates("masthead 0.3  brief 0.5  column 0.2 "),
        stories=(5, 10),
        bindings=(("transcript", 1),),
        blank=(("none", 1),),
        indent=(("", 1),),
    ),
    "layout": Family(
        _rates("masthead 0.9  page_line 0.5  lead 0.9  subhead 0.2 "),
        stories=(2, 2),
        bindings=(("side_by_side", 1),),
        blank=(("none", 1),),
        indent=((IDS * 2, 1),),
        wrapped=1.0,
        widths=(14, 16, 18, 20),
    ),
}
