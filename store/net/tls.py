"""Whom we trust, and what it means when we do not."""

import ssl
from pathlib import Path

from urllib3.util.ssl_ import create_urllib3_context

from store.backends import opening
from store.errors import NetError
from store.messages import Message, template
from store.net.connections import BoundTLS
from store.net.headers import said

_BY_CODE = {
    10: template("it has expired; until its owner renews it, try http://"),
    9: template("it is not valid yet; is this machine's clock right?"),
    62: template("it was made for another host; look at the spelling, or try http://"),
    64: template("it was made for another host; look at the spelling, or try http://"),
}
"""What is wrong with a certificate, by OpenSSL's code (X509_STORE_CTX_get_error(3))."""

_UNKNOWN = {2, 18, 19, 20, 21, 27}
_STRANGER = template(
    "nobody whom this machine trusts has signed it; if you do, give it in a PEM file with "
    "--certificate, else try http://"
)

_OTHERWISE = template("it is not sound ({why}); try http://")

_KEY, _MOST = b"PRIVATE KEY-----", 2**20
"""How a key begins in a PEM file (RFC 7468, 10), and bytes of such a file."""

_NO_TLS = template("no TLS is spoken there; try http://")
_PLAIN = {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"}
"""OpenSSL's reasons where it was answered with something else."""

_TOO_OLD = template("no TLS that is still safe is spoken there ({why}); try http://")


def context(certificate: str) -> ssl.SSLContext:
    """Return what connections are made with: the system's authorities are trusted.

    So is who shows what is in the PEM file `certificate`, if there is one; where it holds a key,
    servers that ask who we are are shown the certificate of it. Raises NetError when it cannot be
    read.
    """
    made = create_urllib3_context()
    made.sslsocket_class = BoundTLS
    made.load_default_certs()
    if certificate:
        try:
            file = Path(certificate).expanduser()
            made.load_verify_locations(file)
            if _KEY in opening.read(file, _MOST):
                made.load_cert_chain(file, password="")  # a key that is locked is asked for nobody
        except (OSError, ValueError) as error:
            raise NetError(
                "{file}: no certificate can be read here ({why}); one in PEM form is wanted.",
                "file",
                file=certificate,
                why=error,
            ) from error
        made.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        made.verify_flags &= ~ssl.VERIFY_X509_STRICT  # who makes one alone makes it simple
    return made


def ended(error: BaseException) -> bool:
    """Return whether `error` says no more than that the connection has ended."""
    return isinstance(_original(error), ssl.SSLEOFError)


def fault(error: BaseException, url: str, host: str) -> NetError:
    """Return what `error` says about the TLS of `host`, with the way out."""
    found = _original(error)
    if isinstance(found, ssl.SSLCertVerificationError):
        known = _STRANGER if found.verify_code in _UNKNOWN else _BY_CODE.get(found.verify_code)
        return NetError(
            "{url}: the certificate of {host} cannot be trusted: {why}.",
            "tls",
            url=url,
            host=host,
            why=Message(known) if known else Message(_OTHERWISE, {"why": found.verify_message}),
        )
    reason = getattr(found, "reason", "") or said(str(found))
    why = Message(_NO_TLS) if reason in _PLAIN else Message(_TOO_OLD, {"why": reason})
    return NetError("{url}: no safe connection: {why}.", "tls", url=url, why=why)


def _original(error: BaseException) -> BaseException:
    """Return the error of OpenSSL that is the cause of `error`."""
    while not isinstance(error, ssl.SSLError):
        within = next((each for each in error.args if isinstance(each, Exception)), None)
        below = within or error.__cause__ or error.__context__
        if below is None:
            break
        error = below
    return error
