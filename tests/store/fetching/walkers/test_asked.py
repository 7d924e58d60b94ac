"""What is no answer of a paper is told."""

import pytest

from store.fetching.walkers.asked import listed_page
from store.library.library import Library
from store.press.epaper.page_list import ListedPage
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Fetch
from tests.store.fetching.walkers.conftest import own

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("jfjb", '{"code": 0, "data": []}'),
        ("jfjb", "<html>改版了</html>"),
        ("kjrb", '{"status": "500", "msg": "no access!"}'),
        ("jfrb", '{"success": false, "errorinfo": "no issue"}'),
        ("xjb", "<html>改版了</html>"),
        ("jjgcb", "<html>改版了</html>"),
        ("jjjcb", "<html>改版了</html>"),
        ("ncrb", "<html>改版了</html>"),
    ],
)
def test_a_refusal_is_told_and_no_issue(
    code: str, answer: str, web: PaperSite, fetched: Fetch, library: Library
) -> None:
    subscription = own(code)
    web.put(subscription.address, answer)
    api = "http://epaper.stdaily.com/stdailynewspaperapi/uv/article/period/date"
    web.put(api, answer)
    _, (ended,) = fetched(subscription)
    assert ended.state.error is not None
    assert (ended.state.failures, library.rows()) == (1, ())


def test_a_page_is_told_by_its_number_and_its_name() -> None:
    assert listed_page("02", "第02版：要 闻") == ListedPage("2", "要闻")
    assert listed_page("A01", "头版") == ListedPage("A1", "头版")
