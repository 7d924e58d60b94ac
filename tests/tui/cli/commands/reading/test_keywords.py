"""``dubao keywords``: of an issue, a query or everything."""

from tests.tui.cli.support import ISSUE, Dubao


def test_keywords_are_of_an_issue_a_query_or_everything(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    assert dubao("keywords")[0] == 1, "none were made here"
    assert dubao("keywords", ISSUE, "--json")[:2] == (1, "[]\n")
    assert dubao("keywords", "--new", ISSUE)[0] == 1
    status, _, err = dubao("keywords", "--new", "古桥")
    assert (status, "give its id" in err) == (2, True)
