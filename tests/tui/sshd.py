"""An sshd of our own on loopback, and the client that comes to it."""

import getpass
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

SSHD = which("sshd") or "/usr/sbin/sshd"
MISSING = [name for name in ("ssh", "ssh-keygen", SSHD) if not which(name)]


def free_port() -> int:
    """Return a port of loopback that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def sshd(folder: Path, *lines: str, before_key: str = "") -> Iterator[int]:
    """Run an sshd that lets ourselves in, its files in `folder`; give its port.

    `lines` stand first in its configuration, `before_key` before our key.
    """
    port = free_port()
    for name in ("host", "key"):
        making = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(making, check=True)
    (folder / "authorized").write_text(before_key + (folder / "key.pub").read_text())
    configuration = folder / "sshd_config"
    lines = (
        *lines, f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", "PidFile none",
        f"AuthorizedKeysFile {folder}/authorized", "StrictModes no", "PermitRootLogin yes",
        "PasswordAuthentication no", "UsePAM no", "UseDNS no", "PrintMotd no", "PrintLastLog no",
    )  # fmt: skip
    configuration.write_text("\n".join(lines) + "\n")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [SSHD, "-D", "-e", "-f", str(configuration)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            while "listening" not in (said := server.stderr.readline()):
                if not said:
                    raise OSError(f"{SSHD} ended with exit status {server.wait()}")
            yield port
        finally:
            server.terminate()


def client(folder: Path, port: int, *words: str) -> list[str]:
    """Return the command that comes to `port` with a terminal; `words` are options of ssh's."""
    quiet = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR",
             "BatchMode=yes", "IdentitiesOnly=yes", "IdentityAgent=none")  # fmt: skip
    options = [word for option in quiet for word in ("-o", option)]
    named = ["-F", "none", "-tt", "-i", str(folder / "key"), "-p", str(port)]
    return ["ssh", *named, *options, *words, f"{getpass.getuser()}@127.0.0.1"]
