"""A cluster of tests ends with them, however they end."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.clusters import needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]

SESSION = """
import signal
from tests.clusters import running
with running() as cluster:
    print(cluster.port, cluster.folder, flush=True)
    signal.pause()
"""


def test_a_cluster_of_tests_that_are_killed_ends_and_its_folder_goes() -> None:
    session = subprocess.Popen([sys.executable, "-c", SESSION], stdout=subprocess.PIPE, text=True)
    assert session.stdout
    with session:
        port, folder = session.stdout.readline().split()
        session.kill()
    within = Path(folder).parent
    end = time.monotonic() + 60
    while within.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not within.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port)))
