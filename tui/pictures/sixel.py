"""Sixels: a picture as DEC's terminals take it, six rows at a time, colour by colour.

See "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14. A character from ``?`` on shows
six pixels of a column, the lowest bit being the uppermost; ``$`` goes back to the left, ``-`` to
the next six rows, ``!5~`` repeats, ``#3`` chooses a colour and ``#3;2;R;G;B`` sets it in per cent.
"""

import re

_NONE = 0x3F
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)

BODY = re.compile(rb"[!-~]*")
"""What sixels are made of: no control character, so that they end where their string does."""


def encoded(pixels: bytes, across: int, palette: bytes) -> bytes:
    """Return the sixels of `pixels`, rows of numbers of colours; those are RGB in `palette`."""
    rows = [pixels[at : at + across] for at in range(0, len(pixels), across)]
    out = [b'"1;1;%d;%d' % (across, len(rows))]
    out += [_colour(number, palette) for number in sorted(set(pixels))]
    for top in range(0, len(rows), 6):
        band = rows[top : top + 6]
        used = sorted(set().union(*band))
        out.append(b"$".join(b"#%d%b" % (number, _line(band, number)) for number in used) + b"-")
    return b"".join(out)


def _colour(number: int, palette: bytes) -> bytes:
    red, green, blue = (round(each / 2.55) for each in palette[3 * number : 3 * number + 3])
    return b"#%d;2;%d;%d;%d" % (number, red, green, blue)


def _line(band: list[bytes], number: int) -> bytes:
    """Return the characters that show what has this colour in a band of up to six rows.

    The rows are added up as one large number, a byte for each column: no byte exceeds 63.
    """
    is_it = bytes(each == number for each in range(256))
    bits = sum(int.from_bytes(row.translate(is_it)) << y for y, row in enumerate(band))
    across = len(band[0])
    shown = (bits + int.from_bytes(bytes([_NONE]) * across)).to_bytes(across)
    return _RUN.sub(_repeated, shown.rstrip(bytes([_NONE])))


def _repeated(run: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (len(run[0]), run[1])
