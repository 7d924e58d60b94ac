"""From keys of articles to what is clipped, and back to where they are."""

from typing import Any

from store.library.library import Library
from tui.screens.clippings.articles import address_now, articles_of, cuttings_of


def test_articles_are_found_by_their_keys(library: Library, builder: type[Any]) -> None:
    for day in (3, 5):
        paper = builder("临江报").on(2024, 3, day).page("1").article(f"{day}日古桥", "石匠说。")
        paper.article(f"{day}日春茶", "采茶。").add_to(library)
    keys = {article.headline: article.key for row in library.rows()
            for article in library.issue(row.id).articles}  # fmt: skip
    wanted = (keys["3日古桥"], keys["5日春茶"])
    found = [(issue.id, article.headline) for issue, article in articles_of(library, wanted)]
    assert found == [("linjiangbao-2024-03-05", "5日春茶"), ("linjiangbao-2024-03-03", "3日古桥")]
    assert [cutting.article.key for cutting in cuttings_of(library, wanted)] == [*wanted]
    others = wanted[::-1]
    assert [cutting.article.key for cutting in cuttings_of(library, others)] == [*others]
    name = "linjiangbao-2024-03-03/1.1"
    assert address_now(library, wanted[0], name) == name
    assert address_now(library, wanted[0], "elsewhere/1.1") == name
    assert address_now(library, "0" * 16, name) == ""
