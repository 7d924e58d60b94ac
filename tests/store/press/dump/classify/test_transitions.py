"""What follows what: the order of a story, and its crossheads."""

import pytest

from store.press.dump.classify.transitions import (
    BY_HAND,
    FOLLOWS,
    FREE,
    NEVER,
    STATES,
    UNUSUAL,
    State,
    Transitions,
    added,
)
from store.press.dump.lines.kinds import BODY, COLUMN, CREDIT, CROSSHEAD, HEAD, KINDS, LEAD


def between(before: State, after: State, weights: Transitions = BY_HAND) -> float:
    return weights.between[STATES.index(before)][STATES.index(after)]


def test_every_kind_may_follow_and_be_followed() -> None:
    assert set(FOLLOWS) == {"start", *KINDS}
    assert {after for row in FOLLOWS.values() for after in row} == {*KINDS, "end"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State(COLUMN), State(BODY)),
        (State(LEAD), State(CROSSHEAD, 2)),
        (State(BODY), State(BODY, 1)),
        (State(BODY, 1), State(BODY)),
        (State(HEAD), State(BODY, 1)),
    ],
)
def test_what_cannot_be(before: State, after: State) -> None:
    assert between(before, after) == NEVER


def test_crossheads_are_counted_up_to_two() -> None:
    assert between(State(BODY), State(CROSSHEAD, 1)) > NEVER
    assert between(State(BODY, 1), State(CROSSHEAD, 2)) > NEVER
    assert between(State(BODY, 2), State(CROSSHEAD, 2)) > NEVER


def test_a_second_crosshead_costs_less_and_a_lonely_one_more() -> None:
    first = between(State(BODY), State(CROSSHEAD, 1))
    assert between(State(BODY, 1), State(CROSSHEAD, 2)) > first
    lonely, several = between(State(BODY, 1), State(HEAD)), between(State(BODY, 2), State(HEAD))
    assert lonely < several == between(State(BODY), State(HEAD))


def test_a_story_in_sections_seldom_ends_in_a_credit() -> None:
    assert between(State(BODY, 2), State(CREDIT)) < between(State(BODY), State(CREDIT))


def test_what_the_trade_forbids_is_unusual_and_a_wrong_count_cannot_be() -> None:
    assert NEVER < between(State(COLUMN), State(BODY), UNUSUAL) < -5
    assert between(State(BODY), State(BODY, 1), UNUSUAL) == NEVER


def test_who_does_not_know_the_trade_knows_what_cannot_be() -> None:
    assert between(State(COLUMN), State(BODY), FREE) == 0.0
    assert between(State(BODY), State(BODY, 1), FREE) == NEVER


def test_what_was_learned_is_added_between_kinds() -> None:
    weights = added(UNUSUAL, {LEAD: {HEAD: 0.5}}, 1.0)
    lead, head, body = State(LEAD), State(HEAD), State(BODY)
    assert between(lead, head, weights) == between(lead, head, UNUSUAL) + 0.5
    assert between(lead, body, weights) == between(lead, body, UNUSUAL)
    assert between(body, body, weights) == between(body, body, UNUSUAL)
