"""What has gone wrong: from the words of libraries and servers into sentences of ours."""

from datetime import datetime
from http import HTTPStatus
from http.client import IncompleteRead

from urllib3 import exceptions
from urllib3.exceptions import HTTPError

from store.errors import NetError, Trouble, reason_of
from store.messages import Message, template
from store.net import tls
from store.net.addresses import Address, shown
from store.net.connections import BESIDE, Bound, TooMuchError
from store.net.headers import retry_after, said

_KINDS: dict[int, Trouble] = {
    401: "refused",
    403: "refused",
    451: "refused",
    404: "missing",
    407: "proxy",
    410: "missing",
    429: "busy",
    503: "busy",
}

_SAID: dict[Trouble, str] = {
    "refused": template(
        "{url}: the server refuses it ({phrase}); it may want a login, cookies or another agent."
    ),
    "missing": template("{url}: there is nothing at this address ({phrase})."),
    "proxy": template("{url}: the proxy wants to know who asks ({phrase}); give it a login."),
    "busy": template("{url}: the server wants to be left alone for a while ({phrase})."),
}
_OTHER = template("{url}: the server answers {phrase}.")

_NO_TUNNEL = "Tunnel connection failed"
"""How `http.client` begins to say that a proxy refuses."""

_LATE = template("{url}: it has not come as a whole within {seconds} s; {host} is too slow.")
_NO_CONNECTION = template("{url}: no connection to {host} within {seconds} s.")
_CUT_OFF = template("{url}: {host} has ended its answer before all of it had come.")
_BESIDE = template("{url}: {host} sends more than {most} KB that belong to no page.")
_SILENCE = template("{url}: nothing has come from {host} for {seconds} s.")


def of_connection(error: HTTPError, address: Address, proxy: str, bound: Bound) -> NetError:
    """Return what `error` says about asking `address`, by way of `proxy` if that is not empty."""
    match error:
        case exceptions.ProxyError():
            return _of_proxy(error, address, proxy)
        case exceptions.NewConnectionError() if proxy:  # of SOCKS no more is known
            return _of_proxy(error, address, proxy)
        case exceptions.ProtocolError() if str(reason(error)).startswith(_NO_TUNNEL):
            return _of_proxy(error, address, proxy)
        case exceptions.SSLError() if not tls.ended(error):
            return tls.fault(error, address.url, address.host)
        case exceptions.NameResolutionError():
            return NetError(
                "{url}: there is no host {host}, or this machine has no network ({why}).",
                "name",
                url=address.url,
                host=address.host,
                why=reason(error),
            )
        case exceptions.NewConnectionError():
            return NetError(
                "{url}: no connection to {host} ({why}).",
                "connect",
                url=address.url,
                host=address.host,
                why=reason(error),
            )
        case exceptions.TimeoutError() | TooMuchError():
            return _beyond(error, address, bound)
        case exceptions.IncompleteRead() | exceptions.InvalidChunkLength():
            return _cut_off(address)
        case exceptions.ProtocolError() if isinstance(error.args[-1], IncompleteRead):
            return _cut_off(address)
        case _:
            return NetError(
                "{url}: the connection broke off before all had come ({why}).",
                "broken",
                url=address.url,
                why=reason(error),
            )


def _cut_off(address: Address) -> NetError:
    return NetError(_CUT_OFF, "broken", url=address.url, host=address.host)


def of_status(status: int, url: str, after: str, now: datetime) -> NetError:
    """Return what it means that `url` was answered with `status`, and ``Retry-After: after``."""
    kind = _KINDS.get(status, "status")
    wait = retry_after(after, now)
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    return NetError(
        _SAID.get(kind, _OTHER), kind, status=status, retry_after=wait, url=url, phrase=phrase
    )


def reason(error: BaseException) -> Message:
    """Return why, as the innermost cause of `error` says it."""
    while True:
        within = next((each for each in error.args if isinstance(each, Exception)), None)
        below = within or error.__cause__
        if below is None:
            break
        error = below
    why = reason_of(error)
    return why._replace(template=said(why.template)) if not why.fields else why


def _beyond(error: HTTPError, address: Address, bound: Bound) -> NetError:
    """Return which of the bounds it went beyond."""
    if isinstance(error, TooMuchError):
        return NetError(_BESIDE, "too_large", url=address.url, host=address.host, most=BESIDE >> 10)
    if bound.left <= 0:
        why, seconds = _LATE, bound.limits.whole
    elif isinstance(error, exceptions.ConnectTimeoutError):
        why, seconds = _NO_CONNECTION, bound.limits.connect
    else:
        why, seconds = _SILENCE, bound.limits.silence
    return NetError(why, "timeout", url=address.url, host=address.host, seconds=f"{seconds:g}")


def _of_proxy(error: HTTPError, address: Address, proxy: str) -> NetError:
    return NetError(
        "{url}: the proxy {proxy} does not lead there ({why}).",
        "proxy",
        url=address.url,
        proxy=shown(proxy),
        why=reason(error),
    )
