"""Books as calibre and others make them of a day's paper, in code."""

import io
import zipfile
from collections.abc import Mapping, Sequence

FERRY = (
    "天刚亮，渡口的老船已经离岸。掌船的人把篙往水里一点，船头便慢慢转过来，朝对面的柳树滩去了。",
    "这条渡船从民国时就有，修过七回，换过三任船工。如今镇上修了桥，坐船的人少了，船却一天也没停过。",
)
WELL = (
    "镇北的老井清淤完工。十二名村民轮班干了九天，挖出的淤泥装了四十车，井水重新见了底。",
    "井台边立了一块新碑，刻着出工人的名字，也刻着下一回清淤的年份，免得后来的人忘了日子。",
)
SCHOOL = ("柳树小学的新操场昨天投入使用，跑道用的是旧轮胎磨成的颗粒，下雨天也不积水。",)
BOAT, CLEAN, TRACK = "一条船渡了七十年", "四十车淤泥换来一井清水", "旧轮胎磨出新跑道"
STORIES = {BOAT: FERRY, CLEAN: WELL, TRACK: SCHOOL}
SECTIONS = {"要闻": (BOAT, CLEAN), "社会": (TRACK,)}
_XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def page(body: str, title: str = "") -> str:
    """Return a file of a book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<html {_XHTML}>'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def text(headline: str) -> str:
    """Return the paragraphs of a story."""
    return "".join(f"<p>{each}</p>" for each in STORIES[headline])


def book(files: Mapping[str, str], contents: str, *, title: str = "临江晚报", metadata: str = "",
         more: Mapping[str, str] | None = None, spine: Sequence[str] = (),
         nav: bool = False) -> bytes:  # fmt: skip
    """Return an EPUB of these files; `contents` is an NCX's navMap, or the list of a nav."""
    items = "".join(
        f'<item id="i{at}" href="{path}" media-type="application/xhtml+xml"/>'
        for at, path in enumerate(files)
    )
    refs = "".join(f'<itemref idref="i{list(files).index(path)}"/>' for path in (spine or files))
    if nav:
        items += '<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        told = {"OEBPS/n.xhtml": page(f'<nav epub:type="toc"><ol>{contents}</ol></nav>')}
    else:
        items += '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        told = {
            "OEBPS/toc.ncx": '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">'
            f"<navMap>{contents}</navMap></ncx>"
        }
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container "
        'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
        "OEBPS/a.opf": f'<package xmlns="http://www.idpf.org/2007/opf" {_DC}><metadata><dc:title>'
        f"{title}</dc:title>{metadata}</metadata><manifest>{items}</manifest>"
        f"<spine>{refs}</spine></package>",
        **told,
        **{f"OEBPS/{path}": data for path, data in files.items()},
        **(more or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in parts.items():
            how = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(path), data, how)
    return packed.getvalue()


def point(title: str, target: str, within: str = "") -> str:
    """Return an entry of an NCX."""
    return (
        f"<navPoint><navLabel><text>{title}</text></navLabel>"
        f'<content src="{target}"/>{within}</navPoint>'
    )


def entry(title: str, target: str, within: str = "") -> str:
    """Return an entry of a nav."""
    return f'<li><a href="{target}">{title}</a>{f"<ol>{within}</ol>" if within else ""}</li>'


def _bar(at: int, *, flattened: bool) -> str:
    name = "calibrenavbar" if flattened else "calibre_navbar calibre_rescale_70"
    return (
        f'<div class="{name}">| <a href="../article_{at + 1}/index.html">Next</a> | '
        f'<a href="../index.html#article_{at}">Section Menu</a> | '
        '<a href="../../index.html">Main Menu</a> | <hr/></div>'
    )


def calibre(*, flattened: bool = True) -> bytes:
    """Return a paper as calibre makes it of feeds; its later versions give classes other names."""
    names = ("", "") if flattened else ("calibre_feed_list", "calibre_article_list")
    feeds = list(SECTIONS.items())
    files = {
        "titlepage.xhtml": page("<div><svg><image/></svg></div>", "Cover"),
        "index.html": page(
            "<p><img src='m.jpg' alt='masthead'/></p><p>[周六, 05 4月 2031]</p>"
            f"<ul class='{names[0]}'>"
            + "".join(
                f"<li><a href='feed_{n}/index.html'>{s}</a></li>" for n, (s, _) in enumerate(feeds)
            )
            + "</ul>"
        ),
    }
    contents = ""
    for n, (section, titles) in enumerate(feeds):
        listed = "".join(
            f"<li><a href='article_{at}/index_u{at}.html'>{title}</a>"
            f"<div>{STORIES[title][0]}</div></li>"
            for at, title in enumerate(titles)
        )
        files[f"feed_{n}/index.html"] = page(
            f"<h2>{section}</h2><ul class='{names[1]}'>{listed}</ul>"
            "<div>| <a href='../index.html'>Up one level</a> |</div>",
            section,
        )
        within = ""
        for at, title in enumerate(titles):
            path = f"feed_{n}/article_{at}/index_u{at}.html"
            address = f"https://linjiang.example/2031/0405/{n}{at}.html?utm_source=rss"
            taken = (
                "<div class='calibrenavbar'><hr/><p>This article was downloaded by <strong>"
                f"calibre</strong> from <a href='{address}' rel='calibre-downloaded-from'>{address}"
                "</a></p>"
                "| <a href='../index.html'>Section Menu</a> |</div>"
            )
            files[path] = page(
                f"{_bar(at, flattened=flattened)}<h1>{title}</h1><p>本报记者 柳青舟</p>"
                f"{text(title)}{taken}",
                title,
            )
            within += point(title, path)
        contents += point(section, f"feed_{n}/index.html", within)
    metadata = (
        "<dc:creator>calibre</dc:creator><dc:date>2031-04-04T23:10:00+00:00</dc:date>"
        "<meta name='calibre:series' content='临江晚报'/>"
        "<meta name='calibre:publication_type' content='periodical:newspaper:临江晚报'/>"
    )
    return book(files, contents, title="临江晚报 [周六, 05 4月 2031]", metadata=metadata)


def pages() -> bytes:
    """Return a paper of whose pages each is a file, with its stories under headings."""
    files = {
        f"p{n}.xhtml": page(
            f"<h1>第0{n}版：{section}</h1>"
            + "".join(f"<h2>{title}</h2>{text(title)}" for title in titles)
        )
        for n, (section, titles) in enumerate(SECTIONS.items(), 1)
    }
    entries = "".join(entry(f"第0{n}版", f"p{n}.xhtml") for n in range(1, len(files) + 1))
    return book(files, entries, nav=True, metadata="<dc:date>2031-04-05</dc:date>")


def anchored() -> bytes:
    """Return a paper in one file, in which its contents name each story's place."""
    body = entries = ""
    for section, titles in SECTIONS.items():
        within = ""
        for title in titles:
            place = f"s{list(STORIES).index(title)}"
            body += f"<div id='{place}'><p><b>{title}</b></p>{text(title)}</div>"
            within += entry(title, f"a.xhtml#{place}")
        entries += f"<li><span>{section}</span><ol>{within}</ol></li>"
    return book({"a.xhtml": page(body)}, entries, nav=True, title="临江晚报2031年4月5日")


def split() -> bytes:
    """Return a paper of one section, one of whose stories a program has split."""
    first, second = FERRY
    files = {
        "t_split_000.html": page(f"<h2>{BOAT}</h2><h3>船怎样修</h3><p>{first}</p>"),
        "t_split_001.html": page(f"<p>{second}</p>"),
        "u.html": page(f"<h2>{CLEAN}</h2>{text(CLEAN)}"),
        "v.html": page(text(TRACK)),
    }
    contents = point(BOAT, "t_split_000.html") + point(CLEAN, "u.html#x") + point(TRACK, "v.html")
    return book(files, contents)
