"""The process that loads jieba and pypinyin: issues in as JSON, the words of each article out.

Run as ``python -m store.words.worker`` by `store.words.keywords`.
"""

import sys

from store.models import Issue
from store.records import from_json, from_plain, to_json
from store.words.extract import extract
from store.words.segmenter import Segmenter


def main() -> None:
    """Answer one request: a list of issues on standard input, lists of words on standard output."""
    issues = from_plain(from_json(sys.stdin.buffer.read()), list[Issue])
    sys.stdout.buffer.write(to_json(extract(Segmenter(), issues)))


if __name__ == "__main__":
    main()
