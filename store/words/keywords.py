"""Keywords for the articles of an import, made by a process that ends and gives its memory back."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from store.errors import DubaoError
from store.models import Article, Issue, Keyword
from store.records import from_json, from_plain, to_json


@dataclass(frozen=True, slots=True)
class Words:
    """What one article is about: its keywords, and the people it names beside them."""

    keywords: tuple[Keyword, ...] = ()
    names: tuple[Keyword, ...] = ()


def add_keywords(issues: Sequence[Issue]) -> list[Issue]:
    """Return `issues` with the keywords and names of their articles, made together.

    Names met in one of them are known in all. An import goes on without keywords: when the worker
    fails, the issues come back as they were, with a warning that says why.
    """
    if not any(issue.articles for issue in issues):
        return list(issues)
    try:
        answer = _ask(to_json(issues))
    except DubaoError as error:
        return [replace(issue, warnings=(*issue.warnings, str(error))) for issue in issues]
    return [
        replace(issue, articles=tuple(map(_with, issue.articles, words)))
        for issue, words in zip(issues, answer, strict=True)
    ]


def _with(article: Article, words: Words) -> Article:
    return replace(article, keywords=words.keywords, names=words.names)


def _ask(request: bytes) -> list[list[Words]]:
    """Return what the worker answers.

    The worker finds this package where it lies, and nothing in the folder one stands in (``-P``).
    Raises DubaoError when it cannot be started, fails, or answers something else.
    """
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "store.words.worker"],
            input=request,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        return from_plain(from_json(done.stdout), list[list[Words]])
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1] if lines else f"exit status {error.returncode}"
    except (OSError, DubaoError) as error:
        why = str(error)
    raise DubaoError(f"No keywords were made, for the worker failed: {why}")
