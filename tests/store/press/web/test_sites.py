"""What a site is called."""

import pytest

from store.press.web.sites import host_of, is_site, site_name


@pytest.mark.parametrize(
    ("parts", "told", "addresses", "name"),
    [
        (["老桥", "青溪新闻"], "", [], "青溪新闻"),
        (["生活", "青溪時報電子報"], "", [], "青溪時報"),
        (["老桥"], "青溪日报数字报", [], "青溪日报"),
        (["要闻", "青溪网", "The River"], "", [], "青溪网"),
        (["老桥"], "南渡观察", [], "南渡观察"),
        ([], "", ["https://3w.huanqiu.com/a/1"], "环球网"),
        (["The River Post"], "", [], "The River Post"),
        ([], "", ["https://river.example/1"], ""),
    ],
)
def test_the_name(parts: list[str], told: str, addresses: list[str], name: str) -> None:
    assert site_name(parts, told, addresses) == name


def test_a_title_may_be_the_site_s_name_alone() -> None:
    assert is_site("青溪新闻网")
    assert not is_site("老桥修好了")
    assert not is_site("青溪 新闻网")


def test_the_host_of_the_first_address_that_has_one() -> None:
    assert host_of(["", "https://www.river.example/1"]) == "river.example"
    assert host_of([""]) == ""
