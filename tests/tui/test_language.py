"""The interface speaks both of its languages whole."""

import io
import re
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

import store
from store.errors import DubaoError
from tui import language

ROOT = Path(language.__file__).parent
FOLDER = ROOT / "locale" / "zh" / "LC_MESSAGES"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "plural": (1, 2)}


def held() -> dict[str, str]:
    """Return the catalogue: what the code says (in the singular), and its Chinese."""
    catalogue = read_po(io.BytesIO((FOLDER / "dubao.po").read_bytes()))
    return {_first(message.id): _first(message.string) for message in catalogue if message.id}


def _first(text: Any) -> str:
    return str(text if isinstance(text, str) else text[0])


def test_every_string_has_its_chinese() -> None:
    wanted = _marked(ROOT, KEYWORDS) | templates()
    assert wanted == set(held())
    assert [message for message, said in held().items() if not said] == []


def test_every_template_has_the_fields_of_its_chinese() -> None:
    chinese = held()
    for template in templates():
        assert fields(template) == fields(chinese[template]), template


@cache
def templates() -> set[str]:
    """Return the templates of the messages and errors that `store` makes."""
    names = {"Message", "template", *(kind.__name__ for kind in _kinds(DubaoError))}
    return _marked(Path(store.__file__).parent, dict.fromkeys(names, (1,)))


def fields(template: str) -> set[str]:
    """Return the names of the fields in `template`, each with how it is to be written."""
    return {
        f"{name}!{conversion}:{form}"
        for _, name, form, conversion in Formatter().parse(template)
        if name is not None
    }


def _marked(folder: Path, keywords: dict[str, tuple[int, ...] | None]) -> set[str]:
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        source = path.read_bytes()
        if any(f"{name}(".encode() in source for name in keywords):
            marked = extract("python", io.BytesIO(source), keywords)
            found |= {_first(message) for _, message, *_ in marked}
    return found


def _kinds(kind: type[DubaoError]) -> list[type[DubaoError]]:
    return [kind, *(each for below in kind.__subclasses__() for each in _kinds(below))]


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = GNUTranslations((FOLDER / "dubao.mo").open("rb"))
    for message, said in held().items():
        assert said in (compiled.gettext(message), compiled.ngettext(message, "", 2))


@pytest.mark.parametrize(
    ("variables", "chosen"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "zh_CN:en", "LANG": "C"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses(
    variables: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    try:
        assert language.choose() == chosen
        assert language._("Quit") == {"zh": "退出", "en": "Quit"}[chosen]
    finally:
        language.choose("en")


def test_nothing_is_nothing_in_either_language() -> None:
    assert language.choose("zh") == "zh"
    try:
        assert language._("") == ""  # gettext has the heads of its catalogue there
    finally:
        language.choose("en")


OTHER_WORDS = (
    "抓取 存档 移除 期目列表 客人 校正 过滤 电子报 期号 取回 查找的 Enter FILE SECONDS "
    "头版 栏名 起止 写法少见 判读 杂项 另放 新报 下载图片 目录旁 正题 furniture"
)
"""Words for which there is another: 获取 归档 移出 列表 访客 改正 筛选 数字报 编号 恢复 搜索; 版面
字段 首尾 读法 (文章)之外 新内容 获取图片 列表 主标题."""

TOPIC = re.compile("主题(?!词)")
"""A topic of the help: what leads an article is its 主标题, what it is about a 主题词."""


def test_one_thing_has_one_word_in_chinese_and_one_kind_of_colon() -> None:
    topics = [path.read_text("utf-8") for path in (ROOT / "cli" / "help" / "zh").glob("*.txt")]
    for said in (*held().values(), *topics):
        assert [word for word in OTHER_WORDS.split() if word in said] == [], said
        assert not TOPIC.search(said) or "help" in said or "命令" in said or said == "主题", said
        assert re.findall("[一-鿿][,;!?()]|[,;!?()][一-鿿]", said) == [], said
        assert re.findall("(?m)[一-鿿]:(?: |$)", said) == [], said
        assert re.findall("[一-鿿]\\{most\\}", said) == [], said


def test_no_word_of_the_house_is_said_to_readers() -> None:
    topics = [path.read_text("utf-8") for path in (ROOT / "cli" / "help" / "en").glob("*.txt")]
    for said in (*held(), *topics):
        assert not re.findall(r"furniture|\bshel(?:f|ves)\b|\bkin\b|the press\b", said), said


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("answer", "确定"),
        ("leave", "取消"),
        ("clear", "清除"),
        ("There is no issue {id}; {hint}.", "没有“{id}”这一期；{hint}。"),
        ("There is no further place.", "已经没有更靠后的位置。"),
        ("new there", "已移入目标报库"),
        ("list clippings, or print them for use elsewhere", "列出剪报，或输出供其他程序使用"),
        ("the mouse works", "启用鼠标"),
        ("{file}: there is no file of public keys.", "{file}：找不到公钥文件。"),
        ("places", "地名"),
        ("A page up", "上翻"),
        ("undated ≥ {day}", "未标日期（不早于 {day}）"),
        ("issue list", "列表"),
    ],
)
def test_it_is_said_as_a_native_says_it(message: str, chinese: str) -> None:
    assert held()[message] == chinese
