"""The filters that were asked: newest first, each once, some hundred."""

from store.backends.files import Files
from store.reader.filter_history import KEPT, FilterHistory


def test_newest_first_each_once(files: Files) -> None:
    for text in ("防汛", "石匠 is:unread", "防汛", "防汛", ""):
        FilterHistory(files).keep(text)
    assert FilterHistory(files).all() == ("防汛", "石匠 is:unread")


def test_the_oldest_are_forgotten(files: Files) -> None:
    asked = FilterHistory(files)
    for number in range(KEPT + 5):
        asked.keep(f"{number}")
    assert len(asked.all()) == KEPT
    assert asked.all()[0] == f"{KEPT + 4}"
    assert asked.all()[-1] == "5"


def test_what_is_too_long_to_be_asked_again_is_not_kept(files: Files) -> None:
    history = FilterHistory(files)
    history.keep("桥" * 1001)
    assert not history.all()
