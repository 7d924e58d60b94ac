"""What stands where a page should: an error, a check, a login, a paywall, an empty shell.

They are told by what they say, and only where little else is said: a story may quote any of it.
"""

import re

from store.press.kinds import CHECK, ERROR, LOGIN, PAYWALL, SHELL, SourceKind

_I = re.IGNORECASE
_PAGE = "(?:页面|网页|网址|链接|内容|文章|新闻|信息|资源|地址|页)"
_GONE = (
    "(?:(?:已经|已|可能)?(?:不存在|没有找到|找不到|未找到|无法找到|无法访问|无法显示|失效|过期|下线"
    "|(?:被)?删除)|出错|丢失|走丢)"
)
_ERROR = re.compile(
    rf"(?:访问|请求|浏览|查看|查找|打开|要找|寻找)的?{_PAGE}.{{0,6}}{_GONE}|^{_PAGE}{_GONE}"
    r"|(?:没有找到|找不到|未找到|无法找到|无法访问)(?:您|你)?.{0,6}(?:页面|网页|文章)"
    r"|^(?:抱歉|对不起)?[，,! ]*(?:出错了?|系统错误|服务器错误|错误页面|错误提示|拒绝访问|禁止访问)"
    r"|^(?:error )?(?:40[0134]|410|50[0234])(?:$|[ :_|-]+(?:[A-Z]|错误|页面|$))"
    r"|^(?:page |file |article )?not found\b"
    r"|page .{0,40}(?:not found|(?:could not|cannot) be found|does not exist|no longer exists)"
    r"|^(?:access denied|forbidden|bad gateway|service unavailable|internal server error)\b",
    _I,
)
_CHECK = re.compile(
    r"^(?:\w{0,4}安全验证|安全检查)$|人机验证|访问(?:过于|太)频繁|完成(?:下方|下列|以下)的?验证|拖动滑块|不是机器人"
    r"|checking (?:if|your browser)|verify (?:that )?you are (?:a )?human|not a robot"
    r"|javascript and cookies to continue|unusual traffic|^just a moment|^attention required",
    _I,
)
_PAYWALL = re.compile(
    r"(?:本文|本篇|此文|该文|以下).{0,6}(?:付费|收费|会员|VIP)|(?:付费|会员|VIP)(?:专享|专属|可读|可见)"
    r"|(?:订阅|购买|付费|开通会员|成为会员)(?:之)?后(?:即可|可以|可|才能|方可)?(?:继续)?(?:阅读|查看|浏览)"
    r"|(?:全文|内容).{0,4}剩余.{0,3}\d{1,2} ?%|剩余.{0,3}\d{1,2} ?%.{0,4}(?:全文|内容)"
    r"|subscribe (?:now )?to (?:continue|read|unlock)|(?:for|to) subscribers only"
    r"|subscribers can read|to continue reading",
    _I,
)
_LOGIN = re.compile(
    r"^(?:用户|会员|账号|帐号|统一)?(?:登录|登陆|注册|身份认证)(?:$|[ _|｜–—-])"
    r"|登[录陆](?:之)?后(?:即可|可以|可|才能|方可)?(?:继续)?(?:阅读(?:全文|更多|$)|(?:查看|浏览)全文)"
    r"|^(?:log ?in|sign ?in)\b",
    _I,
)
_KINDS = ((_ERROR, ERROR), (_CHECK, CHECK), (_PAYWALL, PAYWALL), (_LOGIN, LOGIN))
_TITLE = re.compile(r"<title\b[^<>]{0,100}>([^<]{0,200})", _I)
_SCRIPT = re.compile(r"<script\b", _I)
_EMPTY = 60
"""Characters of a page whose program shows what it has."""
_LONGEST = 80
"""Characters of a line that says why a page is not there."""

LITTLE = 300
"""Characters of paragraphs that a page may have which stands in another's place."""


def barrier(markup: str, lines: list[str]) -> SourceKind | None:
    """Return what the page of this `markup` is that stands in another's place, None for none.

    `lines` are those that it shows, without links.
    """
    title = _TITLE.search(markup)
    said = [line for line in lines if len(line) <= _LONGEST]
    said += [title[1].strip()] if title else []
    for form, kind in _KINDS:
        if any(form.search(line) for line in said):
            return kind
    empty = sum(map(len, lines)) < _EMPTY
    return SHELL if empty and _SCRIPT.search(markup) else None


def is_error(text: str) -> bool:
    """Return whether a line says that a page is not there."""
    return bool(_ERROR.search(text))
