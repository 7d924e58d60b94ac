"""``dubao help``: topics, and the help of commands."""

from tests.tui.cli.support import Dubao


def test_topics_are_listed_and_explained(dubao: Dubao) -> None:
    status, out, _ = dubao("help")
    assert (status, "backup" in out) == (0, True)
    status, out, _ = dubao("help", "backup")
    assert (status, "dubao check --verify backup.zip" in out) == (0, True)
    assert "报库" in dubao("--lang", "zh", "help", "backup")[1]


def test_the_help_of_a_command_is_that_of_the_command(dubao: Dubao) -> None:
    assert dubao("help", "import") == dubao("import", "--help")


def test_a_topic_that_is_not_there_is_said(dubao: Dubao) -> None:
    status, out, err = dubao("help", "x\x1b[31m")
    assert (status, out, "dubao help lists" in err, "\x1b" in err) == (2, "", True, False)
