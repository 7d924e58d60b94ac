"""What a page tells machines."""

from datetime import date

import pytest

from store.press.markup.parse import parse
from store.press.web.page_facts import PageFacts, day_of


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2024-03-05T23:43:45+08:00", date(2024, 3, 5)),
        ("2024-03-05T16:30:00Z", date(2024, 3, 6)),
        ("2024-03-05T15:30:00.000Z", date(2024, 3, 5)),
        ("2024-03-05 23:59", date(2024, 3, 5)),
        ("2024年3月5日", date(2024, 3, 5)),
        ("2024-13-05T16:30:00Z", None),
        ("昨天", None),
    ],
)
def test_the_day_of_an_attribute(told: str, day: date | None) -> None:
    assert day_of(told) == day


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-03-05T08:00:00+08:00">',
        '<meta name="PubDate" content="2024-03-05 06:23">',
        '<script type="application/ld+json">{"pubDate": "2024-03-05T19:32:27",\n}</script>',
        '<time itemprop="datePublished" datetime="2024-03-05">',
    ],
)
def test_the_day_of_a_page(markup: str) -> None:
    assert PageFacts(parse(f"<html>{markup}</html>", "a")).day() == date(2024, 3, 5)


def test_the_day_that_a_pages_programs_show() -> None:
    for script in ('{"pubtime":"2024-03-05 18:20:11"}', 'var ct = "1709634000";'):
        facts = PageFacts(parse(f"<html><script>{script}</script>", "a"))
        assert (facts.day(), facts.day_in_scripts()) == (None, date(2024, 3, 5))


def test_names_in_scripts_for_machines() -> None:
    script = (
        '{"headline": "老桥\\u4fee好了", "author": [{"@type": "Person", "name": "陆望舒"}],'
        ' "publisher": {"name": "南渡观察"}}'
    )
    facts = PageFacts(parse(f'<script type="application/ld+json">{script}</script>', "a"))
    assert facts.titles() == ["老桥修好了"]
    assert (facts.author(), facts.site(), facts.source()) == ("陆望舒", "南渡观察", "")


def test_a_public_account_is_called_as_it_is_shown() -> None:
    site = "<meta property='og:site_name' content='微信公众平台'>"
    root = parse(f"<head>{site}</head><body><a id='js_name'> 望江日报 </a></body>", "a.html")
    assert PageFacts(root).site() == "望江日报"
