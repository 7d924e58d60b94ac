"""Addresses on the web: taken apart once, written in one way, and what is private among them."""

import socket
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from store.errors import NetError

PORTS = {"http": 80, "https": 443}
"""The schemes of the web, and the port of each."""

LONGEST = 2**11
"""Characters of an address at most, as in files (`store.bounds.Url`)."""

IP = IPv4Address | IPv6Address

_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in a path or a query: RFC 3986's reserved characters, and escapes."""

_NOT_IN_NAMES = {*map(chr, range(33)), *"\"#%'/<>?@[\\]^`{|}", "\x7f"}

FAKE = IPv4Network("198.18.0.0/15")
"""For measuring networks (RFC 2544); proxies on one's own machine answer with them for any name."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses of IPv4 behind a translator (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to ask: `scheme` is that of the web, `host` is ASCII, `target` a path with its query.

    `user` and `password` are for this origin alone, and stand in no text that is shown.
    """

    scheme: str
    host: str
    port: int
    target: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def url(self) -> str:
        """The address without who asks."""
        return f"{self.origin}{self.target}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, the last where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def leads_to(self, location: str) -> "Address":
        """Return what a redirect from here with this header leads to.

        Who asks is told to the same origin alone. Raises NetError.
        """
        # The header's bytes came as Latin-1; what is not ASCII was meant as bytes of an address.
        written = quote(location.strip().encode("latin-1", "replace"), safe=_SAFE)
        try:
            joined = urljoin(self.url, written)
        except ValueError:  # brackets that hold no address
            joined = written
        there = parse(joined)
        if there.origin != self.origin:
            return there
        return replace(there, user=self.user, password=self.password)


def parse(url: str) -> Address:
    """Return `url` taken apart. Raises NetError unless it is an address on the web."""
    try:
        parts = urlsplit(url.strip())
        host = _ascii(parts.hostname or "") if "\\" not in parts.netloc else ""
        usual = PORTS[parts.scheme]
        port = parts.port or usual
    except (ValueError, KeyError):
        host = ""
    if not host or len(url) > LONGEST:
        raise NetError(
            "{url}: no address on the web; one begins with http:// or https:// and names a host.",
            "address",
            url=shown(url)[:LONGEST],
        )
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += f"?{quote(parts.query, safe=_SAFE)}"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Address(parts.scheme, host, port, target, user, password)


def shown(url: str) -> str:
    """Return `url` as it may be shown: without the name and the password in it."""
    try:
        parts = urlsplit(url)
        assert parts.port != 0
    except ValueError:  # where its parts end is not known
        return url.rpartition("@")[2]
    if not parts.netloc:
        return url.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def literal(host: str) -> IP | None:
    """Return the address that `host` is, however it is written (``127.1``, ``0x7f000001``).

    None when it is a name.
    """
    try:
        return ip_address(host)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_private(ip: IP) -> bool:
    """Return whether `ip` is not one of the whole internet's, or stands for one that is not."""
    if isinstance(ip, IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            within = IPv4Address(int(ip) & 0xFFFFFFFF)
        if within:
            return is_private(within)
        if ip.is_site_local:
            return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def is_local_name(host: str) -> bool:
    """Return whether `host` names this machine (RFC 6761), or is the address of a private one."""
    ip = literal(host)
    if ip:
        return is_private(ip)
    return host.rstrip(".").rpartition(".")[2].lower() == "localhost"


def _ascii(host: str) -> str:
    """Return the name as it stands in the DNS (RFC 1035, 2.3.4). Raises ValueError."""
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    labels = name.removesuffix(".").split(".")
    if (
        _NOT_IN_NAMES & set(name)
        or len(name) > 254
        or not all(0 < len(each) < 64 for each in labels)
    ):
        raise ValueError(host)
    return name
