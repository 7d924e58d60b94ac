"""What robots.txt asks of us."""

import pytest

from store.errors import NetError
from store.net.client import Client, Request
from store.net.robots import LONGEST, crawl_delay, delay
from tests.site.troubles import Troubles


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0.0),
        ("User-agent: *\nDisallow: /\n", 0.0),
        ("User-agent: *\nCrawl-delay: 120\n", 120.0),
        ("\ufeffUSER-AGENT : * # all\r\nDisallow:\r\nCRAWL-DELAY:1.5 # s\r\n", 1.5),
        ("User-agent: bot\nCrawl-delay: 9\n\nUser-agent: *\nDisallow: /x\n", 0.0),
        ("User-agent: bot\nUser-agent: *\n\nCrawl-delay: 9\n", 9.0),
        ("User-agent: *\nCrawl-delay: 9\nUser-agent: Dubao\nCrawl-delay: 2\n", 2.0),
        ("User-agent: bot\nCrawl-delay: 9\nUser-agent: *\nCrawl-delay: 2\n", 2.0),
        ("Crawl-delay: 9\n", 0.0),
        ("User-agent: *\nCrawl-delay: soon\n", 0.0),
        ("User-agent: *\nCrawl-delay: -1\n", 0.0),
        ("User-agent: *\nCrawl-delay: nan\n", 0.0),
        ("User-agent: *\nCrawl-delay: inf\n", LONGEST),
        ("<html>404</html>", 0.0),
    ],
)
def test_the_delay_for_us(text: str, seconds: float) -> None:
    assert delay(text.encode()) == seconds


def test_a_site_is_asked(client: Client, server: Troubles) -> None:
    request = Request(f"{server.url}/page?a#b", etag="x", agent="li", allow_private=True)
    assert crawl_delay(client, request) == 120.0
    (asked,) = server.asked
    assert asked.path == "/robots.txt"
    assert asked.headers["User-Agent"] == "li"
    assert "If-None-Match" not in asked.headers


def test_a_site_that_does_not_say(client: Client) -> None:
    assert crawl_delay(client, Request("http://127.0.0.1:9/")) == 0.0
    client.close()
    with pytest.raises(NetError):
        crawl_delay(client, Request("http://127.0.0.1:9/", allow_private=True))


def test_a_file_of_names_and_delays_alone_is_read_in_linear_time() -> None:
    names = "".join(f"user-agent: n{number}\n" for number in range(15_000))
    assert delay((names + "user-agent: *\n" + "crawl-delay: 3\n" * 15_000).encode()) == 3
