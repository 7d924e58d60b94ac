"""Documents as offices' programs write them, made in code: parts of a .docx and of an .odt."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF = " ".join(
    f'xmlns:{name}="{_ODF}:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these parts; ``mimetype`` is not packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in parts.items():
            how = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(path), data, how)  # the date of each is 1980
    return packed.getvalue()


def p(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    """Return a paragraph of a .docx of one run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of a .docx."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def size(points: int) -> str:
    """Return the property of a run that says its size."""
    return f'<w:sz w:val="{2 * points}"/>'


CENTRE, BOLD, INDENT = '<w:jc w:val="center"/>', "<w:b/>", '<w:ind w:firstLineChars="200"/>'


def style(name: str, called: str, based: str = "", paragraph: str = "", run: str = "") -> str:
    """Return a style for paragraphs."""
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


STYLES = "".join(
    (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{size(12)}</w:rPr></w:rPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>',
        style("1", "heading 1", "a", '<w:outlineLvl w:val="0"/>', BOLD + size(22)),
        style("2", "heading 2", "a", '<w:outlineLvl w:val="1"/>', BOLD + size(16)),
        style("3", "heading 3", "2", '<w:outlineLvl w:val="2"/>', size(14)),
        style("t", "Title", "a", CENTRE, size(28)),
        style("s", "Subtitle", "a", CENTRE, size(14)),
        style("c", "caption", "a", "", size(10)),
    )
)


def docx(body: str, *, styles: str = STYLES, **parts: str) -> bytes:
    """Return a .docx with this body; `parts` are those that its text is related to, by kind.

    A part's id is its name: ``header1`` is related as a ``header``.
    """
    related = {"styles": f"<w:styles {W}>{styles}</w:styles>"} | parts
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATED}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in related
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" '
            f'Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0"?><w:document {W} {_R} {MORE}><w:body>{body}'
            "</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}'
            "</Relationships>",
        }
        | {f"word/{name}.xml": data for name, data in related.items()}
    )


def odt(body: str, automatic: str = "", styles: str = "", masters: str = "") -> bytes:
    """Return an .odt with this body, automatic styles, named styles and master pages."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<?xml version="1.0"?><office:document-content {ODF}>'
            f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f'<?xml version="1.0"?><office:document-styles {ODF}><office:styles>'
            f"{styles}</office:styles><office:master-styles>{masters}</office:master-styles>"
            "</office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


FERRY = (
    "天刚亮，渡口的老船已经离岸。掌船的人把篙往水里一点，船头便慢慢转过来，朝对面的柳树滩去了。",
    "这条渡船从民国时就有，修过七回，换过三任船工。如今镇上修了桥，坐船的人少了，船却一天也没停过。",
)
WELL = (
    "镇北的老井清淤完工。十二名村民轮班干了九天，挖出的淤泥装了四十车，井水重新见了底。",
    "井台边立了一块新碑，刻着出工人的名字，也刻着下一回清淤的年份，免得后来的人忘了日子。",
)
SCHOOL = ("柳树小学的新操场昨天投入使用，跑道用的是旧轮胎磨成的颗粒，下雨天也不积水。",)
