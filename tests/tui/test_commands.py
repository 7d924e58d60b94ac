"""Commands: their names, their keys, and the keys that a reader sets in their place."""

from tui.commands import Command, bindings, counted, hints, key_name, keymap, named_today, sequences

PLACES = {"list": [Command("s", "star", "Star"), Command("J", "step(1)", "On")]}


def test_names_are_mapped_to_what_is_run() -> None:
    assert keymap(PLACES, {"star": "S,x", "next-article": "n"}) == (
        {"star": "S,x", "step(1)": "n"},
        [],
    )


def test_what_cannot_be_is_said() -> None:
    mapped, wrong = keymap(PLACES, {"star": "J", "eat": "x"})
    assert mapped == {"star": "J"}
    assert len(wrong) == 2
    assert "eat" in wrong[0]
    assert all(word in wrong[1] for word in ("J", "star", "next-article"))


def test_a_mistyped_name_is_told_with_the_nearest_and_each_thing_once() -> None:
    _, wrong = keymap(PLACES, {}, {"f5": "stra,next-article"})
    assert wrong == ["There is no command stra; is it star?"]
    twice = {"list": [Command("J", "step(1)", "On")], "text": [Command("J", "step(1)", "On")]}
    _, wrong = keymap(twice, {}, {"J x": "next-article"})
    assert wrong == ["The key J is set for next-article and begins the keys of next-article."]


def test_a_macro_may_say_what_is_typed() -> None:
    assert keymap(PLACES, {}, {"f5": "star shown,next-article,tag 水利 /防汛"})[1] == []


def test_keys_in_turn_are_told_apart_and_must_not_begin_with_a_key_that_is_set() -> None:
    mapped, wrong = keymap(PLACES, {"star": "comma s,S", "next-article": "comma j"})
    assert (mapped, wrong) == ({"star": "S"}, [])
    assert sequences({"star": "comma s,S"}) == {("comma", "s"): "star"}
    _, wrong = keymap(PLACES, {"star": "J s"})
    assert wrong
    assert Command("comma s,S", "star", "").keys_shown() == ", s S"
    assert Command("comma s", "star", "").while_typing() is None


def test_a_command_is_called_by_its_action_and_argument() -> None:
    actions = ("star", "step(1)", "edge(0)", "toggle_read", "relabel('headline')")
    names = [Command("x", action, "").name for action in actions]
    assert names == ["star", "next-article", "first", "toggle-read", "relabel-headline"]


def test_a_command_is_known_by_its_former_name_too() -> None:
    former = {"star": "S", "step-on": "n", "unfold-True": "u", "day--7": "w", "edge-0": "h"}
    assert [*named_today(former)] == [
        "star",
        "next-article",
        "show-prints",
        "previous-week",
        "first",
    ]


def test_what_types_is_no_key_while_one_types() -> None:
    typing = Command("space,j,slash,ctrl+f", "leaf(1)", "").while_typing()
    assert typing is not None
    assert typing.keys == "ctrl+f"
    assert Command("j,space", "move(1)", "").while_typing() is None
    assert Command("j,k", "move(1)", "").without({"j", "k"}) is None


def test_a_number_before_it_multiplies_a_step_and_nothing_else() -> None:
    assert counted("move(-1)", 12) == "move(-12)"
    assert counted("move(1)", 0) == "move(1)"
    assert counted("edge(1)", 3) == "edge(1)"


def test_keys_are_named_as_they_are_printed() -> None:
    assert [key_name(key) for key in ("ctrl+f", "slash", "down", "g f")] == [
        "Ctrl+F",
        "/",
        "↓",
        "g f",
    ]
    commands = [
        Command("slash", "a", "", "filter"),
        Command("x", "b", ""),
        Command("q", "c", "", "quit"),
    ]
    assert hints(commands) == ("/ filter", "q quit")
    assert hints(commands, 1) == ("/ filter",)


def test_the_way_out_and_the_help_are_hinted_at_however_much_can_be_done() -> None:
    many = [Command(key, key, "", f"do {key}") for key in "abcdef"]
    leave, quits = Command("escape,q", "close", "", "done"), Command("q", "quit", "", "quit")
    commands = [*many, leave, Command("f1", "help", "", "help"), quits]
    assert hints(commands) == ("a do a", "b do b", "c do c", "Esc done", "F1 help")
    assert hints(commands[-3:]) == ("Esc done", "F1 help")


def test_a_binding_is_known_by_its_action() -> None:
    (binding,) = bindings([Command("s,S", "star", "Star")])
    assert (binding.key, binding.action, binding.id) == ("s,S", "star", "star")
