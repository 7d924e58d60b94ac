"""What entries are known by, from fetch to fetch."""

from store.press.feed.entries import Entry
from store.press.feed.identity import Identity, identities

SITE = "https://linjiang.example/"


def one(entry: Entry, site: str = SITE) -> Identity:
    (found,) = identities([entry], site)
    return found


def test_the_guid_is_what_stays_when_headline_and_address_change() -> None:
    first = one(Entry("新桥通车", f"{SITE}a?utm_source=rss", "a-1"))
    assert first == one(Entry("新桥今日通车", f"{SITE}a", "a-1"))
    assert first.url == f"{SITE}a"
    assert len(first.key) == 16


def test_a_guid_that_counts_is_its_site_s_alone() -> None:
    entry = Entry("新桥通车", guid="1")
    assert one(entry).key != one(entry, "https://pingan.example/").key


def test_without_a_guid_the_address_tells_and_else_nothing() -> None:
    assert one(Entry("甲", f"{SITE}a")).key == one(Entry("乙", f"{SITE}a?from=rss")).key
    assert one(Entry("甲")) == Identity()


def test_signs_on_entries_of_several_headlines_tell_nothing() -> None:
    entries = [Entry("甲", SITE, "x"), Entry("乙", SITE, "x")]
    assert identities(entries, SITE) == [Identity(), Identity()]


def test_an_address_may_be_relative_to_the_site_or_a_guid() -> None:
    assert one(Entry("甲", "/a")).url == one(Entry("甲", guid=f"{SITE}a")).url == f"{SITE}a"
