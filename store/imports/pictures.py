"""Pictures that lie beside the pages of an import: kept beside the originals, whose they are."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from store.errors import SourceError
from store.imports.sources import Input, load
from store.library.library import Library
from store.library.originals import picture_file
from store.models import Issue
from store.press.mirror import Place, Places
from store.subscriptions.pictures import LARGEST_PICTURE, Address, Pictures, is_picture

AT_ONCE = 2**23
"""Bytes of pictures that are written in one go."""


def keep_pictures(library: Library, issues: Iterable[Issue], files: Sequence[Input]) -> None:
    """Keep those of `files` that are pictures of the articles in `issues`, which are held by now.

    A picture's address leads to a file as the links of a mirrored issue do. One that is kept
    already stays, and one that cannot be read is passed over. Raises LibraryError.
    """
    by_path = {file.inner: file for file in files}
    places = Places(Place(path) for path in by_path)
    pictures, some = Pictures(library.files), dict[Address, bytes]()
    for address in dict.fromkeys(_addresses(issues) if files else ()):
        if library.files.stamp(picture_file(*address)) is not None:
            continue
        file = by_path.get(places.find(address[1]))
        with suppress(SourceError):
            data = load(file, LARGEST_PICTURE) if file else b""
            if is_picture(data):
                some[address] = data
        if sum(map(len, some.values())) >= AT_ONCE:
            pictures.keep(some)
            some = {}
    if some:
        pictures.keep(some)


def _addresses(issues: Iterable[Issue]) -> Iterable[Address]:
    for issue in issues:
        for article in issue.articles:
            for picture in article.pictures:
                if article.source and picture.url:
                    yield article.source, picture.url
