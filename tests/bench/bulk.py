"""How fast a folder of dumps is imported, beside jieba.cut alone on the same text in the same run.

Run it as ``python -m tests.bench.bulk [FILES …]`` (100 1000). For each number of files it prints
MB/s of ``dubao import`` (a process of its own, all cores, into a new library), MB/s of jieba.cut in
one process, their ratio, what both cost in processor time, the time to go over the same folder
again when all is held, and the greatest memory of the importing process and of a worker. Bars: a
ratio of 0.8 with two cores, and the same memory for 100 and for 1,000 files. The text is made here.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from store.processes import cores

FILES = (100, 1000)
PAGES, ARTICLES = 4, 6

# A process's own greatest memory is asked of Linux: ru_maxrss counts that of who started it, too.
_IMPORT = """
import json, re, resource, sys, time
from pathlib import Path
from tui.cli.main import main
start = time.perf_counter()
status = main(["--library", sys.argv[1], "import", "--quiet", sys.argv[2]])
seconds = time.perf_counter() - start
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
work = sum(each.ru_utime + each.ru_stime for each in used)
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([status, seconds, work, own / 1024, used[1].ru_maxrss / 1024]))
"""


def main() -> None:
    """Print MB/s, ratios and memory."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    for count in map(int, sys.argv[1:] or FILES):
        with tempfile.TemporaryDirectory() as folder:
            papers = Path(folder, "papers")
            papers.mkdir()
            texts = list(_issues(count))
            for number, text in enumerate(texts):
                (papers / f"{number:05}.txt").write_text(text, "utf-8")
            size = sum(len(text.encode()) for text in texts) / 1e6
            first, work, own, workers = _import(folder, papers)
            again, *_ = _import(folder, papers)
        # As much as is cut in some 20 s: jieba's pace does not change with more.
        some = texts[: max(1, int(count * min(1, 20 / size)))]
        share = sum(len(text.encode()) for text in some) / 1e6
        start, spent = time.perf_counter(), time.process_time()
        for text in some:
            for _ in jieba.cut(text):
                pass
        cut, spent = share / (time.perf_counter() - start), time.process_time() - spent
        print(
            f"{count:5} files {size:6.1f} MB   import {size / first:5.2f} MB/s   "
            f"jieba.cut {cut:5.2f} MB/s   ratio {size / first / cut:4.2f} ({cores()} cores)   "
            f"processor {work / size:4.2f} and {spent / share:4.2f} s/MB   "
            f"again {again:5.2f} s   memory {own:3.0f} MB, a worker {workers:3.0f} MB"
        )


def _import(folder: str, papers: Path) -> tuple[float, float, float, float]:
    """Return seconds, processor seconds, and greatest memory (MB) of the process and a worker."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT, f"{folder}/library", str(papers)],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder},
    )
    status, seconds, work, own, workers = json.loads(done.stdout.splitlines()[-1])
    assert status == 0
    return seconds, work, own, workers


_WORDS = """
老桥 古桥 书屋 春茶 茶农 集市 村民 学生 石匠 师傅 街道 社区 县里 会议 工程 资金 项目 服务 记者
居民 传感器 数据 河道 公路 粮站 医院 学校 老师 农田 水稻 果园 游客 展览 图书馆 剧团 篮球 比赛 列车
车站 码头 渔船 工厂 车间 机器 产品 市场 价格 消费者 法院 案件 律师 民警 火灾 消防 天气 气温 暴雨
水库 电站 垃圾 污水 空气 湿地 候鸟 森林 苗木 网络 平台 手机 软件 银行 贷款 企业 税收 博物馆 文物
专家 论坛 志愿者 老人 孩子 家长 食堂 宿舍 公园 广场 地铁 隧道

修缮 保护 建设 开放 推进 完成 介绍 组织 参加 提供 增加 解决 种植 收购 检查 走访 改造 投用 举行
发布 支持 带动 培训 整治 调查 处理 安装 更换 销售 采购 宣传 讨论 申请 批准 验收 开展 加快 提升
优化 落实

今年 去年 目前 近日 上午 认真 全面 及时 继续 已经 正在 共同 重新 每天 两次 三座 十二名 一万元 的
的 的 了 了 和 在 对 把 让 将 为 从 与 还 也 都 就 不 有 是 这 那 多 大 新 好 很 更 据 由 到 上 下
里 中 后 前 等

青溪 南渡 云坪 石门 柳坝 望江 临江 竹桥 松岭 白鹭 枫林 荷塘 银杏 梅岗 长堤 溪口

镇 村 社区 街道 小学 公司 医院 公园 水利局 农业局

县委书记 镇长 局长 院长 校长 经理 村民 居民 教师 工程师
"""
_NOUNS, _VERBS, _REST, _PLACES, _SUFFIXES, _OFFICES = (
    group.split() for group in _WORDS.strip().split("\n\n")
)
_SURNAMES = "林何祝江贺柳裴岑白方顾温陶沈宋苏卢孟秦许"
_GIVEN = "守诚小溪远山一帆闻川如舟木听雨晓岚满云禾青石知春"


def _issues(count: int) -> Iterator[str]:
    rng = random.Random(7)
    for number in range(count):
        paper = f"{_PLACES[number % len(_PLACES)]}时报"
        day = date(2020, 1, 1) + timedelta(number // len(_PLACES))
        yield "\n\n".join(_issue(rng, paper, day, number))


def _issue(rng: random.Random, paper: str, day: date, number: int) -> Iterator[str]:
    yield from (paper, f"{day.year}年{day.month}月{day.day}日 总第{number}期 今日{PAGES}版")
    for page in range(1, PAGES + 1):
        yield f"第{page}版 要闻"
        for _ in range(ARTICLES):
            about = rng.sample(_NOUNS, 4)
            yield "".join((_place(rng), rng.choice(_VERBS), *about[:2]))
            by = f"本报讯（记者 {_name(rng)} 通讯员 {_name(rng)}）"
            yield f"{by}{day.month}月{day.day}日，{_sentence(rng, about)}"
            for _ in range(rng.randint(3, 8)):
                yield "".join(_sentence(rng, about) for _ in range(rng.randint(2, 5)))


def _sentence(rng: random.Random, about: list[str]) -> str:
    clauses = [_clause(rng, about) for _ in range(rng.randint(2, 4))]
    if rng.random() < 0.3:
        clauses[0] = f"{rng.choice(_OFFICES)}{_name(rng)}说"
    return "，".join(clauses) + "。"


def _clause(rng: random.Random, about: list[str]) -> str:
    start = _place(rng) if rng.random() < 0.2 else rng.choice(_REST)
    words = (rng.choice(rng.choice((about, _NOUNS, _VERBS, _REST, _REST))) for _ in range(6))
    return "".join((start, *words))


def _name(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.randint(1, 2)))


def _place(rng: random.Random) -> str:
    return rng.choice(_PLACES) + rng.choice(_SUFFIXES)


if __name__ == "__main__":
    main()
