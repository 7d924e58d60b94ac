"""What was decoded wrongly is decoded anew where that is certain, and told where it is not."""

import pytest

from store.press.text.mending.mojibake import LOST, is_strange, redecode

SIMPLIFIED = (
    "青溪时报\n\n2031年5月16日 星期五 第1版\n\n古桥体检完成\n\n"
    "本报讯（记者 白露）全县古桥保护工作现场会昨日在南渡镇召开，县里将在年内修缮八座老桥。\n"
    "“再过两年，每座桥都会有自己的档案。”县文化馆的工作人员说，这是今年的一件大事。\n"
)
TRADITIONAL = (
    "青溪時報\n\n中華民國120年5月16日 星期五 第一版\n\n古橋體檢完成\n\n"
    "全縣古橋保護工作現場會昨日在南渡鎮召開，縣裡將在年內修繕八座老橋，記者會上這樣說。\n"
)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (SIMPLIFIED, "utf-8", "latin-1"),
        (SIMPLIFIED, "gb18030", "latin-1"),
        (TRADITIONAL, "utf-8", "latin-1"),
        (TRADITIONAL, "big5hkscs", "cp1252"),
        (TRADITIONAL, "big5hkscs", "gb18030"),
    ],
)
def test_what_has_all_its_bytes_comes_back_whole(text: str, written: str, read: str) -> None:
    wrong = text.encode(written).decode(read, "replace")
    assert is_strange(wrong)
    assert redecode(wrong)[0] == text
    assert not is_strange(text)


@pytest.mark.parametrize("read", ["gb18030", "gbk", "cp1252"])
@pytest.mark.parametrize("sign", [LOST, "?"])
def test_what_has_lost_bytes_comes_back_with_a_sign_for_each(read: str, sign: str) -> None:
    wrong = SIMPLIFIED.encode().decode(read, "replace").replace(LOST, sign)
    back = redecode(wrong)[0]
    assert "2031年5月16日" in back
    assert LOST in back
    known = [(a, b) for a, b in zip(back.split("\n")[-3], SIMPLIFIED.split("\n")[-3], strict=False)]
    assert len([1 for a, b in known if a == b]) > 0.5 * len(known)
    assert not set(back) - set(SIMPLIFIED) - {LOST, "?"}, "nothing is invented"


def test_one_line_among_others() -> None:
    lines = SIMPLIFIED.split("\n")
    lines[6] = lines[6].encode().decode("latin-1")
    assert redecode("\n".join(lines)) == (SIMPLIFIED, 1)


def test_what_cannot_be_told_stays_and_is_strange() -> None:
    wrong = SIMPLIFIED.encode().decode("big5hkscs", "replace")
    assert redecode(wrong) == (wrong, 0)
    assert is_strange(wrong)


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        "Les élèves ont été très émus à la fête. Ça va bien, déjà vu, où l’on a dîné.\n" * 4,
        "Die Brücken müssen geprüft werden, sagt der Bürgermeister von Köln.\n" * 4,
        "涓涓细流汇成江河，老人说起往事。\n",
    ],
)
def test_what_reads_well_stays(text: str) -> None:
    assert redecode(text) == (text, 0)
    assert not is_strange(text)
