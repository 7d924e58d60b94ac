"""Walking through the lines of before keeps what one was typing."""

from tui.state.input_history import InputHistory


def test_back_forward_and_to_ones_own_line() -> None:
    history = InputHistory(lambda: ["新", "旧"])
    assert history.step(-1, "我") is None
    assert history.step(1, "我") == "新"
    assert history.step(1, "新") == "旧"
    assert history.step(1, "旧") is None
    assert history.step(-1, "旧") == "新"
    assert history.step(-1, "新") == "我"
    assert history.step(-1, "我") is None


def test_a_changed_line_is_ones_own() -> None:
    history = InputHistory(lambda: ["新", "旧"])
    history.step(1, "")
    assert history.step(1, "新的") == "新"
    assert history.step(-1, "新") == "新的"


def test_the_line_that_stands_there_is_passed_over() -> None:
    assert InputHistory(lambda: ["新", "旧"]).step(1, "新") == "旧"
    assert InputHistory(list).step(1, "") is None
