"""Cookies: from a file as browsers write it, and such as come while one fetches."""

from email.message import Message as Headers
from http.client import HTTPResponse
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from io import BytesIO
from pathlib import Path
from typing import cast
from urllib.request import Request
from urllib.response import addinfourl

from urllib3 import HTTPHeaderDict

from store.backends import opening
from store.errors import NetError
from store.messages import Message, template

MOST = 2**20
"""Bytes of a file of cookies."""

LONGEST = 2**13
"""Characters of what one answer may set: of one that sets more nothing is kept."""

_NO_FIELDS = template("not every line of it is a cookie")

_ONLY_HTTP = "#HttpOnly_"


class Cookies:
    """Those of one file, or of none, with what servers set meanwhile; nothing is written back."""

    def __init__(self, file: str = "") -> None:
        """Read `file`, in Netscape's form. Raises NetError."""
        # Nobody may set a cookie for all of .com.cn: it would go to every other paper there.
        self._jar = CookieJar(DefaultCookiePolicy(strict_domain=True))
        self._any = False
        for cookie in _read(file) if file else ():
            self._jar.set_cookie(cookie)
            self._any = True

    def header(self, url: str) -> str:
        """Return the header ``Cookie`` for `url`, or ``""``."""
        if not self._any:
            return ""
        request = Request(url)
        self._jar.add_cookie_header(request)
        return request.get_header("Cookie", "")

    def keep(self, url: str, fields: HTTPHeaderDict) -> None:
        """Keep what the answer of `url` with these headers sets."""
        values = fields.getlist("Set-Cookie")
        if not values or sum(map(len, values)) > LONGEST:
            return
        headers = Headers()
        for value in values:
            headers["Set-Cookie"] = value
        answer = addinfourl(BytesIO(), headers, url)
        self._jar.extract_cookies(cast(HTTPResponse, answer), Request(url))
        self._any = True


def _read(file: str) -> list[Cookie]:
    """Return the cookies in `file`. Raises NetError."""
    try:
        text = opening.read(Path(file).expanduser(), MOST).decode("utf-8-sig")
        lines = [line.removeprefix(_ONLY_HTTP) for line in text.splitlines()]
        return [_cookie(line) for line in lines if line.strip() and not line.startswith("#")]
    except (OSError, ValueError) as error:
        raise NetError(
            "{file}: no cookies can be read here ({why}); wanted is what browsers export as "
            "cookies.txt.",
            "file",
            file=file,
            why=error if isinstance(error, OSError) else Message(_NO_FIELDS),
        ) from error


def _cookie(line: str) -> Cookie:
    """Return the cookie in a line of seven fields (curl's docs/HTTP-COOKIES.md). ValueError."""
    domain, _, path, secure, expires, name, value = line.split("\t")
    end = int(float(expires or 0)) or None
    below = domain.startswith(".")
    return Cookie(
        0, name, value, None, False, domain, below, below, path, True,
        secure == "TRUE", end, end is None, None, None, {},
    )  # fmt: skip
