"""Whoever waits for an archive's lock is told for whom, and gives up."""

import pytest

from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.seen import Seen
from store.errors import HeldError
from store.messages import Message
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]


def test_who_waits_is_told_for_whom(cluster: Cluster, archive: PostgresFiles) -> None:
    told = list[Message]()
    waiting = PostgresFiles(Seen(cluster.address()), waiting=told.append, patience=0.8)
    sentence = r"\(process \d+\) has been writing here"
    with archive.lock(), pytest.raises(HeldError, match=sentence), waiting.lock():
        pass
    assert [each.template for each in told] == ["{file}: {holder}; waiting."]


def test_one_of_whom_a_role_may_not_know_is_another(
    cluster: Cluster, archive: PostgresFiles
) -> None:
    keeper = PostgresFiles(Seen(cluster.address(user="ye")), patience=0.05)
    with archive.lock(), pytest.raises(HeldError, match="another dubao is writing"), keeper.lock():
        pass
