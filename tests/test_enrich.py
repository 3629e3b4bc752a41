"""Enrichment against a server here that answers as the services document, well and badly."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

import pytest

from papergarden import __version__, services
from papergarden.enrich import Outcome, enrich, outcome_report, wanted
from papergarden.files import collect
from papergarden.model import Library, Settings
from papergarden.pipeline import assemble
from papergarden.project import site_source
from papergarden.services import Service, UnreachableError, retry_after

TODAY = date(2026, 1, 2)
ABSTRACT = (
    "We watch a kettle for an hour and report, minute by minute, what it does and what we felt about it."
)
Reply = tuple[int, dict[str, str], str]
KNOWN = {
    "2401.00001": ("On Watched Kettles", ABSTRACT),
    "2401.00002": ("On Gardens", "Gardens grow while nobody looks at them."),
    "2401.00009": ("A Kettle, Watched", ABSTRACT + " In this version we add tea."),
}


def atom(*ids: str) -> str:
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{one}v1</id><title>{escape(KNOWN[one][0])}</title>"
        f"<summary>{escape(KNOWN[one][1])}</summary><published>2024-01-02T00:00:00Z</published>"
        f"<author><name>Ada Example</name></author><category term='cs.LG'/></entry>"
        for one in ids
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>"


class Server:
    """A service on a port of this machine; ``replies`` are sent first, then ``answer`` decides."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.asked: list[dict[str, str]] = []
        self.agents: set[str] = set()
        self.answer: Callable[[dict[str, str]], Reply] = self.arxiv
        handler = self._handler()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/query"

    def arxiv(self, query: dict[str, str]) -> Reply:
        if "search_query" in query:
            return 200, {}, atom("2401.00009")
        ids = query["id_list"].split(",")
        if any(not one[0].isdigit() for one in ids):
            return 400, {}, "<feed><entry><id>http://arxiv.org/api/errors#incorrect_id</id></entry></feed>"
        return 200, {}, atom(*(one for one in ids if one in KNOWN))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = {name: value[0] for name, value in parse_qs(urlsplit(self.path).query).items()}
                outer.asked.append(query)
                outer.agents.add(self.headers["User-Agent"])
                status, headers, text = outer.replies.pop(0) if outer.replies else outer.answer(query)
                with suppress(BrokenPipeError, ConnectionResetError):  # who asked may have gone
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.server.shutdown()
    one.server.server_close()


def library(tmp_path: Path, *rows: Mapping[str, object]) -> Library:
    (tmp_path / "seeds").mkdir(exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "seeds" / "list.jsonl").write_text(text, encoding="utf-8")
    source = site_source()
    return assemble(collect(Settings(tmp_path / "seeds", source / "topics.yml", source / "templates")))


def run(tmp_path: Path, server: Server, collection: Library) -> Outcome:
    service = Service(server.address, 0.0, "https://example.org/repo", backoff=0.0)
    return enrich(collection, tmp_path / "seeds" / "enriched", service, service, TODAY)


def saved(tmp_path: Path, name: str = "arxiv") -> list[dict[str, object]]:
    path = tmp_path / "seeds" / "enriched" / f"{name}.jsonl"
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )


def test_what_is_missing_is_asked_and_becomes_a_seed(tmp_path: Path, server: Server) -> None:
    collection = library(
        tmp_path, {"arxiv_id": "2401.00001"}, {"arxiv_id": "2401.00002", "title": "On Gardens"}
    )
    outcome = run(tmp_path, server, collection)
    assert outcome.saved == 2
    assert [query["id_list"] for query in server.asked] == ["2401.00001,2401.00002"]
    assert server.agents == {f"papergarden/{__version__} (+https://example.org/repo)"}
    row = saved(tmp_path)[0]
    assert (row["title"], row["origin"], row["asked"]) == ("On Watched Kettles", "enriched", "2026-01-02")
    after = assemble(collect(Settings(tmp_path / "seeds", site_source() / "topics.yml", site_source())))
    assert [(paper.title, paper.title_origin) for paper in after.papers] == [
        ("On Watched Kettles", "enriched"),
        ("On Gardens", "stated"),
    ]


def test_nothing_is_asked_twice(tmp_path: Path, server: Server) -> None:
    collection = library(tmp_path, {"arxiv_id": "2401.00001"}, {"arxiv_id": "2401.07777"})
    assert run(tmp_path, server, collection).unknown == ["2401.07777"]
    assert run(tmp_path, server, collection) == Outcome()
    assert len(server.asked) == 1


def test_a_run_that_was_killed_while_writing_is_taken_up(tmp_path: Path, server: Server) -> None:
    collection = library(tmp_path, {"arxiv_id": "2401.00001"}, {"arxiv_id": "2401.00002"})
    path = tmp_path / "seeds" / "enriched" / "arxiv.jsonl"
    path.parent.mkdir()
    path.write_text(
        '{"arxiv_id": "2401.00001", "title": "x", "origin": "enriched"}\n{"arxiv_id": "2401.0', "utf-8"
    )
    assert run(tmp_path, server, collection).saved == 1
    assert [row["arxiv_id"] for row in saved(tmp_path)] == ["2401.00001", "2401.00002v1"]


def test_an_answer_about_another_paper_is_refused(tmp_path: Path, server: Server) -> None:
    stated = {"arxiv_id": "2401.00002", "title": "Quantum Chromodynamics at the Lattice"}
    outcome = run(tmp_path, server, library(tmp_path, stated))
    assert outcome.saved == 0
    assert outcome.refused == ["2401.00002: the answer is about another paper, “On Gardens”"]
    assert saved(tmp_path) == []
    server.answer = lambda query: (200, {}, atom("2401.00001"))
    (tmp_path / "seeds" / "enriched" / ".arxiv.unknown.jsonl").unlink()
    assert len(run(tmp_path, server, library(tmp_path, {"arxiv_id": "2401.00002"})).refused) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again(tmp_path: Path, server: Server, status: int) -> None:
    server.replies = [(status, {"Retry-After": "0"}, "later"), (status, {}, "")]
    assert run(tmp_path, server, library(tmp_path, {"arxiv_id": "2401.00001"})).saved == 1
    assert len(server.asked) == 3


def test_retry_after_is_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("papergarden.services.time.sleep", slept.append)
    server.replies = [(429, {"Retry-After": "7"}, "")]
    Service(server.address, 3.0, backoff=2.0).get({"id_list": "2401.00001"})
    assert slept[0] == 7
    assert 2 < slept[1] <= 3


def test_a_service_that_wants_a_day_is_left_alone(server: Server) -> None:
    server.replies = [(429, {"Retry-After": "86400"}, "")]
    with pytest.raises(UnreachableError, match="86400 seconds"):
        Service(server.address, 0.0).get({"id_list": "1"})
    assert len(server.asked) == 1


def test_a_service_that_does_not_answer_in_time_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    server.answer = lambda query: (200 if release.wait(30) else 504, {}, "")
    monkeypatch.setattr("papergarden.services.TIMEOUT", 0.05)
    with pytest.raises(UnreachableError, match="no answer within"):
        Service(server.address, 0.0, backoff=0.0).get({"id_list": "1"})
    release.set()
    assert len(server.asked) == services.TRIES


def test_retry_after_may_be_a_date_or_nonsense() -> None:
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert retry_after("soon") == 0
    assert retry_after("12") == 12


def test_offline_it_says_so_and_changes_nothing(tmp_path: Path) -> None:
    collection = library(tmp_path, {"arxiv_id": "2401.00001"})
    nowhere = Service("http://127.0.0.1:9/", 0.0, backoff=0.0)
    with pytest.raises(UnreachableError, match="offline"):
        enrich(collection, tmp_path / "seeds" / "enriched", nowhere, nowhere, TODAY)
    assert not (tmp_path / "seeds" / "enriched").exists()


def test_a_half_answer_is_used_and_the_rest_asked_again(tmp_path: Path, server: Server) -> None:
    collection = library(tmp_path, {"arxiv_id": "2401.00001"}, {"arxiv_id": "2401.00002"})
    whole = atom("2401.00001", "2401.00002")
    server.replies = [(200, {}, whole[: whole.index("Gardens")])]
    first = run(tmp_path, server, collection)
    assert (first.saved, first.unknown) == (1, [])
    assert run(tmp_path, server, collection).saved == 1


def test_one_bad_id_does_not_spoil_the_others(tmp_path: Path, server: Server) -> None:
    rows = [{"arxiv_id": one} for one in ("2401.00001", "2401.00002", "hep-th/9901001")]
    outcome = run(tmp_path, server, library(tmp_path, *rows))
    assert (outcome.saved, outcome.unknown) == (2, ["hep-th/9901001"])


def test_without_an_id_only_the_same_abstract_is_accepted(tmp_path: Path, server: Server) -> None:
    right = {"title": "A Kettle Watched", "abstract": ABSTRACT}
    wrong = {
        "title": "Another Kettle",
        "abstract": "This one is on the chemistry of tea in Georgian houses.",
    }
    outcome = run(tmp_path, server, library(tmp_path, right, wrong))
    assert [row["arxiv_id"] for row in saved(tmp_path)] == ["2401.00009v1"]
    assert len(outcome.candidates) == 1
    assert "arxiv:2401.00009" in outcome_report(outcome)


def test_dois_are_asked_of_crossref(tmp_path: Path, server: Server) -> None:
    item = {
        "DOI": "10.1234/KETTLE",
        "title": ["On Watched Kettles"],
        "author": [{"given": "Ada", "family": "Example"}],
        "issued": {"date-parts": [[2024, 1]]},
        "container-title": ["Journal of Examples"],
    }
    server.answer = lambda query: (
        200,
        {},
        json.dumps({"status": "ok", "message-type": "work-list", "message": {"items": [item]}}),
    )
    assert run(tmp_path, server, library(tmp_path, {"doi": "10.1234/kettle"})).saved == 1
    assert server.asked == [{"filter": "doi:10.1234/kettle", "rows": "1"}]
    assert saved(tmp_path, "crossref")[0]["venue"] == "Journal of Examples"


def test_a_paper_that_lacks_nothing_is_not_asked_for(tmp_path: Path) -> None:
    full = {
        "arxiv_id": "2401.00001", "title": "T", "authors": ["Ada Example"], "abstract": "A.",
        "date": "2024-01-02", "categories": ["cs.LG"],
    }  # fmt: skip
    want = wanted(library(tmp_path, full))
    assert (want.arxiv, want.doi, want.words) == ((), (), ())
