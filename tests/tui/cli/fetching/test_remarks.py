"""Each remark on a known paper is in the catalogue, so that it has its Chinese."""

from store.subscriptions.papers import known_papers
from tui.cli.fetching.remarks import REMARKS


def test_the_remarks_are_those_of_the_papers() -> None:
    assert set(REMARKS) == {paper.odd for paper in known_papers()} - {""}
