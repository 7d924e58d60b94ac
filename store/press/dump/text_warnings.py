"""What a reader is told of the text before it was read: how it was decoded, cleaned and mended."""

from collections.abc import Iterator

from store.press.text.clean import Cleaned
from store.press.text.decode import Decoded
from store.press.text.genre import other_genre
from store.press.text.mending.mend import Mended
from store.press.text.mending.mojibake import LOST, is_strange
from store.press_warnings import PressWarning


def text_warnings(decoded: Decoded, cleaned: Cleaned, mended: Mended) -> Iterator[PressWarning]:
    """Yield what was taken out and mended, and what could not be."""
    for what, count in cleaned.taken:
        yield PressWarning("taken_out", {"count": count, "what": what})
    for what, count in mended.kinds:
        yield PressWarning("mended", {"count": count, "what": what})
    if decoded.broken:
        fields: dict[str, str | int] = {"count": decoded.broken, "encoding": decoded.encoding}
        yield PressWarning("undecodable", fields)
    if decoded.sure < 0.6:
        yield PressWarning("encoding_guessed", {"encoding": decoded.encoding})
    lost = mended.text.count(LOST) - decoded.broken
    if lost > 0:
        yield PressWarning("lost", {"count": lost})
    if mended.private:
        yield PressWarning("private_use", {"count": mended.private})
    yield from _doubts(mended.text)


def _doubts(text: str) -> Iterator[PressWarning]:
    if is_strange(text):
        yield PressWarning("mojibake")
    elif other := other_genre(text):
        yield PressWarning("no_newspaper", {"what": other.template})
