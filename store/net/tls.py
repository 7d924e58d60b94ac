"""Whom we trust, and what it means when we do not."""

import ssl
from pathlib import Path

from urllib3.util.ssl_ import create_urllib3_context

from store.errors import NetError
from store.hostile import readable
from store.messages import Message, template

_BY_CODE = {
    10: template("it has expired; until its owner renews it, try http://"),
    9: template("it is not valid yet; is this machine's clock right?"),
    62: template("it was made for another host; look at the spelling, or try http://"),
    64: template("it was made for another host; look at the spelling, or try http://"),
}
"""What is wrong with a certificate, by OpenSSL's code (X509_STORE_CTX_get_error(3))."""

_UNKNOWN = template(
    "nobody whom this machine trusts has signed it; if you do, give it in a PEM file with "
    "--certificate, else try http://"
)

_BY_REASON = {
    "WRONG_VERSION_NUMBER": template("no TLS is spoken there; try http://"),
    "HTTP_REQUEST": template("no TLS is spoken there; try http://"),
}
_TOO_OLD = template("no TLS that is still safe is spoken there ({why}); try http://")


def context(certificate: str) -> ssl.SSLContext:
    """Return what connections are made with: the system's authorities are trusted.

    So is who shows what is in the PEM file `certificate`, if there is one. Raises NetError when it
    cannot be read.
    """
    made = create_urllib3_context()
    made.load_default_certs()
    if certificate:
        try:
            made.load_verify_locations(Path(certificate).expanduser())
        except (OSError, ValueError) as error:  # ssl's own errors are of the system's
            raise NetError(
                "{file}: no certificate can be read here ({why}); one in PEM form is wanted.",
                "file",
                file=certificate,
                why=getattr(error, "strerror", "") or str(error),
            ) from error
        made.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return made


def fault(error: BaseException, url: str, host: str) -> NetError:
    """Return what `error` says about the TLS of `host`, with the way out."""
    found = _original(error)
    if isinstance(found, ssl.SSLCertVerificationError):
        return NetError(
            "{url}: the certificate of {host} cannot be trusted: {why}.",
            "tls",
            url=url,
            host=host,
            why=Message(_BY_CODE.get(found.verify_code, _UNKNOWN)),
        )
    reason = getattr(found, "reason", "") or str(found)
    known = _BY_REASON.get(reason)
    why = Message(known) if known else Message(_TOO_OLD, {"why": readable(reason)})
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
