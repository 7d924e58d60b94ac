"""Names of subscriptions are typed without an input method, and each is free."""

import pytest

from store.subscriptions.naming import name_for


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("清溪日报", (), "qingxiribao"),
        ("清溪日报", ("qingxiribao", "qingxiribao-2"), "qingxiribao-3"),
        ("", (), "aexample"),
    ],
)
def test_a_name_is_made_of_the_title_or_of_the_host(
    title: str, taken: tuple[str, ...], name: str
) -> None:
    assert name_for(title, "https://www.a.example:81/x", taken) == name
