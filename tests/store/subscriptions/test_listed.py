"""What a list names becomes subscriptions, but what is there already."""

from store.subscriptions.listed import Listed, as_subscriptions
from store.subscriptions.models import Subscription


def test_what_is_there_is_left_and_names_differ() -> None:
    there = [Subscription("shan", "https://a.example/1", "feed")]
    listed = [
        Listed("https://a.example/1", "山"),
        Listed("https://a.example/2", "山", ("x",)),
        Listed("https://a.example/2", "山"),
        Listed("https://a.example/", "水", is_page=True),
    ]
    made = as_subscriptions(listed, there)
    assert [(each.name, each.kind, each.tags) for each in made] == [
        ("shan-2", "feed", ("x",)),
        ("shui", "epaper", ()),
    ]
