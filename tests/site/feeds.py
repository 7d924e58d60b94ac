"""Invented feeds of each kind, with whatever may be wrong with an entry, and a list of them."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

WHEN = datetime(2031, 4, 8, 6, tzinfo=UTC)


class Item(NamedTuple):
    """An entry of a feed; `guid` may lack, change or repeat, `when` may be odd."""

    title: str
    link: str
    text: str
    guid: str = ""
    when: str = f"{WHEN:%a, %d %b %Y %H:%M:%S} +0000"


def items(count: int = 3, text: str = "") -> list[Item]:
    """Return some entries whose text is a beginning, unless one is given."""
    return [
        Item(
            f"岭北第{number}座茶园开园",
            f"/story/{number}.html",
            text or f"岭北第{number}座茶园……",
            f"tea-{number}",
            f"{WHEN - timedelta(hours=number):%a, %d %b %Y %H:%M:%S} +0000",
        )
        for number in range(1, count + 1)
    ]


def rss(given: Iterable[Item], title: str = "岭北新闻") -> bytes:
    """Return a feed of RSS 2."""
    told = "".join(
        f"<item><title>{each.title}</title><link>{each.link}</link>"
        + (f"<guid>{each.guid}</guid>" if each.guid else "")
        + f"<pubDate>{each.when}</pubDate><description>{each.text}</description></item>"
        for each in given
    )
    head = f"<title>{title}</title><link>/</link><description/>"
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{told}</channel></rss>".encode()


def atom(given: Iterable[Item], title: str = "岭北新闻") -> bytes:
    """Return a feed of Atom."""
    told = "".join(
        f"<entry><title>{each.title}</title><link href='{each.link}'/><id>{each.guid}</id>"
        f"<updated>{WHEN:%Y-%m-%dT%H:%M:%SZ}</updated><summary>{each.text}</summary></entry>"
        for each in given
    )
    head = f"<title>{title}</title><id>x</id><updated>{WHEN:%Y-%m-%dT%H:%M:%SZ}</updated>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom'>{head}{told}</feed>".encode()


def rdf(given: Iterable[Item], title: str = "岭北新闻") -> bytes:
    """Return a feed of RSS 1."""
    told = "".join(
        f"<item rdf:about='{each.link}'><title>{each.title}</title><link>{each.link}</link>"
        f"<dc:date>{WHEN:%Y-%m-%dT%H:%M:%SZ}</dc:date>"
        f"<description>{each.text}</description></item>"
        for each in given
    )
    spaces = (
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    )
    head = f"<channel rdf:about='/'><title>{title}</title><link>/</link></channel>"
    return f"<rdf:RDF {spaces}>{head}{told}</rdf:RDF>".encode()


def json_feed(given: Iterable[Item], title: str = "岭北新闻") -> bytes:
    """Return a JSON feed."""
    told = [
        {
            "id": each.guid,
            "url": each.link,
            "title": each.title,
            "content_text": each.text,
            "date_published": f"{WHEN:%Y-%m-%dT%H:%M:%SZ}",
        }
        for each in given
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": title, "items": told}
    return json.dumps(feed).encode()


FEEDS = {"rss.xml": rss, "atom.xml": atom, "rdf.xml": rdf, "feed.json": json_feed}


def story(item: Item) -> bytes:
    """Return the page of an entry, with its whole text."""
    text = "".join(
        f"<p>{item.title}，第{n}天来了很多客人，乡亲们早早地烧好了水，摆开了桌子。</p>"
        for n in range(1, 9)
    )
    head = f"<title>{item.title}</title><h1>{item.title}</h1>"
    return f"<html>{head}<div class=article>{text}</div></html>".encode()


def opml(addresses: Iterable[str]) -> bytes:
    """Return a list of feeds."""
    told = "".join(f"<outline type='rss' text='岭北' xmlUrl='{each}'/>" for each in addresses)
    return f"<opml version='2.0'><body>{told}</body></opml>".encode()
