"""The open scholarly services: asked politely, answered as entries.

arXiv (info.arxiv.org/help/api): at most one request in three seconds, answers are Atom feeds. Crossref
(api.crossref.org): its polite pool wants a user agent that says who asks, answers are JSON. Every question
is a GET, and what comes back is read by the readers of the same formats saved to disk.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests

from papergarden import __version__
from papergarden.model import Entry, Seed
from papergarden.readers import crossref, feeds

TIMEOUT = 30.0
TRIES = 5
LONGEST_WAIT = 300.0
"""A service that wants us to wait longer than this many seconds is left for another day."""
BUSY = frozenset({429, 500, 502, 503, 504})


ARXIV = "https://export.arxiv.org/api/query"
CROSSREF = "https://api.crossref.org/works"


class UnreachableError(Exception):
    """The service did not answer, or only with refusals; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries of an answer, and whether it came whole, so that what is not in it is not there."""

    entries: tuple[Entry, ...]
    whole: bool


@dataclass(slots=True)
class Service:
    """One service: its address, the pause in seconds that it asks for between requests, who is asking."""

    address: str
    pause: float
    contact: str = ""
    backoff: float = 2.0
    session: requests.Session = field(default_factory=requests.Session)
    last: float = -1e9

    def get(self, parameters: dict[str, str]) -> tuple[int, str]:
        """Status and text of the answer; raises ``UnreachableError`` after five tries or a long wait."""
        for attempt in range(TRIES):
            self._wait(self.last + self.pause - time.monotonic())
            try:
                answer = self.session.get(
                    self.address, params=parameters, headers={"User-Agent": self._agent()}, timeout=TIMEOUT
                )
                self.last = time.monotonic()
                if answer.status_code not in BUSY:
                    return answer.status_code, answer.content.decode("utf-8", "replace")
                why, wait = (
                    f"it answers {answer.status_code}",
                    retry_after(answer.headers.get("Retry-After", "")),
                )
            except requests.RequestException as error:
                self.last = time.monotonic()
                why, wait = _reason(error), 0.0
            if wait > LONGEST_WAIT:
                raise UnreachableError(f"{self.address}: {why}, and wants {wait:.0f} seconds of patience.")
            if attempt + 1 < TRIES:
                self._wait(max(wait, self.backoff * 2**attempt))
        raise UnreachableError(f"{self.address}: {why}, after {TRIES} tries.")

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            time.sleep(seconds)

    def _agent(self) -> str:
        """One name for all that we ask, with the place where we can be found."""
        return f"papergarden/{__version__}" + (f" (+{self.contact})" if self.contact else "")


def _reason(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout):
        return f"no answer within {TIMEOUT:.0f} seconds"
    if isinstance(error, requests.ConnectionError):
        return "there is no connection to it (offline?)"
    return f"the request failed ({type(error).__name__})"


def retry_after(value: str) -> float:
    """The seconds that a ``Retry-After`` header asks for, as a number or a date (RFC 9110); 0 if none."""
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def arxiv_by_id(service: Service, ids: Sequence[str]) -> Answer:
    """The papers with those ids. Where one id spoils the request, the others are asked for by halves."""
    status, text = service.get({"id_list": ",".join(ids), "max_results": str(len(ids))})
    if status == 400 and len(ids) > 1:
        halves = [arxiv_by_id(service, part) for part in (ids[: len(ids) // 2], ids[len(ids) // 2 :])]
        return Answer(tuple(entry for half in halves for entry in half.entries), all(h.whole for h in halves))
    return _feed(text)


def arxiv_by_words(service: Service, where: str, words: Sequence[str]) -> Answer:
    """At most five papers with all of the words in ``ti`` (title) or ``abs`` (abstract)."""
    query = " AND ".join(f"{where}:{word}" for word in words)
    return _feed(service.get({"search_query": query, "max_results": "5"})[1])


def _feed(text: str) -> Answer:
    """The entries of an Atom answer; arXiv tells errors as an entry of its own, which has no arXiv id."""
    readings = feeds.read(Seed("arxiv", text.replace("\r\n", "\n")))
    found = tuple(one for one in readings if isinstance(one, Entry) and one.arxiv_id)
    return Answer(found, text.rstrip().endswith("</feed>"))


def crossref_by_doi(service: Service, dois: Sequence[str]) -> Answer:
    """The works with those DOIs."""
    filters = ",".join(f"doi:{doi}" for doi in dois)
    status, text = service.get({"filter": filters, "rows": str(len(dois))})
    readings = crossref.read(Seed("crossref", text))
    found = tuple(one for one in readings if isinstance(one, Entry) and one.doi)
    return Answer(found, status == 200 and text.rstrip().endswith("}"))
