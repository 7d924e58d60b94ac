"""The lead-in (电头) that opens a story: 本报讯（记者 甲）, 新华社北京3月11日电."""

import re
from functools import lru_cache

from store.press.forms.patterns import LEAD_IN
from store.press.text.characters import folded

_LEAD_IN = re.compile(LEAD_IN)
_LONGEST = 120
"""The most characters of a lead-in, with the names in its brackets."""


def read_lead_in(paragraph: str) -> str:
    """Return the lead-in that `paragraph` begins with, as printed; ``""`` if it has none."""
    return _lead_in(paragraph[:_LONGEST])


@lru_cache(maxsize=256)
def _lead_in(beginning: str) -> str:
    """Return the lead-in at a paragraph's beginning, which several steps ask for."""
    found = _LEAD_IN.match(folded(beginning))
    return beginning[: found.end()] if found else ""
