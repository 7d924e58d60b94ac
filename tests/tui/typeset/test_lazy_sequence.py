"""A sequence that is made no further than it is asked for."""

from itertools import count

from tui.typeset.lazy_sequence import LazySequence


def test_no_more_is_made_than_is_asked_for() -> None:
    made = count()
    numbers = LazySequence(made)
    assert numbers.at_least(3) == [0, 1, 2]
    assert numbers.at_least(2) == [0, 1, 2]
    assert next(made) == 3
    assert not numbers.whole


def test_its_end_is_known_once_it_has_been_met() -> None:
    letters = LazySequence("ab")
    known = [(letters.at_least(count), letters.whole) for count in (2, 3)]
    assert known == [(["a", "b"], False), (["a", "b"], True)]
    assert letters.known == letters.at_least(99) == ["a", "b"]
