"""SSH keys: the server's own, and those of its guests."""

from pathlib import Path

import asyncssh

from store.backends import atomic, opening
from store.backends.locking import held
from store.errors import DubaoError
from tui.language import N_, _

MOST = 4 * 2**20
"""Bytes of a file of keys at most: those of some 40,000 guests."""


def host_key(path: Path) -> asyncssh.SSHKey:
    """Return the server's key in `path`; if it is missing it is made, readable by its owner alone.

    Raises DubaoError if it cannot be read or written.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with held(path.with_name(f".{path.name}.lock"), mode=atomic.PRIVATE):
                if not path.exists():  # another first start may have made it meanwhile
                    made = asyncssh.generate_private_key("ssh-ed25519", comment="dubao")
                    atomic.write(path, made.export_private_key(), mode=atomic.PRIVATE)
        return asyncssh.import_private_key(opening.read(path, MOST))
    except (OSError, asyncssh.KeyImportError) as error:
        raise DubaoError(N_("{file}: no key of a host ({why})."), file=path, why=error) from error


def guests_in(path: Path) -> frozenset[bytes]:
    """Return the public keys in `path`: one a line, as in OpenSSH's ``id_….pub`` files.

    Raises DubaoError if they cannot be read, if a line is not a key, or if there are none.
    """
    try:
        lines = opening.read(path, MOST).decode("utf-8").splitlines()
    except FileNotFoundError as error:
        raise DubaoError(_("{file}: there is no file of public keys.").format(file=path)) from error
    except (OSError, ValueError) as error:
        raise DubaoError(N_("{file}: no public keys ({why})."), file=path, why=error) from error
    keys = set()
    for number, line in enumerate((line.strip() for line in lines), 1):
        if not line or line[0] == "#":
            continue
        try:
            keys.add(asyncssh.import_public_key(line).public_data)
        except ValueError as error:
            sentence = _("{file}, line {line}: no public key; one a line, without options.")
            raise DubaoError(sentence.format(file=path, line=number)) from error
    if not keys:
        raise DubaoError(N_("{file}: no public keys ({why})."), file=path, why=_("none"))
    return frozenset(keys)
