"""Headlines as large as a terminal can have them: spaced out, centred, over as many lines."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.typeset import Field, Line, Role, Run, set_text, width

_LETTER = r"A-Za-z\u00c0-\u024f"
_WIDE = (
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00020000-\U0003ffff]"
)
"""Han, kana and full-width letters: letters that join, and words that blanks part, stay so."""
_SPACED = re.compile(rf"{_WIDE}[\w ]|[{_LETTER}]{_WIDE}")
"""Two characters that a blank parts where a headline is spaced out: no mark, no word, no unit."""


def spaced_out(
    text: str,
    role: Role,
    field: Field,
    measure: int,
    words: Sequence[int] = (),
    blanks: int = 1,
) -> list[Line]:
    """Return the lines of a headline, centred, its characters parted by so many `blanks` (疏排).

    `words` are where its words end. Of n wide characters a line takes 2n cells, and the blanks
    between them; with narrow ones among them, more.
    """
    for cells in range(max(2, 2 * ((measure + blanks) // (2 + blanks))), 1, -2):
        plain = set_text(text, role, field, cells, words=words)
        lines = [tuple(_with_blanks(line, blanks)) for line in plain]
        if all(_cells(runs) <= measure for runs in lines):
            return [centred(runs, measure) for runs in lines]
    return list(set_text(text, role, field, measure, words=words))


def _cells(runs: tuple[Run, ...]) -> int:
    return sum(width(run.text) for run in runs)


def centred(runs: tuple[Run, ...], measure: int) -> Line:
    """Return a line of these runs in the middle of a measure."""
    return Line(runs, max(0, (measure - _cells(runs)) // 2))


def at_left(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` without what stands before them."""
    return [replace(line, pad=0) for line in lines]


def cut_short(lines: Sequence[Line], count: int, measure: int) -> list[Line]:
    """Return so many of `lines`; where there are more, the last one says so (……)."""
    kept = list(lines[: max(0, count)])
    if kept and len(lines) > len(kept):
        kept[-1] = ending(kept[-1], measure)
    return kept


def ending(line: Line, measure: int) -> Line:
    """Return a line with an ellipsis at its end, for which characters are left out."""
    dots = "…"
    room = measure - line.pad - width(dots)
    runs: list[Run] = []
    for run in line.runs:
        kept = run.text
        while kept and width(kept) > room:
            kept = kept[:-1]
        room -= width(kept)
        runs.append(replace(run, text=kept, end=run.start + len(kept)) if run.text else run)
        if kept != run.text:
            break
    return Line((*runs, Run(dots, line.role, "", 0, 0)), line.pad)


def _with_blanks(line: Line, blanks: int) -> Iterator[Run]:
    """Yield the characters of a line, and `blanks` between each two that are spaced out."""
    before = ""
    for run in line.runs:
        for at, character in enumerate(run.text):
            if _SPACED.match(before + character):
                yield Run(" " * blanks, "space", "", 0, 0)
            yield Run(character, run.role, run.field, run.start + at, run.start + at + 1)
            before = character
