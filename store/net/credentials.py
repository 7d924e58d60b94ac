"""Logins and cookies of whoever subscribes: in their own configuration, each under a name.

A library may be shared, copied and exported, so it holds these names alone. Each secret is a file
that its owner alone can read: ``NAME.login`` holds ``user:password`` as it stands in an address,
``NAME.proxy`` a proxy's whole address, ``NAME.cookies`` what a browser exports as cookies.txt.
"""

import re
import stat
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from store.backends import atomic, opening
from store.backends.disk import UNWRITTEN
from store.errors import DubaoError
from store.locations import credentials_folder
from store.net.cookies import MOST, Cookies
from store.net.proxies import NONE, checked

_FOLDER = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NAME = re.compile(r"[\w-][\w.-]{0,99}")


class Credentials:
    """The secrets in `folder`, by default that of the reader's configuration.

    Every method raises DubaoError when the disk does not do its part.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or credentials_folder()

    def keep_login(self, name: str, url: str) -> str:
        """Keep who asks in `url` under `name`, and return `url` without it."""
        parts = urlsplit(url)
        login, at, host = parts.netloc.rpartition("@")
        if at:
            self._write(self._path(name, "login"), login.encode())
        return urlunsplit(parts._replace(netloc=host))

    def with_login(self, name: str, url: str) -> str:
        """Return `url` with who asks, as it was kept under `name`; as it is for no name."""
        if not name:
            return url
        login = self._read(self._path(name, "login")).decode("utf-8", "replace")
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=f"{login}@{host}"))

    def keep_proxy(self, name: str, proxy: str) -> None:
        """Keep the address of a proxy under `name`, with who asks in it."""
        self._write(self._path(name, "proxy"), checked(proxy).encode())

    def proxy(self, name: str) -> str:
        """Return the address of this proxy; ``none`` and ``""`` stand for themselves."""
        if name in ("", NONE):
            return name
        return self._read(self._path(name, "proxy")).decode("utf-8", "replace")

    def keep_cookies(self, name: str, file: str) -> None:
        """Keep the cookies in `file` under `name`."""
        Cookies(file)
        self._write(self._path(name, "cookies"), opening.read(Path(file).expanduser(), MOST))

    def cookies(self, name: str) -> str:
        """Return the path of the cookies that were kept under `name`, ``""`` for no name."""
        if not name:
            return ""
        path = self._path(name, "cookies")
        self._read(path)
        return str(path)

    def forget(self, name: str) -> None:
        """Remove all that is kept under `name`."""
        for kind in ("login", "proxy", "cookies"):
            path = self._path(name, kind)
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise DubaoError(
                    "{file}: cannot be removed ({why}).", file=path, why=error
                ) from error

    def _path(self, name: str, kind: str) -> Path:
        if not _NAME.fullmatch(name):
            raise DubaoError(
                "{name} cannot be a name here; letters, digits, dots and hyphens can.", name=name
            )
        return self._folder / f"{name}.{kind}"

    def _write(self, path: Path, secret: bytes) -> None:
        try:
            opening.make(self._folder, _FOLDER)
            atomic.write(path, secret, mode=atomic.PRIVATE)
        except OSError as error:
            raise DubaoError(UNWRITTEN, file=path, why=error) from error

    def _read(self, path: Path) -> bytes:
        try:
            secret = opening.read(path, MOST)
            if path.stat().st_mode & _OTHERS:
                raise DubaoError(
                    "{file}: others on this machine can read it; say chmod 600 {file}, and if they "
                    "may have read it, change what is in it.",
                    file=path,
                )
        except OSError as error:
            raise DubaoError(
                "{file}: what a subscription needs to log in cannot be read ({why}); "
                "give it again with dubao subscribe --edit.",
                file=path,
                why=error,
            ) from error
        return secret
