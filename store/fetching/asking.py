"""What the fetch of one subscription may ask: the web in its own way, and workers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from queue import LifoQueue
from typing import Self
from urllib.parse import urlencode

import msgspec

from store.errors import DubaoError, NetError
from store.imports.pipeline import read_one
from store.imports.sources import Fetched, Loaded, Reading
from store.net.addresses import parse
from store.net.client import Client, Request, Response
from store.net.credentials import Credentials
from store.net.pace import PAUSE
from store.net.robots import crawl_delay
from store.press.leads import Leads
from store.processes import Worker, cores
from store.subscriptions.models import Subscription

MOST_STEPS = 4
"""Pages that may do nothing but lead on, one after another, before one that shows something."""


class Workers:
    """As many workers as there are cores, for any number of threads; they end with the block."""

    def __init__(self, size: int = 0) -> None:
        self._all = [Worker() for _ in range(size or cores())]
        self._idle: LifoQueue[Worker] = LifoQueue()
        for worker in self._all:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._all:
            worker.close()

    @contextmanager
    def one(self) -> Iterator[Worker]:
        """Give a worker, as soon as one is idle."""
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)


class Asker:
    """Asks in the way of one subscription, at the moment `now`."""

    def __init__(
        self,
        subscription: Subscription,
        client: Client,
        workers: Workers,
        now: datetime,
        credentials: Credentials | None = None,
    ) -> None:
        self.subscription = subscription
        self.now = now
        self._client = client
        self._workers = workers
        self._credentials = credentials or Credentials()
        self._request = self._as_subscribed()

    def _as_subscribed(self) -> Request:
        """Return a request of the subscription's address. Raises DubaoError for lost secrets."""
        own = self.subscription
        return Request(
            self._credentials.with_login(own.credentials, own.address),
            agent=own.agent,
            proxy=self._credentials.proxy(own.proxy),
            cookies=self._credentials.cookies(own.cookies),
            certificate=own.certificate,
            allow_private=own.allow_private,
            pause=PAUSE if own.pause is None else own.pause,
        )

    @property
    def pause(self) -> float:
        """The seconds for which a host is left alone between two requests."""
        return self._request.pause

    def mind_robots(self) -> float:
        """Leave hosts alone as long as the site asks, and return the pause in seconds.

        Only a pause that the subscriber has set overrules that.
        """
        if self.subscription.pause is None:
            asked = crawl_delay(self._client, self._request)
            self._request = replace(self._request, pause=max(PAUSE, asked))
        return self._request.pause

    def get(self, url: str = "", etag: str = "", modified: str = "") -> Response:
        """Return what stands at `url`, or at the subscription's address. Raises NetError."""
        where = self._with_login(url)
        return self._client.get(replace(self._request, url=where, etag=etag, modified=modified))

    def picture(self, url: str, most: int) -> bytes:
        """Return the picture at `url`, of `most` bytes. Raises NetError."""
        where = self._with_login(url)
        asked = replace(self._request, url=where, most=most, accept="image/*,*/*;q=0.5")
        return self._client.get(asked).body

    def _with_login(self, url: str) -> str:
        """Return `url`, ``""`` for the subscription's own, with the login for its origin alone."""
        own = self.subscription
        if url in ("", own.address):
            return self._request.url
        if own.credentials and parse(url).origin == parse(own.address).origin:
            return self._credentials.with_login(own.credentials, url)
        return url

    def entry(self, moved: str = "", etag: str = "", modified: str = "") -> Response:
        """Return what stands at the subscription's address, or where it has `moved` for good.

        Raises NetError; it says what to do where a login is wanted by another than it is kept for.
        """
        try:
            return self.get(moved, etag, modified)
        except NetError as error:
            own, there = self.subscription, str((error.message.fields or {}).get("url", ""))
            kept_for = parse(own.address).origin
            if error.code != "refused" or not own.credentials or parse(there).origin == kept_for:
                raise
            raise NetError(
                "{url}: the server there refuses it. {origin} leads there, and the login that is "
                "kept is told to {origin} alone. If the new place is trustworthy, give it the "
                "login: dubao subscribe --edit {name} --address https://USER:PASSWORD@…",
                "refused",
                status=error.status,
                url=there,
                origin=kept_for,
                name=own.name,
            ) from error

    def body(self, url: str) -> bytes:
        """Return the bytes of what stands at `url`. Raises NetError."""
        return self.get(url).body

    def post(self, url: str, told: object, **headers: str) -> Response:
        """Return what a program at `url` answers when it is `told` something. Raises NetError."""
        return self._post(url, msgspec.json.encode(told), "application/json", headers)

    def post_form(self, url: str, told: Mapping[str, str], **headers: str) -> Response:
        """Return what a program at `url` answers to a form that is filled in. Raises NetError."""
        kind = "application/x-www-form-urlencoded; charset=UTF-8"
        return self._post(url, urlencode(told).encode(), kind, headers)

    def _post(self, url: str, body: bytes, kind: str, headers: Mapping[str, str]) -> Response:
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        said["Content-Type"] = kind
        asked = replace(self._request, url=url, body=body, headers=tuple(said.items()))
        return self._client.get(asked)

    def look(self, response: Response) -> Leads:
        """Return what an answer leads to. Raises DubaoError for what cannot be looked into."""
        with self._workers.one() as worker:
            leads = worker.ask("look_into", Fetched(response.body, response.url), Leads)
        if leads.refusal:
            raise DubaoError(leads.refusal)
        return leads

    def follow(self, response: Response) -> tuple[Response, Leads]:
        """Return where an answer leads in the end, and what that leads to. Raises DubaoError."""
        for _ in range(MOST_STEPS):
            leads = self.look(response)
            if not leads.sends_on:
                return response, leads
            response = self.get(leads.sends_on)
        raise DubaoError(
            "{url}: this page leads on from one to another without an end.",
            url=self.subscription.address,
        )

    def read(self, source: Loaded) -> Reading:
        """Return what the press reads in `source`."""
        with self._workers.one() as worker:
            return read_one(worker, source)
