"""Regular expressions that are compiled when they are first used, and not when they are imported.

Classes of Chinese characters take long to compile, up to 7 ms a pattern. Modules that are imported
for the reader's start have theirs from here; whoever never searches compiles nothing for it.
"""

import re
from typing import cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression `source`, to be used as a compiled one is by its methods.

    What is wrong with it is told when it is first used: each has a test that does.
    """
    return cast("re.Pattern[str]", _Waiting(source, flags))


class _Waiting:
    """A pattern that is compiled when something is first asked of it but what it is made of."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)  # from now on nothing stands between
        return found
