"""How fast the press reads, beside jieba.cut on the same text in the same run.

Run as a script: ``python tests/bench/press.py``. The bar is 3 times jieba.cut for each
text, and the same speed for 4 pages and for 24. The text is made here.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from store.press.dump.read import read_issue

ROUNDS = 5
_TEXT = (
    "青溪 南渡镇 云坪乡 石门 柳坝 老桥 古桥 书屋 春茶 茶农 集市 村民 学生 石匠 师傅 街道 社区 县里 "
    "会议 工程 资金 项目 服务 今年 去年 目前 近日 上午 记者 负责人 居民 传感器 数据 河道 公路 粮站 "
    "修缮 保护 建设 开放 推进 完成 介绍 组织 参加 提供 增加 解决 种植 收购 检查 走访 改造 投用 "
    "认真 全面 及时 继续 已经 正在 共同 重新 每天 两次 三座 十二名 一万元 的 了 和 在 对 把 让 将"
)
_WORDS = _TEXT.split()


def main() -> None:
    """Print MB/s and ratios."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    for name, make in CASES.items():
        press, cut, size = 0.0, 0.0, 0
        # Interleaved, so that both meet the same machine, and a new text each time: what was read
        # before must not help.
        for seed in range(ROUNDS):
            text = make(random.Random(seed))
            data = text.encode()
            size = len(data)
            press = max(press, size / _seconds(partial(read_issue, data, "bench.txt")) / 1e6)
            cut = max(cut, size / _seconds(partial(_cut, text)) / 1e6)
        print(
            f"{name:13} {size / 1e3:6.0f} kB   press {press:5.2f} MB/s   "
            f"jieba.cut {cut:5.2f} MB/s   ratio {press / cut:4.1f}"
        )


def _cut(text: str) -> int:
    import jieba

    return sum(1 for _ in jieba.cut(text))


def _seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def _issue(rng: random.Random, pages: int) -> Iterator[str]:
    yield from ("青溪时报", f"2024年3月12日 星期二 总第1806期 今日{pages}版")
    for page in range(1, pages + 1):
        yield f"第{page}版 要闻"
        for _ in range(6):
            yield _clause(rng, 8)
            yield f"本报讯（记者 白露 通讯员 岑小满）3月11日，{_sentence(rng)}{_sentence(rng)}"
            for _ in range(rng.randint(4, 9)):
                yield "".join(_sentence(rng) for _ in range(rng.randint(2, 5)))


def _sentence(rng: random.Random) -> str:
    return "，".join(_clause(rng, rng.randint(4, 9)) for _ in range(rng.randint(2, 4))) + "。"


def _clause(rng: random.Random, words: int) -> str:
    return "".join(rng.choices(_WORDS, k=words))


def _wrap(lines: Iterator[str], width: int) -> Iterator[str]:
    for line in lines:
        text = f"\u3000\u3000{line}" if len(line) > 40 else line
        while len(text) > width:
            end = width + (text[width] in "，。、；：”）")
            yield text[:end]
            text = text[end:]
        if text:
            yield text


CASES: dict[str, Callable[[random.Random], str]] = {
    "unwrapped": lambda rng: "\n\n".join(_issue(rng, pages=8)),
    "hard-wrapped": lambda rng: "\n".join(_wrap(_issue(rng, pages=8), 18)),
    "4 pages": lambda rng: "\n\n".join(_issue(rng, pages=4)),
    "24 pages": lambda rng: "\n\n".join(_issue(rng, pages=24)),
}


if __name__ == "__main__":
    main()
