"""The mark-up of each family of e-papers, as data: where pages and articles lie, and how they look.

Fields: ``{y} {m} {d}`` the day, ``{no}`` and ``{at}`` a page's number in two digits and in one,
``{id}`` an article's number. The mark-up is that of real sites: capitals, unclosed tags, arrows in
Webdings, links to other days.
"""

from typing import NamedTuple


class Family(NamedTuple):
    """How a family of e-papers is made.

    `hops` are the addresses that do nothing but lead on, the entry first. `label` and `item` are
    the links to a page and to an article, of which `sheet` is made; where it is a `whole` issue, an
    item stands beneath the label of its page. `story` is an article's page.
    """

    hops: tuple[str, ...]
    page: str
    article: str
    label: str = "<li><a href='{href}'>第{no}版：{name}</a>"
    item: str = "<li><a href='{href}'>{title}</a>"
    sheet: str = "<title>{paper}</title><ul>{labels}</ul><ul>{items}</ul>"
    story: str = "<h3>{kicker}</h3><h1>{title}</h1><div id=ozoom>{text}</div>"
    paragraph: str = "<p>　　{}</p>"
    area: str = ""
    encoding: str = "utf-8"
    whole: bool = False


_WEBDINGS = (
    "<a class=preart href=/x/node_2.htm><FONT face=Webdings>3</FONT>上一期</a>"
    "<a class=preart href=node_3.htm><span style='font-family:webdings'>4</span>下一版</a>"
)

FAMILIES = {
    "A": Family(
        hops=("pc/layout/index.html",),
        page="pc/layout/{y}{m}/{d}/node_{no}.html",
        article="pc/content/{y}{m}/{d}/content_{id}.html",
        label="<div class=swiper-slide><a id=pageLink href={href}?v=1>{no}版：{name}</a></div>",
        item="<li><span>·</span><a href='{href}'> {title} </a></li>",
        area="<Area coords='0,0,200,0,200,300,0,300' shape=polygon href={href}>",
        sheet="<title>{paper}-{paper}网</title><META name='pagetype' content='2'>"
        "<MAP NAME=M>{areas}</MAP><img width=400 height=600 src=p.jpg.2 USEMAP=#M>"
        "{labels}<ul class=news-list>{items}</ul>",
        story="<title>{title}-{paper}</title><META name='pagetype' content='1'><h3>{kicker}</h3>"
        "<h1>{title}</h1><h2></h2><p class=sec>《{paper}》（"
        "<span class=newstime>{y}年{m}月{d}日</span> 第 {no} 版）</p>"
        "<div id=ozoom>{text}</div><div>版权所有</div>",
    ),
    "A-tree": Family(
        hops=("col/index.html",),
        page="col/{y}{m}/{d}/node_{no}.html",
        article="con/{y}{m}/{d}/c{id}.html",
        label="<dt><a href='{href}'>{no}版：{name}</a></dt>",
        item="<dd><a href='{href}'>{title}</a></dd>",
        sheet="<title>{paper}</title><div id=webtree><dl>{labels}</dl></div>",
        whole=True,
    ),
    "A-gmw": Family(
        hops=("html/paperindex.htm",),
        page="html/{y}-{m}/{d}/nbs.D110000ljrb_{no}.htm",
        article="html/{y}-{m}/{d}/nw.D110000ljrb_{y}{m}{d}_{id}-{no}.htm",
        story="<h3>{kicker}</h3><h1>{title}</h1><h2></h2><div id=articleContent>{text}</div>",
        paragraph="<P>&nbsp;&nbsp;{}\n",
    ),
    "B": Family(
        hops=("paperindex.htm",),
        page="html/{y}-{m}/{d}/node_{at}.htm",
        article="html/{y}-{m}/{d}/content_{id}.htm",
        label="<tr><td class=default><a id=pageLink href={href}>第{no}版：{name}</a>",
        item="<li><a href={href}?div=-1><div>{title}</div></a> </li>",
        sheet="<meta charset=gb2312><title>{paper}</title><td>第{no}版　　<span>{name}</span>"
        f"<table id=bmdhTable>{{labels}}</table>{_WEBDINGS}<ul class=list01>{{items}}</ul>"
        "<!--enpproperty <founder-date>{y}-{m}-{d} 00:00:00</founder-date><founder-pagenum>{at}"
        "</founder-pagenum><founder-papername>{paper}</founder-papername>"
        "<founder-type>2</founder-type>/enpproperty-->",
        story="<meta charset=gb2312><founder-introtitle>{kicker}</founder-introtitle>"
        "<founder-title>{title}</founder-title><div id=ozoom><founder-content><!--enpcontent-->"
        "{text}<!--/enpcontent--></founder-content></div><!--enpproperty <founder-type>1"
        "</founder-type><founder-pagenum>{at}</founder-pagenum>/enpproperty-->",
        paragraph="<P>　　{}</P>",
        encoding="gb18030",
    ),
    "B-cms": Family(
        hops=("index.shtml",),
        page="shtml/ljrb/{y}{m}{d}/p{at}.shtml",
        article="shtml/ljrb/{y}{m}{d}/a{id}.shtml",
        sheet="<title>{paper}</title><ul class=conRList>{labels}</ul>"
        "<ul class=conMItemList>{items}</ul>",
        story="<h2>{title}</h2>{text}",
        paragraph="<p class=detail-text>{}</p>",
    ),
    "C": Family(
        hops=("content/PaperIndex.htm", "content/{y}{m}{d}/IssueIndex.htm"),
        page="content/{y}{m}{d}/Page{no}BC.htm",
        article="content/{y}{m}{d}/Articel{id}BC.htm",
        label="<li class=banci><a href={href}>[{no}]:</a><a href={href}>{name}</a></li>",
        item="<li><a class=atitle daoxiang={href}><IMG src=camera.gif></a>"
        "<a class=atitle daoxiang={href}>{title}</a></li>",
        sheet="<title>{paper}-x</title>{labels}<div id=newslist>{items}</div>",
        story="<div class=margin15><h3>{kicker}</h3><h2>\n{title}\n</h2><h4></h4></div>"
        "<div class=contenttext>{text}</div>",
    ),
    "D": Family(
        hops=("index.htm",),
        page="ljrb/{y}{m}{d}/html/page_{at}.htm",
        article="ljrb/{y}{m}{d}/html/{id}.htm",
        label="<a class=bmml_con_div_name href={href}>第{no}版：{name}</a>"
        "<a class=bmml_con_div_pic href=../pdf/{no}.pdf>PDF</a>",
        item="<a class=bmdh_con_a href={href}>{title}</a>",
        sheet="<title>{paper}</title>{labels}{items}",
        story="<h1>{title}</h1><div id=zoom>{text}</div>",
        paragraph="　　{}<br><br>",
    ),
    "E": Family(
        hops=("index.html",),
        page="{y}/{m}/{d}/page_list_{y}{m}{d}.html",
        article="{y}/{m}/{d}/article_{id}.html",
        label="<li><a href=page_{no}.html>第{no}版：{name}</a></li>",
        sheet="<title>{paper}</title><ul id=left-menu>{labels}</ul>",
        story="<h1>{title}</h1><div class=content>{text}</div>",
    ),
    "F": Family(
        hops=("paperindex.htm",),
        page="html/{y}-{m}/{d}/node_{no}.html",
        article="html/{y}-{m}/{d}/content_{id}.html",
        label="<li class=layout-catalogue-item><a href={href}>第{no}版：{name}</a>",
        area="<area shape=rect coords='0,0,100,200' title='{title}' href={href}>",
        sheet="<title>{paper}</title><h3>第{no}版：{name}</h3>"
        "<ul class=layout-catalogue-list>{labels}</ul><map>{areas}</map>",
        story="<div class=main-content><h3>{kicker}</h3><h1>{title}</h1><h3></h3></div>"
        "<div id=articleContent>{text}</div>",
    ),
    "G": Family(
        hops=(),
        page="",
        article="news/article/{y}{m}{d}/{id}.html",
        label="<a href=/paper/{no}.htm><h5>{no}版：{name}</h5></a>",
        item="<li><a href={href}>{title}<p>摘要</p></a></li>",
        sheet="<title>{paper}</title><div class=content><h1>{y}年{m}月{d}日 星期二</h1>"
        "<div class=main>{labels}</div></div>",
        story="<title>{title}</title><h1>{title}</h1><div class=article>{text}</div>",
        whole=True,
    ),
}
