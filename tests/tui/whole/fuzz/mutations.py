"""Ways to spoil a file: what falls bits, and what whoever shares a folder or an archive may write.

Each takes the bytes of a file, and returns others. Random bytes test the decoder; the rest of the
house is reached by files that can be decoded, and say what cannot be: so JSON is changed as JSON,
an archive as one, an index by SQL.
"""

import gzip
import io
import json
import random
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Mutation = Callable[[random.Random, bytes], bytes]

DEEP = 50_000

RAW = {
    "deep lists": "[" * DEEP + "]" * DEEP,
    "deep tables": '{"a":' * DEEP + "1" + "}" * DEEP,
    "a long number": "1" + "0" * 5000,
    "a large number": "1" + "0" * 400,
    "beyond floats": "1e999",
    "no number": "NaN",
    "half a pair": '"\\ud800"',
    "a control": '"\\u001b]0;x\\u0007\\u009b2J"',
}
"""Values as they stand in JSON, that cannot be written from Python."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**31, 2**31 + 1, 2**63 - 1, 2**63, -(2**63), 10**30, 0.5),
    *("", " ", "x", "0", "桥", "../../../etc/passwd", "/dev/zero", "issues/x", "a" * 100_000),
    *(
        "桥" * 300_000,
        "古 桥 " * 20_000,
        "%s{0}{a}",
        "[bold]x[/]",
        "a\nb",
        "\u202ea\u0301\u0301\u0301",
    ),
    *("0001-01-01", "9999-12-31", "2024-02-30", "0001-01-01T00:00:00Z"),
    *("9999-12-31T23:59:59.999999Z", "2024-03-05T00:00:00", "2024-03-05T00:00:00+14:00"),
    *("f" * 16, "0" * 64, "(", "-", '"', "is:", "date:2024-99", "桥 OR", "x:y" * 300),
    *([], {}, [[]], [{}], [None], {"": ""}, {"x": {}}, [0] * 1000, ["x"] * 1000),
)

WORDS = (
    *(b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b]0;x\x07", b"\r\n", b'"', b"\\", b",", b"}"),
    *(b"9" * 400, b"[" * DEEP, b"null", b"-", b"1e400", "桥".encode(), "桥".encode()[:2]),
)

WHOLE = (
    *(b"", b"\0", b"null", b"[]", b"{}", b'""', b"0", b'{"dubao":{}}', b'{"dubao":{"1":{}}}'),
    *(b'{"dubao":{"1":{"schema":3}}}', b'{"dubao":{"1":{"schema":9}}}', b"\x1f\x8b", b"PK\x03\x04"),
    *(b"SQLite format 3\0", b"\xff" * 4096, b"[" * DEEP, b'"' + b"x" * 10**6),
    gzip.compress(b"\0" * 30_000_000, mtime=0),
)


def bits(chance: random.Random, data: bytes) -> bytes:
    """Turn some bits."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 20)) if data else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    """Cut the file off, or something out of it."""
    start, end = _slice(chance, data)
    return data[:start] if chance.random() < 0.5 else data[:start] + data[end:]


def swap(chance: random.Random, data: bytes) -> bytes:
    """Let two parts of the file change places."""
    a, b = _slice(chance, data)
    c = chance.randint(b, len(data))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def double(chance: random.Random, data: bytes) -> bytes:
    """Let a part of the file stand in it more than once."""
    start, end = _slice(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 50)) + data[end:]


def insert(chance: random.Random, data: bytes) -> bytes:
    """Let something else stand in the file."""
    at, end = _slice(chance, data)
    return data[:at] + chance.choice(WORDS) + data[chance.choice((at, end)) :]


def replace_all(chance: random.Random, data: bytes) -> bytes:
    """Put something else in the place of the file."""
    return chance.choice(WHOLE)


def renumber(chance: random.Random, data: bytes) -> bytes:
    """Give a number in the file another value."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    one = chance.choice(found)
    other = chance.choice((b"0", b"-1", b"4", b"99", b"9" * 19, b"9" * 400, b"1e9", b"0.5"))
    return data[: one.start()] + other + data[one.end() :]


BYTES: tuple[Mutation, ...] = (bits, cut, swap, double, insert, replace_all, renumber)


def plain_json(chance: random.Random, data: bytes) -> bytes:
    """Change values of a file of JSON: their kind, number, name or place."""
    try:
        plain = json.loads(data)
    except ValueError:
        return bits(chance, data)
    raw: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 4))):
        nodes = list(_nodes(plain))
        if nodes:
            chance.choice(_CHANGES)(chance, nodes, raw)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    for name in raw:
        text = text.replace(json.dumps(f"@{name}@"), RAW[name])
    return text.encode("utf-8", "surrogatepass")


Node = tuple[Any, Any]
"""A list or a table, and where in it something stands."""


def _nodes(plain: Any) -> Iterator[Node]:
    keys: Any = range(len(plain)) if isinstance(plain, list) else plain
    for key in keys if isinstance(plain, list | dict) else ():
        yield plain, key
        yield from _nodes(plain[key])


def _pick(chance: random.Random, nodes: list[Node]) -> Node:
    """Choose a name first, and then where it stands: few have the names that matter most."""
    name = chance.choice(sorted({str(key) for _, key in nodes}))
    return chance.choice([node for node in nodes if str(node[1]) == name])


def _set(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    held, key = _pick(chance, nodes)
    if chance.random() < 0.3:
        raw.append(chance.choice(list(RAW)))
        held[key] = f"@{raw[-1]}@"
    else:
        held[key] = json.loads(json.dumps(chance.choice(VALUES)))


def _drop(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    held, key = _pick(chance, nodes)
    del held[key]


def _copy(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    """Let one value stand in the place of another, one of its kind where there is one."""
    held, key = _pick(chance, nodes)
    alike = [node for node in nodes if node[1] == key and isinstance(key, str)] or nodes
    other, where = chance.choice(alike)
    held[key] = json.loads(json.dumps(other[where]))


def _rename(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    held, key = _pick(chance, nodes)
    if isinstance(held, dict):
        names = [other for _, other in nodes if isinstance(other, str)]
        other = chance.choice([*names, "", "x", "../x", "\x1b[2J", "a" * 10_000, "1"])
        held[other] = held.pop(key)


def _repeat(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    lists = [held[key] for held, key in nodes if isinstance(held[key], list)]
    if lists:
        chosen = chance.choice(lists)
        chosen *= chance.choice((2, 2, 100))


def _turn(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    lists = [held[key] for held, key in nodes if isinstance(held[key], list)]
    if lists:
        chance.choice(lists).reverse()


def _reschema(chance: random.Random, nodes: list[Node], raw: list[str]) -> None:
    for held, key in nodes:
        if key == "schema":
            held[key] = chance.choice((0, 1, 2, 4, 99, -1, 2**70, "3", None, 3.0))


_CHANGES = (_set, _set, _set, _drop, _copy, _copy, _rename, _repeat, _turn, _reschema)


def zipped(chance: random.Random, data: bytes) -> bytes:
    """Change an archive as one: a member's bytes, its name, or how often it is there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return bits(chance, data)
    at = chance.randrange(len(members))
    info, held = members[at]
    match chance.randrange(6):
        case 0:
            del members[at]
        case 1:
            members.append(members[at])
        case 2:
            info.filename = chance.choice(("../x", "/x", "issues/x", "x" * 60_000, "", "sources/"))
        case 3:
            chance.shuffle(members)
        case _:
            change = plain_json if info.filename.endswith(".json") else bits
            members[at] = info, change(chance, held)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for each, bytes_ in members:
            new = zipfile.ZipInfo(each.filename)
            new.compress_type = chance.choice((0, 8, 8, 8, 12))
            archive.writestr(new, bytes_)
    return packed.getvalue()


def regzipped(chance: random.Random, data: bytes) -> bytes:
    """Change what a packed file holds."""
    try:
        return gzip.compress(chance.choice(BYTES)(chance, gzip.decompress(data)), mtime=0)
    except (OSError, EOFError):
        return bits(chance, data)


_COLUMNS = {
    "issues": ("first", "articles", "id", "revision", "live", "keywords", "names", "own"),
    "words": ("number", "folded", "word", "kind", "articles", "uses"),
    "spellings": ("key", "number"),
}
_SQL_VALUES = (
    *("NULL", "0", "-1", "1e300", "9223372036854775807", "'x'", "x'00'", "x'ffffffffffff'"),
    *("zeroblob(1000000)", "''", "hex(zeroblob(100000))"),
)
_SQL = (
    *("DELETE FROM issues", "DELETE FROM words", "DELETE FROM spellings", "DROP TABLE words"),
    *("DROP TABLE texts", "PRAGMA user_version = 2", "PRAGMA user_version = 4", "VACUUM"),
    *("PRAGMA application_id = 0", "PRAGMA application_id = 7", "DELETE FROM texts_data"),
    *("UPDATE texts_data SET block = x'00'", "UPDATE traits_data SET block = zeroblob(100)"),
    "DROP TABLE spellings; CREATE VIEW spellings AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL"
    " SELECT key + 1 FROM n) SELECT key, key AS number FROM n",
    "CREATE TRIGGER t AFTER UPDATE ON issues BEGIN DELETE FROM issues; END",
)


def rewritten(chance: random.Random, data: bytes) -> bytes:
    """Change an index by SQL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        path.write_bytes(data)
        base = sqlite3.connect(path, isolation_level=None)
        try:
            table = chance.choice(list(_COLUMNS))
            column, value = chance.choice(_COLUMNS[table]), chance.choice(_SQL_VALUES)
            some = f"UPDATE OR REPLACE {table} SET {column} = {value}"
            base.executescript(chance.choice((some, some, chance.choice(_SQL))))
        except sqlite3.Error:
            return bits(chance, data)
        finally:
            base.close()
        return path.read_bytes()


def mutations(name: str) -> tuple[Mutation, ...]:
    """Return the ways to spoil the file of this name."""
    own = {".json": plain_json, ".zip": zipped, ".gz": regzipped, ".sqlite3": rewritten}
    special = own.get(Path(name).suffix)
    return (*BYTES, *([special] * len(BYTES) * 2 if special else ()))


def _slice(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    most = chance.choice((1, 8, len(data)))
    return start, min(len(data), start + chance.randint(0, most))
