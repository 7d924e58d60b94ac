"""``dubao similar``: the articles most like one, with their stories."""

from tests.tui.cli.support import ISSUE, Dubao


def test_what_is_like_an_article_is_told_with_its_stories(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    assert dubao("similar", f"{ISSUE}/1.1")[0] == 1, "no keywords were made here"
    assert dubao("similar", "--json", f"{ISSUE}/1.1")[1] == "[]\n"
    assert dubao("similar", "nosuch/1.1")[0] != 0
