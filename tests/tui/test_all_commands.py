"""All commands of the reader, by where they are."""

from tui.all_commands import sections


def test_every_command_has_a_name_of_its_own_in_its_place() -> None:
    for place, commands in sections().items():
        names = [command.name for command in commands]
        assert len(names) == len(set(names)), place
        assert all(name.replace("-", "").isalnum() for name in names)


def test_every_key_is_told_by_what_is_printed_on_it() -> None:
    keys = {c.keys_shown() for commands in sections().values() for c in commands}
    assert not [key for key in keys if "_" in key]
