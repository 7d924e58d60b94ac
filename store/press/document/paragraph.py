"""A paragraph of a document, and the properties by which it is set: a style's, and its own."""

import re
from collections import Counter

from msgspec import Struct, field, structs

from store.press.dump.lines.kinds import BYLINE, CAPTION, COLUMN, CROSSHEAD, FURNITURE, HEAD

_HEAVY = re.compile(r"黑|标宋|粗|超宋|hei\b|black|heavy|bold", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题|標題) *([1-9])", re.IGNORECASE)
_ROLES = (
    (re.compile(r"subtitle|副标题|副標題|[引肩眉副主]题|[引肩眉主大]标题|headline", re.I), HEAD),
    (re.compile(r"小标题|小標題|crosshead|分题", re.I), CROSSHEAD),
    (re.compile(r"caption|illustration|题注|題注|图片?说明|图注", re.I), CAPTION),
    (
        re.compile(r"toc[ _]?(?:heading|\d)|contents|目录|目錄|header|footer|页[眉脚]", re.I),
        FURNITURE,
    ),
    (re.compile(r"byline|author|作者|署名", re.I), BYLINE),
    (re.compile(r"栏目|欄目|column", re.I), COLUMN),
)
_TITLES = frozenset({"title", "标题", "標題"})
TITLE = 1
"""The level of a document's title; a first heading's is 2."""


class Setting(Struct, frozen=True):
    """How text is set, as far as a style or a place says; None where it does not."""

    size: float | None = None
    """In points."""
    bold: bool | None = None
    heavy: bool | None = None
    """Its font is one that Chinese papers set heads in: 黑体, 小标宋."""
    centred: bool | None = None
    indented: bool | None = None
    hidden: bool | None = None
    level: int | None = None
    """Of a heading, `TITLE` being the highest; 0 is text."""
    number: tuple[str, int] | None = None
    """The list that numbers it, and the level in it, from 0."""
    role: str | None = None
    """The kind of line (see `store.press.dump.lines.kinds`) that the style is called after."""

    def over(self, under: "Setting") -> "Setting":
        """Return this setting, and where it does not say, what is `under` it."""
        if self == PLAIN:
            return under
        own = {name: value for name, value in structs.asdict(self).items() if value is not None}
        return structs.replace(under, **own)


PLAIN = Setting()


class Paragraph(Struct):
    """A paragraph, or what a line break in it parts, as its document sets it."""

    text: str = ""
    size: float = 0.0
    """Of most of its letters, in points; 0 where nothing says."""
    bold: bool = False
    """All its letters are."""
    heavy: bool = False
    centred: bool = False
    indented: bool = False
    level: int = 0
    role: str = ""
    starts: bool = False
    """It is the first in a cell or a box of text."""
    goes_on: bool = False
    """Nothing but a line break parts it from the one before."""


class _Line(Struct):
    """What stands between two line breaks."""

    pieces: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    light: bool = False
    """Some of its letters are not bold."""
    heavy: int = 0
    count: int = 0

    def put(self, text: str, setting: Setting) -> None:
        self.pieces.append(text)
        length = len(text.strip())
        if length:
            self.sizes[setting.size or 0.0] += length
            self.light |= not setting.bold
            self.heavy += length if setting.heavy else 0
            self.count += length

    def paragraph(self, setting: Setting) -> Paragraph:
        return Paragraph(
            "".join(self.pieces),
            self.sizes.most_common(1)[0][0] if self.sizes else setting.size or 0.0,
            bool(self.count) and not self.light,
            bool(self.count) and self.heavy * 10 > self.count * 9,
            bool(setting.centred),
            bool(setting.indented),
            setting.level or 0,
            setting.role or "",
        )


class Letters:
    """What is put together to a paragraph: pieces of text, each as it is set."""

    def __init__(self) -> None:
        self._lines = [_Line()]

    def put(self, text: str, setting: Setting = PLAIN) -> None:
        r"""Add a piece of `text`; a ``\n`` is a line break."""
        if setting.hidden or not text:
            return
        first, *others = text.split("\n")
        self._lines[-1].put(first, setting)
        for other in others:
            self._lines.append(_Line())
            self._lines[-1].put(other, setting)

    def paragraphs(self, setting: Setting, role: str = "") -> list[Paragraph]:
        """Return what they make of a paragraph that is set so, one for each line in it.

        `role` is what all around it is, and goes before what its style is made for.
        """
        found = [line.paragraph(setting) for line in self._lines]
        for at, each in enumerate(found):
            each.role = role or each.role
            each.goes_on = at > 0
        return found


def opening(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the `paragraphs` of a cell or a box, the first of which is told to start it."""
    filled = [each for each in paragraphs if each.text.strip()]
    if len(filled) > 1:
        filled[0].starts = True
    return paragraphs


def is_heavy(font: str) -> bool:
    """Return whether the font of this name is one for heads."""
    return bool(_HEAVY.search(font))


def named(style: str) -> Setting:
    """Return what the name of a style says: ``heading 2``, ``标题``, ``题注``."""
    name = style.strip().lower()
    if name in _TITLES:
        return Setting(level=TITLE)
    if found := _HEADING.fullmatch(name):
        return Setting(level=int(found[1]) + TITLE)
    for form, role in _ROLES:
        if form.search(name):
            return Setting(role=role)
    return PLAIN
