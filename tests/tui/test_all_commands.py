"""All commands of the reader, by where they are."""

import re

from tui.all_commands import checked, sections
from tui.commands import NAMES


def test_every_command_has_a_name_of_its_own_in_its_place() -> None:
    for place, commands in sections().items():
        names = [command.name for command in commands]
        assert len(names) == len(set(names)), place
        assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in names)


def test_every_key_is_told_by_what_is_printed_on_it() -> None:
    keys = {c.keys_shown() for commands in sections().values() for c in commands}
    assert not [key for key in keys if "_" in key]


def test_every_action_that_has_a_plain_name_is_there_and_no_two_share_one() -> None:
    actions = {command.action for commands in sections().values() for command in commands}
    assert NAMES.keys() <= actions
    assert len(set(NAMES.values())) == len(NAMES)


def test_a_configuration_may_say_the_names_of_before() -> None:
    assert checked({"step-on": "f6", "unfold-True": "f7", "day--7": "f8", "order": "f9"}, {}) == []


def test_a_macro_needs_commands_and_a_key_of_its_own() -> None:
    assert checked({}, {"f5": "star,step-on", "comma x": "clip"}) == []
    (unknown,) = checked({}, {"f5": "star,nothing"})
    assert "There is no command nothing" in unknown
    assert any("The key s is set for star" in each for each in checked({}, {"s": "clip"}))
