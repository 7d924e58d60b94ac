"""Founder's tags, in the page and in its comment."""

from datetime import date

from store.press.epaper.founder import Founder, read_founder
from store.press.markup.parse import parse


def read(text: str) -> Founder:
    return read_founder(parse(text, "a"), text)


def test_tags_in_the_page_come_before_the_comment() -> None:
    found = read(
        "<table><tr><td><founder-introtitle>引</founder-introtitle></td></tr>"
        "<tr><td><founder-title>老桥<BR>修好了</founder-title></td></tr></table>"
        "<!--enpproperty <founder-date>2031-04-05 00:00:00</founder-date>"
        "<founder-title>旧题</founder-title><founder-subtitle>副</founder-subtitle>"
        "<founder-author>赵　青</founder-author><founder-pagenum>A02</founder-pagenum>"
        "<founder-papername>临江日报</founder-papername><founder-type>1</founder-type>"
        "<founder-content>老桥</founder-content> /enpproperty-->"
    )
    assert found == Founder(
        "引", "老桥 修好了", "副", "赵 青", "A2", "临江日报", date(2031, 4, 5), "1"
    )


def test_empty_tags_say_nothing() -> None:
    found = read(
        "<founder-title></founder-title><!--enpproperty <title>老桥</title><date></date>"
        "/enpproperty-->"
    )
    assert found == Founder(headline="老桥")


def test_the_type_of_a_page_in_its_head() -> None:
    assert read("<META name='pagetype' content='2'>").type == "2"
    assert read("<p>老桥").type == ""


def test_tags_that_never_end_are_looked_at_once() -> None:
    assert read("<!--enpproperty " + "<title>" * 20_000 + "老桥</title>").headline == "老桥"


def test_a_comment_without_an_end() -> None:
    assert read("<!--enpproperty <founder-title>老桥</founder-title>").headline == "老桥"
