"""The steps that tell lines of a page, in their order; each leaves alone what is told already."""

from collections.abc import Sequence

from store.press.dump.lines.lines import Line
from store.press.dump.told.authors import tell_authors
from store.press.dump.told.briefs import tell_briefs
from store.press.dump.told.editors import tell_editors
from store.press.dump.told.endings import tell_endings
from store.press.dump.told.interviews import tell_interviews
from store.press.dump.told.leads import tell_heads
from store.press.dump.told.letters import tell_letters
from store.press.dump.told.notices import tell_notices
from store.press.dump.told.sections import tell_sections
from store.press.dump.told.series import tell_series
from store.press.dump.told.tables import tell_tables
from store.press.dump.told.verse import tell_verse

_STEPS = (
    tell_editors,
    tell_briefs,
    tell_authors,
    tell_letters,
    tell_notices,
    tell_endings,
    tell_heads,
    tell_tables,
    tell_interviews,
    tell_verse,
    tell_sections,
    tell_series,
)


def tell(lines: Sequence[Line]) -> Sequence[Line]:
    """Return a page's `lines` with what is certain of them told."""
    for step in _STEPS:
        lines = step(lines)
    return lines
