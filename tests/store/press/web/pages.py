"""Invented stories of an invented county, in the mark-up manners of several kinds of sites."""

HEADLINE = "望江老桥修好了 两岸村民走回家"
FIRST = (
    "本报讯（记者 陆望舒 通讯员 简宁）3月5日上午，望江县南渡镇的老桥重新放行。这座桥建于一百二十年"
    "前，三年前的洪水冲走了它的两个桥墩，两岸村民过河要绕行十一公里。"
)
SECOND = (
    "“走了一辈子的桥，总算又能走了。”七十三岁的村民岑阿公第一个上桥。他说，桥断了以后，孙子上学要坐船，"
    "遇到涨水就只能在家里等着。"
)
CROSSHEAD = "石头一块也没有换"
THIRD = (
    "负责修桥的工程师贺闻溪介绍，冲走的石料多数在下游两百米内找回，逐块编号后放回原处，只有桥面用了新的"
    "木料。修桥的钱一半来自县里，一半由在外的乡亲凑齐。"
)
CAPTION = "村民走过修好的老桥。 江一帆 摄"
PARAGRAPHS = (FIRST, SECOND, CROSSHEAD, THIRD)

MENU = "".join(f'<li><a href="/c/{n}.html">栏目{n}</a></li>' for n in range(24))
OTHERS = "".join(
    f'<li><a href="/2024/{n}.html">别处的另一条新闻标题第{n}条</a></li>' for n in range(18)
)
COMMENTS = (
    '<div class="comment-list"><p>网友甲：早就该修了，这座桥我小时候天天走，今年要回去看看。</p>'
    "<p>网友乙：希望别的老桥也能修一修，它们的年纪都不小了，再等下去就晚了。</p></div>"
)

PORTAL = f"""<!DOCTYPE html><html><head><title>{HEADLINE}|老桥_青溪新闻_青溪网</title>
<meta property="og:title" content="{HEADLINE}">
<meta property="og:url" content="https://news.qingxi.example/c/2024-03-05/doc-1.shtml">
<meta property="article:published_time" content="2024-03-05T18:20:00+08:00">
<script>var a = "不是正文，不是正文。";</script></head><body>
<h1 class="channel-logo">新闻中心</h1><ul class="nav">{MENU}</ul>
<h1 class="main-title">{HEADLINE}</h1>
<div class="date-source"><span>2024年03月05日 18:20</span> <a href="/s">望江日报</a></div>
<div class="article" id="artibody">
<p>　　原标题：老桥修好了</p>
<div class="img_wrapper"><img src="//img.qingxi.example/1.jpg" alt="{CAPTION}">
<span class="img_descr">{CAPTION}</span></div>
<p>　　{FIRST}</p><p>　　{SECOND}</p><p>　　<strong>{CROSSHEAD}</strong></p><p>　　{THIRD}</p>
<p class="article-editor">责任编辑：白露</p></div>
<div class="related"><h2>相关阅读</h2><ul>{OTHERS}</ul></div>{COMMENTS}
<footer><p>青溪网版权所有 未经授权不得转载</p></footer></body></html>"""
"""A portal: titles in parts, Open Graph, captions in spans, a list of others, comments."""

AGENCY = f"""<html><head><title>
{HEADLINE}-望江网
</title><meta name="publishid" content="1.13"></head><body>
<div class="h-title">{HEADLINE}</div>
<div class="h-info"><span class="h-time"> 2024-03-05 20:29:58 </span>
<span>来源： 青溪周刊</span></div>
<div id="p-detail"><p>　　{FIRST}</p><p>　　{SECOND}</p><p align="center"><img src="1.jpg"></p>
<p align="center"><font color="navy">{CAPTION}</font></p><p><b>{CROSSHEAD}</b></p>
<p>　　{THIRD}</p><div class="p-tags"><span class="editor">【纠错】 责任编辑： 焦小满</span></div>
</div><div class="share-title">{HEADLINE}-望江网</div>
<ul class="tuijian">{OTHERS}</ul></body></html>"""
"""An agency: no heading element, a line with the time and the source, nothing for machines."""

GOVERNMENT = f"""<html><head><title>{HEADLINE} - 望江县人民政府门户网站</title>
<meta name="SiteName" content="望江县人民政府门户网站"><meta name="ColumnName" content="望江要闻">
<meta name="ArticleTitle" content="{HEADLINE}"><meta name="PubDate" content="2024-03-05 06:23">
<meta name="ContentSource" content="望江日报"></head><body><h1>望江县人民政府网站</h1>
<ul>{MENU}</ul><div class="title"><h2>{HEADLINE}</h2><h3>乡亲凑了一半的钱</h3></div>
<div class="xx"><i>时间：2024-03-05 06:23</i><i>来源： 望江日报</i></div>
<div class="TRS_Editor"><p>{FIRST}</p><p>{SECOND}</p><p><strong>{CROSSHEAD}</strong></p>
<p>{THIRD}</p></div><li style="display:none;">{OTHERS}</li></body></html>"""
"""A government's site: meta tags of its own, and lists that are not shown."""

MODERN = f"""<html><head><title>{HEADLINE}</title>
<script type="application/ld+json">{{ "@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "{HEADLINE}", "datePublished": "2024-03-04T16:30:00Z",
 "author": [{{"@type": "Person", "name": "陆望舒"}}],
 "publisher": {{"@type": "Organization", "name": "南渡观察"}}, }}</script></head>
<body><nav>{MENU}</nav><main><article><h1>{HEADLINE}</h1><figure><img src="https://n.example/1.jpg">
<figcaption>{CAPTION}</figcaption></figure><p>{FIRST}</p><p>{SECOND}</p><h2>{CROSSHEAD}</h2>
<p>{THIRD}</p><p><a href="/ad">点这里看望江旅游的全部优惠路线和门票</a></p></article></main>
<aside><p>本周最受欢迎的文章，读者的选择，每周五更新一次，欢迎订阅我们的邮件。</p></aside></body></html>"""
"""A site of today: JSON-LD (with a comma too many), figures, a day that begins in Greenwich."""

ACCOUNT = f"""<html><head><title></title><meta property="og:title" content="{HEADLINE}">
<meta property="og:site_name" content="微信公众平台"></head><body><div id="js_article">
<h1 class="rich_media_title" id="activity-name">{HEADLINE}</h1><em id="publish_time"></em>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">
<section><p>{FIRST}</p></section><section><p><span>{SECOND}</span></p></section>
<section><p><strong>{CROSSHEAD}</strong></p></section><section><p>{THIRD}</p></section></div></div>
<script>var nickname = "望江发布"; var ct = "1709634000";</script></body></html>"""
"""A public account: the text is shown by a program, which alone knows the day and the name."""

TABLES = f"""<html><head><title>{HEADLINE}--要闻--望江日报网</title></head><body><table><tr>
<td><ul>{MENU}</ul></td><td><h2>{HEADLINE}</h2><font>2024-03-05 来源：望江日报 作者：陆望舒</font>
<div id="zw">　　{FIRST}<br><br>　　{SECOND}<br><br><b>{CROSSHEAD}</b><br><br>　　{THIRD}<br><br>
《 望江日报 》（ 2024年03月05日 01 版）<br><br>
(责编：白露、焦小满)<br><br>分享让更多人看到</div></td>
</tr></table><div id="pl">{COMMENTS * 9}</div><a href=1>关闭窗口</a></body></html>"""
"""An old site: tables and line breaks, where the paper's page stands beneath the story."""

PAGES = {
    "account": ACCOUNT,
    "tables": TABLES,
    **{"portal": PORTAL, "agency": AGENCY, "government": GOVERNMENT, "modern": MODERN},
}
