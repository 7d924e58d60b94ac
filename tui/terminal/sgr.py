"""Styles as the terminal's own codes (SGR), and the shortest way from one to the next.

A style is its SGR parameters; after a line feed, which no parameter contains, may follow the
address that its text links to (OSC 8).
"""

import re
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
"""How many colours a terminal has, by the names that `environment.colours` returns."""

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29",
        "fg": "39", "bg": "49"}  # fmt: skip
"""What turns an attribute or a colour off, by its slot; the rare ones need a full reset."""

_INK = ("1", "2", "3", "5", "8", "fg")
"""What only a letter shows: a space looks the same without, unless colours are reversed."""


SAFE = re.compile(r"https?://[!-~]{1,2000}", re.ASCII)
"""Addresses that a terminal may be sent: printable ASCII, and the web alone."""


@lru_cache(4096)
def codes(
    style: Style | None, system: ColorSystem, monochrome: bool = False, links: bool = False
) -> str:
    """Return the SGR parameters of `style`, ``""`` for the terminal's default.

    With `links`, the address that it links to follows, if that is safe. The default colours
    (39, 49) are left out: they are what a reset gives.
    """
    if style is None:
        return ""
    drawn = style.update_link(None).render("x", color_system=system)
    slots = _slots(drawn.removeprefix("\x1b[").partition("m")[0] if drawn != "x" else "")
    kept = [
        code
        for slot, code in slots.items()
        if code not in ("39", "49") and not (monochrome and slot in ("fg", "bg"))
    ]
    address = style.link or ""
    return ";".join(kept) + ("\n" + address if links and SAFE.fullmatch(address) else "")


@lru_cache(4096)
def of_space(style: str) -> str:
    """Return what a space shows of `style`, so that the blanks after bold text can be erased."""
    style = style.partition("\n")[0]
    slots = _slots(style)
    if "7" in slots:
        return style
    return ";".join(code for slot, code in slots.items() if slot not in _INK)


@lru_cache(4096)
def change(before: str, after: str) -> str:
    """Return the shortest sequence that turns the style `before` into `after`."""
    (before, _, left), (after, _, address) = before.partition("\n"), after.partition("\n")
    link = "" if left == address else f"\x1b]8;;{address}\x1b\\"
    return link if before == after else link + _sgr(before, after)


def _sgr(before: str, after: str) -> str:
    ways = [f"\x1b[{';' + after if after else ''}m"]
    old, new = _slots(before), _slots(after)
    gone = [slot for slot in old if slot not in new]
    off = dict.fromkeys(_OFF[slot] for slot in gone if slot in _OFF)
    if len(gone) == len([slot for slot in gone if slot in _OFF]):
        again = [s for s in new if _OFF.get(s) in off]
        on = [c for s, c in new.items() if old.get(s) != c or s in again]
        ways.append(f"\x1b[{';'.join((*off, *on))}m")
    return min(ways, key=len)


@lru_cache(4096)
def _slots(parameters: str) -> dict[str, str]:
    """Return what each parameter sets: an attribute's own number, ``fg`` or ``bg``."""
    slots: dict[str, str] = {}
    tokens = parameters.split(";") if parameters else []
    while tokens:
        token = tokens.pop(0)
        if token in ("38", "48"):
            length = 2 if tokens[0] == "5" else 4
            slots["fg" if token == "38" else "bg"] = ";".join((token, *tokens[:length]))
            del tokens[:length]
        elif token[:-1] in ("3", "9"):
            slots["fg"] = token
        elif token[:-1] in ("4", "10") and len(token) > 1:
            slots["bg"] = token
        else:
            slots[token] = token
    return slots
