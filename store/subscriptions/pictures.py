"""Pictures of articles that subscriptions bring: beside the originals, as they came."""

from collections.abc import Iterator, Mapping

from store.backends.atomic import TEMPORARY
from store.backends.files import Files
from store.library.originals import original_file, picture_file, sha256_named
from store.library.repair.quarantine import Finding, Quarantine, now_at
from store.messages import Message, template
from store.models import Article, Picture

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_WEBP = b"RIFF", b"WEBP"
"""What pictures begin with, whatever a server calls them: JPEG, PNG, GIF; and WebP."""

_NO_PICTURE = template("{file}: damaged, or no picture.")
_ALONE = template("{file}: a picture whose original is gone.")
_UNFINISHED = template("{file}: left by a fetch that did not finish; nothing needs it.")

LARGEST_PICTURE = 3 * 2**20
"""Bytes of a picture that is kept."""

Address = tuple[str, str]
"""Which picture: the sha256 of its article's original, and where it came from."""


def is_picture(data: bytes) -> bool:
    """Return whether this is a picture of a kind that is kept, by what it begins with."""
    webp = data[:4] == _WEBP[0] and data[8:12] == _WEBP[1]
    return webp or data.startswith(_BEGINNINGS)


class Pictures:
    """The pictures of the library in `files`. Every method may raise LibraryError."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def keep(self, pictures: Mapping[Address, bytes]) -> None:
        """Keep these, but for those whose original is not held; durable when this returns."""
        with self._files.lock():
            held = {
                picture_file(*address): data
                for address, data in pictures.items()
                if self._files.stamp(original_file(address[0])) is not None
            }
            self._files.write_all(held)

    def get(self, article: Article, picture: Picture) -> bytes | None:
        """Return a picture of an article, None where it was not brought."""
        if not (article.source and picture.url):
            return None
        return self._files.read(picture_file(article.source, picture.url))


def check_pictures(files: Files, *, repair: bool = False) -> list[Finding]:
    """Return what is wrong with the pictures of the library in `files`.

    With `repair` it is set aside, under the lock. What is not dubao's stays. Raises LibraryError.
    """
    wrong = list(_wrong(files))
    if not wrong or not repair:
        return [Finding(name, why) for name, why in wrong]
    with files.lock():
        wrong = [each for each in wrong if files.stamp(each[0]) is not None]
        places = Quarantine(files).set_aside(wrong)
    return [
        Finding(name, why, now_at(place, None))
        for (name, why), place in zip(wrong, places, strict=True)
    ]


def _wrong(files: Files) -> Iterator[tuple[str, Message]]:
    for name in files.names("pictures"):
        sha256, last = sha256_named(name), name.rpartition("/")[2]
        if not sha256:
            if last.startswith(".") and last.endswith(TEMPORARY):
                yield name, Message(_UNFINISHED, {"file": name})
        elif files.stamp(original_file(sha256)) is None:
            yield name, Message(_ALONE, {"file": name})
        elif not is_picture(files.read(name) or b""):
            yield name, Message(_NO_PICTURE, {"file": name})
