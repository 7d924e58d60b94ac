"""What has come into a library since some moment, by the dates of its files.

No record is kept of that: an original is written when it comes, and never again.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from store.backends.files import Files
from store.library.issue_file import file_of
from store.library.originals import original_file
from store.models import CatalogueRow


def came_since(
    files: Files, rows: Iterable[CatalogueRow], moment: datetime
) -> Iterator[tuple[CatalogueRow, Mapping[str, datetime]]]:
    """Yield the issues in `rows` of which some has come since, with when each original of that did.

    Originals go by their sha256. Each change of a library has a number, so that what was changed
    before is not looked at: it costs two looks at files' dates for each issue that came. Raises
    LibraryError.
    """
    for row in sorted(rows, key=lambda row: row.revision, reverse=True):
        changed = files.dated(file_of(row))
        if changed is not None and changed < moment:
            return
        dates = {each: files.dated(original_file(each)) for each in row.originals}
        came = {each: date for each, date in dates.items() if date and date >= moment}
        if came:
            yield row, came
