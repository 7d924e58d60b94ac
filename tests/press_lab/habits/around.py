"""Lines around stories: dates and sources, a site's own, contents, notices, rules."""

from tests.press_lab.habits.tables import table

SOURCES = table({
    "（ {iso} ） 稿件来源：{paper} {section}": "epaper browser",
    "（ {iso} ）稿件来源：{paper}{section}": "browser epaper",
    "{iso} {time} 来源：{paper}": "epaper portal",
    "{date} {time}  来源：{paper}": "portal epaper",
    "{date} 来源：{paper} 作者：": "portal",
    "发布时间：{iso} {time}　来源：{paper}": "portal epaper",
    "发布时间:{date} {time} 浏览次数:{nnnn}": "portal",
    "来源：{paper}": "portal epaper",
    "来源：{paper}  {iso} {time}  编辑：{who}": "portal",
    "稿源：{paper}　日期：{date}": "epaper",
    "刊发日期:{iso} 阅读次数: 作者:  语音阅读:": "epaper",
    "{paper} | {iso} {time}": "portal",
    "时间：{slashed} {time}": "portal epaper",
    "本报讯息来源：{paper}（{dotted}）": "epaper",
    "{iso} {time}:08": "portal feed",
    "{date0} 星期{week}": "feed",
    "日期：{date0}（星期{week}）": "feed",
    "{date}": "feed epaper",
    "[{iso}]": "feed",
    "（{date}）": "epaper supplement",
    "出处：《{paper}》{date}": "epaper supplement",
    "{iso}　字体：【大 中 小】": "portal",
})  # fmt: skip
"""Between a headline and its story."""

SITE_ABOVE = table({
    "3上一版  下一版4": "city",
    "3上一期 版面导航": "city",
    "3上一篇  下一篇4 {date} 放大 缩小 默认": "city",
    "上一期　下一期　往期回顾": "epaper",
    "上一版　下一版": "epaper",
    "新闻搜索:": "city",
    "版面导航　标题导航": "epaper city",
    "按日期检索": "epaper",
    "首页 > 新闻中心 > 正文": "portal",
    "首页 > 新闻社会 > 正文": "portal",
    "当前位置：首页 >> {place}新闻 >> 民生": "portal",
    "您所在的位置: 首页 - 数字报 - 正文": "portal epaper",
    "打印本页 关闭窗口": "portal",
    "打印页面": "portal",
    "分享到：微博 微信": "portal",
    "用户登录 注册": "portal",
    "字号：大 中 小": "portal epaper",
    "下载PDF 放大版面": "epaper",
    "http://www.{site}.com.cn/html/{iso}/content_{nnnn}.htm": "portal epaper",
    "无障碍浏览 | 繁體 | 手机版": "portal",
    "搜索 热搜：{place}": "portal",
})  # fmt: skip

SITE_BELOW = table({
    "3上一篇  下一篇4": "city",
    "上一篇 下一篇": "epaper portal",
    "上一篇：已经是第一篇": "portal",
    "[责任编辑:{who}]": "portal",
    "责任编辑：{who}": "portal epaper",
    "（责编：{who}、{who}）": "portal",
    "编辑：{who} 审核：{who}": "portal",
    "{town}新闻网版权所有,转载请写明来处": "portal",
    "版权所有 {paper}社 未经授权禁止转载": "portal epaper",
    "Copyright © {paper} All Rights Reserved": "portal epaper",
    "{town}ICP备0{nnnn}号-1": "portal",
    "文章来源:http://www.{site}.cn/2031/0705/{nnnn}18.shtml": "portal",
    "网友评论": "portal photo",
    "评论 0　点赞 {n}　收藏": "portal",
    "扫一扫在手机打开当前页": "portal",
    "返回顶部": "portal",
    "全文复制 反馈": "epaper",
    "放大 缩小 默认": "city",
    "{town}日报 一版要闻 00001 {iso} {nnnn}44 2": "epaper",
    "关键词：{place} 民生": "portal",
    "相关新闻": "portal",
    "关于我们 | 联系我们 | 广告服务 | 网站地图": "portal",
})  # fmt: skip

PICTURES = table({
    "{hex}-aaaa-bbbb.jpg": "portal",
    "IMG_{nnnn}.JPG": "portal",
    "{nnnn}{nnnn}.png": "portal epaper",
    "[图片]": "portal city",
    "点击查看原图": "portal",
    "res01_attpic_brief_{nnnn}.jpg": "epaper",
})  # fmt: skip

NOTICES = table({
    "广告": "district daily city island",
    "公益广告|讲文明 树新风": "district city",
    "新闻热线：0571-8800{nnnn}": "district city",
    "责任编辑：{who} 版式：{who} 校对：{who}": "district daily supplement",
    "责编 {who} 美编 {who} 校对 {who}": "city district",
    "本版编辑 {who}": "daily supplement",
    "编辑：{who}": "district briefs",
    "执行主编 {who} 责任编辑 {who} 电话：0571-8800{nnnn}": "city",
    "本版责编：{who}　{who}": "daily",
    "遗失声明|{who}遗失身份证一张，声明作废。": "district city",
    "遗失启事|{who}不慎遗失营业执照副本，特此声明。": "district",
    "天气：今天多云到阴，15℃～22℃": "city district",
    "发行热线 8800{nnnn}": "city",
    "报料热线：8800{nnnn}  邮箱：{site}@163.com": "city",
    "制图：{who}": "daily",
    "版式设计：{who}": "daily epaper",
    "刊头题字 {who}": "supplement",
    "投稿邮箱：{site}@126.com": "supplement",
    "責任編輯：{who}　版面設計：{who}": "island vertical",
    "廣告": "island vertical",
    "扫码看视频": "city epaper",
})  # fmt: skip
"""Advertisements, hotlines and editors; | parts lines."""

CONTENTS_HEADERS = table({
    "导读": "district daily",
    "今日导读": "district city",
    "导　读": "district daily",
    "本版目录": "epaper",
    "今日要目": "daily",
    "内页导读": "district city",
    "{paper}文章目录": "book",
    "目录": "book feed",
    "目　录": "book",
    "本期目录（共{total}版）": "book",
    "CONTENTS 目录": "book",
    "標題新聞": "island",
})  # fmt: skip

ENTRIES = table({
    "{t}|» 详见 {n} 版": "district",
    "{t}|（详见第{n}版）": "district daily",
    "{t}……第{n}版": "district city",
    "{t} {n}版": "city",
    "{n:02}版 {t}": "daily city",
    "{t}|（A{n:02}）": "epaper city",
    "{t}|（{n}版）": "epaper",
    "{t} P.{n}": "island",
    "{t}|▶A{n:02}": "city",
    "{t}（见{n}版）": "district",
    "{k}. {t}": "book feed",
    "{k}、{t}": "book",
    "（{k}）{t}": "book",
    "{k:02} {t}": "book",
    "{k}．{t}": "book",
    "● {t}": "feed book",
    "{t}": "book",
})  # fmt: skip
"""{t} is the title, {n} the page, {k} the number in the list; | parts lines."""

SEPARATORS = table({
    "* * *": "feed supplement",
    "——————": "feed browser",
    "□": "supplement",
    "◆◆◆": "supplement",
    "━━━━━━━━━━━━━━━━━━━━": "browser",
    "----------------------------------------": "feed browser",
    "=====": "feed",
    "● ● ●": "briefs",
})  # fmt: skip

COLUMN_FORMS = table({
    "{c}": "district daily city",
    "【{c}】": "city epaper",
    "【{c}】+": "feed epaper",
    "+（{c}）": "daily book supplement",
    "■ {c}": "city",
    "[{c}]+": "feed",
    "○{c}": "supplement",
    "专栏：{c}": "district",
    "{c}·": "daily",
    "〈{c}〉+": "island",
})  # fmt: skip
"""A column's label on a line of its own, or, where a + stands, in the line of the headline."""
