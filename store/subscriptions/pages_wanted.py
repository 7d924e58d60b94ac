"""Which pages of an issue are wanted: ``1-4,A1``, by their numbers as they are printed.

Zeros before a number count for nothing (A01 is A1), nor does the case of letters.
"""

import re
from collections.abc import Callable

from store.errors import DubaoError

_NUMBER = re.compile(r"([A-Za-z]{0,3})0*(\d{1,4})")
_RANGE = re.compile(rf"{_NUMBER.pattern}(?:-([A-Za-z]{{0,3}})0*(\d{{1,4}}))?")


def pages_wanted(spec: str) -> Callable[[str], bool]:
    """Return what tells whether the page of a number is wanted; all are where `spec` is empty.

    Raises DubaoError when it is no list of pages.
    """
    ranges = [_range(part, spec) for part in spec.replace(" ", "").split(",") if part]

    def wanted(number: str) -> bool:
        if not ranges:
            return True
        found = _NUMBER.fullmatch(number.strip())
        if found is None:
            return False
        letters, at = found[1].upper(), int(found[2])
        return any(letters == own and first <= at <= last for own, first, last in ranges)

    return wanted


def _range(part: str, spec: str) -> tuple[str, int, int]:
    found = _RANGE.fullmatch(part)
    if found:
        letters, first = found[1].upper(), int(found[2])
        last = int(found[4] or first)
        if (found[3] or letters).upper() == letters and first <= last:
            return letters, first, last
    raise DubaoError("{pages}: these are no pages; say them like 1-4,A1.", pages=spec)
