"""Mirrored issues of invented papers, in the true mark-up of each family of e-papers.

Each is `files`, paths with bytes, of the same issue: page 1 要闻 with BRIDGE and TEA, page 2 副刊
with RIVER. The mark-up is that of SOURCES: capitals, unclosed tags, arrows in Webdings, boxes that
repeat other pages, links to other days and papers.
"""

from collections.abc import Callable

BRIDGE, TEA, RIVER = "望江县的老桥修好了", "头茬春茶上市 鲜叶九十元", "河边的书屋"
TEXTS = {
    BRIDGE: ("本报讯（记者 赵青）望江县的老桥昨天修好了。", "两岸的村民都来看，桥上挂了灯。"),
    TEA: ("云坪乡的春茶比去年早了五天。", "乡里设了四个收购点，当天结账。"),
    RIVER: ("书屋由旧粮站改建，藏书一万四千册。", "每天开到晚上九点，灯一直亮着。"),
}
PAGES = {"01": ("要闻", (BRIDGE, TEA)), "02": ("副刊", (RIVER,))}
PARAGRAPHS = list(TEXTS.values())
Files = dict[str, bytes]


def paragraphs(title: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>　　{text}</{tag}>" for text in TEXTS[title])


def founder_new() -> Files:
    """Family A: layout and content, a map on each page, a box that repeats other pages."""
    numbers = {BRIDGE: 101, TEA: 102, RIVER: 201}
    files = {
        "p/pc/layout/index.html": b"<meta content='0;url=203104/05/node_01.html'"
        b" http-equiv=refresh>"
    }
    every = "".join(
        f"<div class=swiper-slide><a id=pageLink href=node_{no}.html?v=1>{no}版：{name}</a></div>"
        for no, (name, _) in PAGES.items()
    )
    box = "".join(
        f"<a href=../../../content/203104/05/content_{n}.html>{t}</a>" for t, n in numbers.items()
    )
    for no, (name, titles) in PAGES.items():
        areas = "".join(
            f"<Area coords='0,0,200,0,200,300,0,300' shape=polygon"
            f" href=../../../content/203104/05/content_{numbers[t]}.html>"
            for t in titles
        )
        items = "".join(
            f"<li><span>·</span>"
            f"<a href='../../../content/203104/05/content_{numbers[t]}.html'> {t} </a>"
            for t in titles
        )
        files[f"p/pc/layout/203104/05/node_{no}.html"] = (
            "<html><head><title>临江日报-临江网</title>"
            "<META name='pagetype' content='2'></head><body>"
            f"<MAP NAME=M>{areas}</MAP>"
            f"<img width=400 height=600 src=../../../pic/p.jpg.2 USEMAP=#M>"
            f"<p class='left ban'>第{no}版：{name}</p><a href=a.pdf>PDF下载</a>"
            "<a href=../04/node_01.html>上一期</a>"
            "<a href=/other/layout/203104/05/node_01.html>晚报</a>"
            f"{every}<div>今日关注{box}</div><ul class=news-list>{items}</ul></body></html>"
        ).encode()
        for title in titles:
            files[f"p/pc/content/203104/05/content_{numbers[title]}.html"] = (
                f"<html><head><title>{title}-临江日报-临江网</title>"
                "<META name='pagetype' content='1'>"
                f"</head><body><a href=../../../layout/203104/05/node_{no}.html>返回目录</a>"
                f"<h3></h3><h1>{title}</h1><h2></h2><p class=sec>《临江日报》（"
                f"<span class=newstime>2031年04月05日</span> 第 {no} 版）</p>"
                f"<div id=ozoom>{paragraphs(title)}</div><div>版权所有</div></body></html>"
            ).encode()
    return files


def founder_tree() -> Files:
    """A-tree: the whole issue on one page."""
    tree = "".join(
        f"<dt><a href='node_{no}.html'>{no}版：{name}</a></dt>"
        + "".join(
            f"<dd><a href='../../../con/203104/05/c{no}{at}.html'>{t}</a></dd>"
            for at, t in enumerate(titles)
        )
        for no, (name, titles) in PAGES.items()
    )
    files = {
        "col/203104/05/index.html": f"<html><title>临江日报</title><div id=webtree><dl>"
        f"{tree}</dl></div>".encode()
    }
    for no, (_, titles) in PAGES.items():
        for at, title in enumerate(titles):
            files[f"con/203104/05/c{no}{at}.html"] = (
                f"<html><h1>{title}</h1><div id=ozoom>{paragraphs(title)}</div>"
            ).encode()
    return files


def guangming() -> Files:
    """A-gmw: nbs and nw, paragraphs in capitals that are not closed."""
    files = {}
    every = "".join(
        f"<li><a href=nbs.D110000ljrb_{no}.htm>第{no}版：{name}</a>"
        for no, (name, _) in PAGES.items()
    )
    for no, (_, titles) in PAGES.items():
        items = "".join(
            f"<LI><a href=nw.D110000ljrb_20310405_{at}-{no}.htm>{t}</a>"
            for at, t in enumerate(titles, 1)
        )
        files[f"html/2031-04/05/nbs.D110000ljrb_{no}.htm"] = (
            f"<html><ul>{every}</ul><ul>{items}</ul>".encode()
        )
        for at, title in enumerate(titles, 1):
            body = "".join(f"<P>&nbsp;&nbsp;{text}\n" for text in TEXTS[title])
            files[f"html/2031-04/05/nw.D110000ljrb_20310405_{at}-{no}.htm"] = (
                f"<html><h3></h3><h1>{title}</h1><h2></h2><div id=articleContent>{body}</div>"
            ).encode()
    return files


def founder_classic() -> Files:
    """B: gb2312 that is GB18030, node_2 is page 1, an article's page has all lists beside it."""
    nodes, ids = {"01": 2, "02": 3}, {BRIDGE: 11, TEA: 12, RIVER: 21}
    every = "".join(
        f"<tr><td class=default><a id=pageLink href=./node_{nodes[no]}.htm>"
        f"第{no}版：{name[0]}&nbsp;&nbsp;{name[1]}</a>"
        f"<td><a href=../../{no}.pdf><IMG src=pdf.gif></a>"
        for no, (name, _) in PAGES.items()
    )
    files = {
        "html/2031-04/05/index.htm": b"<META HTTP-EQUIV='REFRESH' CONTENT='0; URL=node_2.htm'>"
    }
    for no, (name, titles) in PAGES.items():
        items = "".join(
            f"<li><a href=content_{ids[t]}.htm?div=-1><div id=mp{ids[t]}>{t}</div></a> </li>"
            for t in titles
        )
        beside = (
            f"<table id=bmdhTable>{every}</table><a class=preart href=../04/node_2.htm>"
            "<FONT face=Webdings>3</FONT>上一期</a><a class=preart href=node_3.htm>"
            f"<span style='font-family:webdings'>4</span>下一版</a><ul class=list01>{items}</ul>"
        )
        files[f"html/2031-04/05/node_{nodes[no]}.htm"] = (
            f"<html><head><meta charset=gb2312><title>临江日报</title></head><td>第{no}版　　<span>"
            f"{name}</span>"
            f"{beside}</html><!--enpproperty <founder-date>2031-04-05 00:00:00</founder-date>"
            f"<founder-pagenum>{int(no)}</founder-pagenum><founder-papername>"
            f"临江日报</founder-papername>"
            "<founder-type>2</founder-type>/enpproperty-->"
        ).encode("gb18030")
        for title in titles:
            files[f"html/2031-04/05/content_{ids[title]}.htm"] = (
                f"<html><head><meta charset=gb2312></head>{beside}<founder-title>"
                f"{title}</founder-title>"
                f"<div id=ozoom><founder-content><!--enpcontent-->"
                f"{paragraphs(title, 'P')}<!--/enpcontent-->"
                f"</founder-content></div></html><!--enpproperty <founder-type>1</founder-type>"
                f"<founder-pagenum>{no}</founder-pagenum>/enpproperty-->"
            ).encode("gb18030")
    return files


def shtml() -> Files:
    """B-cms: pages and articles in one folder, without telling names."""
    names = {BRIDGE: "a1", TEA: "a2", RIVER: "b1"}
    every = "".join(
        f"<li><a href={'index' if no == '01' else 'p2'}.shtml>第{no}版：{name}</a></li>"
        for no, (name, _) in PAGES.items()
    )
    files = {}
    for no, (_, titles) in PAGES.items():
        items = "".join(f"<li><a href={names[t]}.shtml>{t}</a></li>" for t in titles)
        path = "index" if no == "01" else "p2"
        files[f"shtml/ljrb/20310405/{path}.shtml"] = (
            f"<html><head><title>临江日报</title></head><ul class=conRList>{every}</ul>"
            f"<ul class=conMItemList>{items}</ul>"
        ).encode()
        for title in titles:
            body = "".join(f"<p class=detail-text>{text}</p>" for text in TEXTS[title])
            files[f"shtml/ljrb/20310405/{names[title]}.shtml"] = (
                f"<html><ul class=conRList>{every}</ul><h2>{title}</h2>{body}"
            ).encode()
    return files


def paper_index() -> Files:
    """C: two refreshes, two links to each page, the address in another attribute."""
    files = {
        "content/PaperIndex.htm": b"<html>"
        b"<META HTTP-EQUIV='REFRESH' CONTENT='0; URL=20310405/IssueIndex.htm'>",
        "content/20310405/IssueIndex.htm": b"<html>"
        b"<META HTTP-EQUIV='REFRESH' CONTENT='0; URL=Page01BC.htm'>",
    }
    every = "".join(
        f"<li class=banci><a href=Page{no}BC.htm>[{no}]:</a><a href=Page{no}BC.htm>{name}</a></li>"
        for no, (name, _) in PAGES.items()
    )
    for no, (_, titles) in PAGES.items():
        items = "".join(
            f"<li><a class=atitle daoxiang=Articel{no}{at:03}BC.htm><IMG src=camera.gif></a>"
            f"<a class=atitle daoxiang=Articel{no}{at:03}BC.htm>{t}</a></li>"
            for at, t in enumerate(titles, 2)
        )
        files[f"content/20310405/Page{no}BC.htm"] = (
            f"<html><title>临江日报-x</title>{every}<div id=newslist>{items}</div>".encode()
        )
        for at, title in enumerate(titles, 2):
            files[f"content/20310405/Articel{no}{at:03}BC.htm"] = (
                f"<html><div class=margin15><h3></h3><h2>\n{title}\n</h2><h4></h4></div>"
                f"<div class=contenttext>{paragraphs(title)}</div>"
            ).encode()
    return files


def joyhua() -> Files:
    """D: pages, PDF and articles, all in the folder html."""
    ids = {BRIDGE: 901, TEA: 902, RIVER: 903}
    files = {}
    every = "".join(
        f"<a class=bmml_con_div_name href={'index' if no == '01' else 'page_2'}.htm>"
        f"第{no}版：{name}</a>"
        f"<a class=bmml_con_div_pic href=../pdf/{no}.pdf>PDF</a>"
        for no, (name, _) in PAGES.items()
    )
    for no, (_, titles) in PAGES.items():
        items = "".join(f"<a class=bmdh_con_a href={ids[t]}.htm>{t}</a>" for t in titles)
        path = "index" if no == "01" else "page_2"
        files[f"ljrb/20310405/html/{path}.htm"] = (
            f"<html><title>临江日报</title>{every}{items}".encode()
        )
        for title in titles:
            body = "<br><br>".join(f"　　{text}" for text in TEXTS[title])
            files[f"ljrb/20310405/html/{ids[title]}.htm"] = (
                f"<html>{every}{items}<h1>{title}</h1><div id=zoom>{body}</div>"
            ).encode()
    return files


def lists() -> Files:
    """E: a list of pages, one page with all articles, a list for each page."""
    every = "".join(
        f"<li><a href=page_{no}.html>第{no}版：{name}</a></li>" for no, (name, _) in PAGES.items()
    )
    ids = {BRIDGE: "article_1", TEA: "article_2", RIVER: "article_3"}
    items = "".join(
        "<ul class=page-list>"
        + "".join(f"<li><a href={ids[t]}.html>{t}</a></li>" for t in titles)
        + "</ul>"
        for _, titles in PAGES.values()
    )
    files = {
        "ljrb/2031/04/05/page_list_20310405.html": "<html><title>临江日报</title>"
        f"<ul id=left-menu>{every}</ul>".encode(),
        "ljrb/2031/04/05/article_list_20310405.html": f"<html>{items}".encode(),
    }
    for title, name in ids.items():
        files[f"ljrb/2031/04/05/{name}.html"] = (
            f"<html><h1>{title}</h1><div class=content>{paragraphs(title)}</div>".encode()
        )
    return files


def catalogue() -> Files:
    """F: titles in the map alone, two digits of html."""
    files = {}
    ids = {BRIDGE: 11, TEA: 12, RIVER: 21}
    every = "".join(
        f"<li class=layout-catalogue-item><a href=node_{no}.html>第{no}版：{name}</a>"
        for no, (name, _) in PAGES.items()
    )
    for no, (name, titles) in PAGES.items():
        areas = "".join(
            f"<area shape=rect coords='0,0,100,200' title='{t}' href=content_{ids[t]}.html>"
            for t in titles
        )
        files[f"html/2031-04/05/node_{no}.html"] = (
            f"<html><title>临江日报</title><h3>第{no}版：{name}</h3>"
            f"<ul class=layout-catalogue-list>{every}</ul>"
            f"<map>{areas}</map>"
        ).encode()
        for title in titles:
            files[f"html/2031-04/05/content_{ids[title]}.html"] = (
                f"<html><div class=main-content><h3></h3><h1>{title}</h1><h3></h3></div>"
                f"<div id=articleContent>{paragraphs(title)}</div>"
            ).encode()
    return files


FAMILIES: dict[str, Callable[[], Files]] = {
    "A": founder_new,
    "A-tree": founder_tree,
    "A-gmw": guangming,
    "B": founder_classic,
    "B-cms": shtml,
    "C": paper_index,
    "D": joyhua,
    "E": lists,
    "F": catalogue,
}
