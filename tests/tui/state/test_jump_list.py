"""The way back and forward again."""

from store.reader.place import Place
from tui.state.jump_list import LONGEST, JumpList

A, B, C = (Place("i", f"i/1.{number}") for number in (1, 2, 3))


def test_back_and_forward_again() -> None:
    trail = JumpList()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_a_new_way_gives_up_the_way_forward() -> None:
    trail = JumpList()
    trail.leave(A)
    trail.back(B)
    trail.leave(A)
    assert trail.forward(C) is None
    assert trail.back(C) == A


def test_nowhere_and_the_same_place_are_no_stops() -> None:
    trail = JumpList()
    trail.leave(Place())
    trail.leave(A)
    trail.leave(A)
    assert trail.back(B) == A
    assert trail.back(A) is None


def test_the_oldest_stops_are_forgotten() -> None:
    trail = JumpList()
    for number in range(LONGEST + 5):
        trail.leave(Place("i", f"i/1.{number}"))
    stops = [trail.back(A) for _ in range(LONGEST + 1)]
    assert stops[-1] is None
    assert stops[-2] == Place("i", "i/1.5")
