"""The options of a subscription: how they are declared, and what they change."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.language import _

if TYPE_CHECKING:
    from store.net.credentials import Credentials

SWITCHES = ("full_text", "pictures", "allow_private")
PLAIN = ("name", "at", "zone", "pages", "agent", "keep_days", *SWITCHES)
"""Options that are fields of a subscription as they stand."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options; what is not given leaves no trace in the arguments."""
    texts = {
        "--name": ("NAME", _("what to call it")),
        "--every": ("INTERVAL", _("fetch it so often: 30m, 2h, 1d")),
        "--at": ("TIMES", _("fetch it at these times of day, as 06:30,18:00")),
        "--zone": ("ZONE", _("the time zone of the paper (default: Asia/Shanghai)")),
        "--pages": ("PAGES", _("bring these pages alone, as 1-4,A1")),
        "--agent": ("TEXT", _("the User-Agent to say")),
        "--proxy": ("ADDRESS", _("the proxy to go through, or none")),
        "--cookies": ("FILE", _("a cookies.txt, which is copied to your configuration")),
        "--certificate": ("FILE", _("a certificate to trust (PEM)")),
    }
    for option, (metavar, words) in texts.items():
        parser.add_argument(option, metavar=metavar, default=argparse.SUPPRESS, help=words)
    _add_others(parser)
    switches = {
        "--full-text": _("bring whole stories where a feed has beginnings"),
        "--pictures": _("bring pictures, too"),
        "--allow-private": _("allow addresses of this machine and its network"),
    }
    for option, words in switches.items():
        parser.add_argument(
            option,
            action=argparse.BooleanOptionalAction,
            default=argparse.SUPPRESS,
            help=words,
        )


def _add_others(parser: argparse.ArgumentParser) -> None:
    """Declare those options that are no plain texts."""
    parser.add_argument(
        "--tag",
        action="append",
        dest="tags",
        metavar="TAG",
        default=argparse.SUPPRESS,
        help=_("a tag of the subscription (may be repeated)"),
    )
    parser.add_argument(
        "--pause",
        type=_pause,
        metavar="SECONDS",
        default=argparse.SUPPRESS,
        help=_("seconds between two requests, whatever the site asks for; or auto"),
    )
    parser.add_argument(
        "--keep",
        dest="keep_days",
        type=_days,
        metavar="DAYS",
        default=argparse.SUPPRESS,
        help=_("remove what is older and neither starred, tagged, clipped nor corrected"),
    )


def changes(
    arguments: argparse.Namespace, credentials: "Credentials", secret: str
) -> dict[str, object]:
    """Return the fields that the options set; secrets are kept under the name `secret`.

    Raises DubaoError for what cannot be meant or kept.
    """
    from store.press.text.clean import clean_line
    from store.subscriptions.times import minutes

    given = vars(arguments)
    found: dict[str, object] = {
        each: clean_line(given[each]) if isinstance(given[each], str) else given[each]
        for each in PLAIN
        if each in given
    }
    if "tags" in given:
        tags = (clean_line(each) for each in given["tags"])
        found["tags"] = tuple(dict.fromkeys(filter(None, tags)))
    if "every" in given:
        found |= {"every": minutes(given["every"]), "at": found.get("at", "")}
    if "pause" in given:
        found["pause"] = None if given["pause"] == _AUTO else given["pause"]
    if "certificate" in given:
        found["certificate"] = _certificate(given["certificate"])
    if "proxy" in given:
        found["proxy"] = _proxy(given["proxy"], credentials, secret)
    if "cookies" in given:
        found["cookies"] = secret if given["cookies"] else ""
        if given["cookies"]:
            credentials.keep_cookies(secret, given["cookies"])
    return found


def _certificate(file: str) -> str:
    """Return the whole path of a certificate that can be read."""
    if not file:
        return ""
    from store.net.tls import context

    path = str(Path(file).expanduser().absolute())
    context(path)
    return path


def _proxy(proxy: str, credentials: "Credentials", secret: str) -> str:
    if proxy in ("", "none"):
        return proxy
    credentials.keep_proxy(secret, proxy)
    return secret


_AUTO = -1.0


def _pause(text: str) -> float:
    """Return the seconds in `text`, from 0 to a day; of ``auto``, what stands for it."""
    if text == "auto":
        return _AUTO
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError(
            _("must be a number of seconds, or auto, not {text}").format(text=text)
        )
    return seconds


def _days(text: str) -> int:
    """Return the days in `text`, 0 for ever."""
    from store.subscriptions.models import MOST_DAYS

    if not text.isascii() or not text.isdigit() or int(text) > MOST_DAYS:
        raise argparse.ArgumentTypeError(
            _("must be a number of days, 0 for ever, not {text}").format(text=text)
        )
    return int(text)
