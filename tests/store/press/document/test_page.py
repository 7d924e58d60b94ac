"""Pages that offices saved, as Word, WPS and LibreOffice write them."""

import pytest

from store.press.document.page import read_markup
from store.press.read import read
from tests.store.press.document.offices import FERRY, WELL

HEADS = "一条船渡了七十年", "四十车淤泥换来一井清水"
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><title>渡口</title><style><!--
 /* Style Definitions */
p.MsoNormal, li.MsoNormal {{margin:0cm; text-indent:21.0pt; font-size:10.5pt;}}
p.a {{mso-style-name:\\9898\\6CE8; font-size:9.0pt}}
--></style></head><body lang=ZH-CN>
<p class=MsoNormal align=center style='text-align:center'><b><span
style='font-size:22.0pt;font-family:黑体'>{0}<o:p></o:p></span></b></p>
<p class=MsoNormal align=center>本报记者<span lang=EN-US> </span>柳青舟</p>
<p class=MsoNormal><span>{2}</span></p><p class=MsoNormal>{3}</p><p class=a>柳滩渡口。柳青舟 摄</p>
<p class=MsoNormal align=center style='text-align:center'><b><span
style='font-size:22.0pt'>{1}</span></b></p><p class=MsoNormal>{4}</p><p class=MsoNormal>{5}</p>
</body></html>""".format(*HEADS, *FERRY, *WELL)
WRITER = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.5 (Linux)"/>
</head><body><h1>{0}</h1><p style="text-indent: 0.74cm">{2}</p><p>{3}</p><h1>{1}</h1>
<p>{4}</p></body></html>""".format(*HEADS, *FERRY, *WELL)


@pytest.mark.parametrize("page", [WORD, WRITER])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_document_saved_as_a_page_is_read_by_its_heads(page: str, charset: str) -> None:
    page = page.replace("<head>", f'<head><meta charset="{charset}">')
    (result,) = read(page.encode(charset), "a.htm")
    assert [article.headline for article in result.issue.articles] == list(HEADS)
    assert result.issue.articles[0].paragraphs == FERRY
    assert result.issue.articles[1].paragraphs[0] == WELL[0]


def test_lines_within_a_paragraph_are_put_together() -> None:
    (found,) = read_markup("<p>渡口的\n老船 <b>已经</b>离岸\nThe old\nboat</p>", "a.htm")
    assert found.text.rstrip() == "渡口的老船 已经离岸The old boat"


def test_breaks_cells_and_what_is_hidden() -> None:
    page = (
        f"<p>渡口<br>老船</p><table><tr><td><h2>{HEADS[0]}</h2></td><td>{HEADS[1]}</td></tr>"
        f"<tr><td>{FERRY[0]}<br>{FERRY[1]}</td><td><p>{WELL[0]}<p>{WELL[1]}</td></tr></table>"
        "<p style='display:none'>藏</p><script>x</script>"
    )
    found = read_markup(page, "a.htm")
    told = [each.text for each in found if each.text.strip()]
    assert told == ["渡口", "老船", HEADS[0], *FERRY, HEADS[1], *WELL]
    assert [each.goes_on for each in found[:2]] == [False, True]
