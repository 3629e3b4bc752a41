"""Ask the open scholarly services for what the seeds lack, and save the answers as seeds of their own.

An answer is kept only if it is about the paper that was asked for: it has the id, and neither title nor
abstract contradicts. For a paper without any id the abstracts must agree; else a person decides.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from rapidfuzz import fuzz

from papergarden.model import Entry, Library, Paper
from papergarden.services import (
    Answer,
    Service,
    arxiv_by_id,
    arxiv_by_words,
    crossref_by_doi,
)
from papergarden.text.ids import parse_arxiv, parse_doi
from papergarden.text.names import fold

BATCH = 50
CONTRADICTS = 60.0
"""Titles or abstracts that are less alike (token set ratio, 0 to 100) are of two papers."""
AGREES = 80.0
"""Abstracts that are as much alike (token sort ratio) are of one paper, revised perhaps."""
WORD = re.compile(r"[^\W\d_]{4,}")
MOST_WORDS = 8
PATIENCE_DAYS = 30
"""How long a service's "not known" is believed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The papers that lack something, by the best way to ask for them."""

    arxiv: tuple[Paper, ...]
    doi: tuple[Paper, ...]
    words: tuple[Paper, ...]


@dataclass(slots=True)
class Outcome:
    """What became of the questions, as a person wants to read it."""

    saved: int = 0
    unknown: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)


def wanted(library: Library) -> Wanted:
    """The papers whose title, authors, abstract or date no seed states, and which service knows them."""
    lacking = [paper for paper in library.papers if _lacks(paper)]
    return Wanted(
        arxiv=tuple(paper for paper in lacking if paper.arxiv_id),
        doi=tuple(paper for paper in lacking if paper.doi and not paper.arxiv_id),
        words=tuple(paper for paper in lacking if not paper.doi and not paper.arxiv_id),
    )


def _lacks(paper: Paper) -> bool:
    complete = paper.title and paper.authors and paper.authors_complete and paper.abstract and paper.date
    inferred = {name for name, one in paper.provenance.items() if one.origin == "inferred"}
    return not complete or bool(inferred & {"title", "date"}) or bool(paper.arxiv_id and not paper.categories)


class Ledger:
    """The answers of one service: a seed that grows by a line an answer, and beside it what was not known."""

    def __init__(self, path: Path, today: date) -> None:
        self.path, self.today = path, today
        self.misses = path.with_name(f".{path.stem}.unknown.jsonl")
        self.answered = {self._name(row) for row in _rows(path)}
        self.unknown = {
            str(row["id"])
            for row in _rows(self.misses)
            if (today - date.fromisoformat(str(row["asked"]))).days < PATIENCE_DAYS
        }

    def _name(self, row: dict[str, object]) -> str:
        return str(row.get("asked_for") or row.get("arxiv_id") or row.get("doi"))

    def open(self, name: str) -> bool:
        """Whether this has still to be asked."""
        return name not in self.answered and name not in self.unknown

    def save(self, answers: Iterable[tuple[str, Entry]], unknown: Iterable[str], service: str) -> int:
        """Append answers, each under the name it was asked by, and names that the service does not know."""
        rows = [_row(entry) | self._origin(service, name) for name, entry in answers]
        _append(self.path, rows)
        _append(self.misses, [{"id": name, "asked": self.today.isoformat()} for name in unknown])
        return len(rows)

    def _origin(self, service: str, name: str) -> dict[str, object]:
        return {
            "origin": "enriched",
            "service": service,
            "asked": self.today.isoformat(),
            "asked_for": name,
        }


def _rows(path: Path) -> Iterator[dict[str, object]]:
    """The rows that were saved whole; a run that was killed while writing leaves a broken last line."""
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        path.write_text(whole, encoding="utf-8", newline="\n")
    yield from (json.loads(line) for line in whole.split("\n") if line)


def _append(path: Path, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _row(entry: Entry) -> dict[str, object]:
    """An entry under the names that the reader of JSON lines knows."""
    row: dict[str, object] = {
        "arxiv_id": entry.arxiv_id,
        "doi": entry.doi,
        "title": " ".join(entry.title.split()),
        "authors": list(entry.authors),
        "abstract": " ".join(entry.abstract.split()),
        "categories": list(entry.categories),
        "date": entry.date,
        "venue": entry.venue,
        "url": next((link.url for link in entry.links if link.kind == "page"), ""),
    }
    return {name: value for name, value in row.items() if value}


def enrich(
    library: Library,
    folder: Path,
    arxiv: Service,
    crossref: Service,
    today: date,
    step: Callable[[int], object] = lambda _: None,
) -> Outcome:
    """Ask for everything wanted and not yet asked; ``step`` hears how many papers are done.

    Each batch is saved before the next is asked for, so a run can be ended and taken up at any moment.
    Raises ``UnreachableError`` where a service gives no answer; what was saved until then stays.
    """
    outcome, want = Outcome(), wanted(library)
    by_id = {paper.arxiv_id: paper for paper in want.arxiv}
    by_doi = {paper.doi: paper for paper in want.doi}
    ledger = Ledger(folder / "arxiv.jsonl", today)
    for batch in _batches(filter(ledger.open, by_id)):
        answer = arxiv_by_id(arxiv, batch)
        named = [((parse_arxiv(entry.arxiv_id) or ("", None))[0], entry) for entry in answer.entries]
        _settle(outcome, ledger, arxiv.address, batch, answer, _accepted(outcome, by_id, named, batch))
        step(len(batch))
    for paper in (paper for paper in want.words if ledger.open(paper.key)):
        _by_words(outcome, ledger, arxiv, paper)
        step(1)
    ledger = Ledger(folder / "crossref.jsonl", today)
    for batch in _batches(filter(ledger.open, by_doi)):
        answer = crossref_by_doi(crossref, batch)
        named = [(parse_doi(entry.doi) or "", entry) for entry in answer.entries]
        _settle(outcome, ledger, crossref.address, batch, answer, _accepted(outcome, by_doi, named, batch))
        step(len(batch))
    return outcome


def _batches(names: Iterable[str]) -> Iterator[list[str]]:
    left = iter(names)
    while batch := list(islice(left, BATCH)):
        yield batch


def _accepted(
    outcome: Outcome, papers: dict[str, Paper], named: Iterable[tuple[str, Entry]], batch: Sequence[str]
) -> list[tuple[str, Entry]]:
    """The answers that are about a paper that was asked for; the first for each."""
    accepted: dict[str, Entry] = {}
    for name, entry in named:
        if name not in batch or contradicts(papers[name], entry):
            outcome.refused.append(f"{name}: the answer is about another paper, “{entry.title}”")
        else:
            accepted.setdefault(name, entry)
    return list(accepted.items())


def _settle(
    outcome: Outcome,
    ledger: Ledger,
    service: str,
    batch: Sequence[str],
    answer: Answer,
    accepted: Sequence[tuple[str, Entry]],
) -> None:
    """Save a batch; what a whole answer does not have, the service does not know."""
    missing = [name for name in batch if name not in dict(accepted)] if answer.whole else []
    outcome.saved += ledger.save(accepted, missing, service)
    outcome.unknown += missing


def _by_words(outcome: Outcome, ledger: Ledger, arxiv: Service, paper: Paper) -> None:
    """Look a paper without any id up by its title, else by its abstract."""
    stated = paper.title if paper.title_origin != "inferred" else ""
    words = list(dict.fromkeys(WORD.findall(stated or paper.abstract)))[:MOST_WORDS]
    answer = arxiv_by_words(arxiv, "ti" if stated else "abs", words) if words else Answer((), True)
    agreed = [entry for entry in answer.entries if agrees(paper, entry)]
    if len(agreed) != 1:
        outcome.candidates += [
            f"- {{same: [{json.dumps(paper.records[0].ref)}, arxiv:{entry.arxiv_id}]}}  # {entry.title}"
            for entry in agreed or answer.entries
        ]
    missing = [paper.key] if answer.whole and len(agreed) != 1 else []
    outcome.saved += ledger.save([(paper.key, agreed[0])] if len(agreed) == 1 else [], missing, arxiv.address)
    outcome.unknown += missing


def contradicts(paper: Paper, entry: Entry) -> bool:
    """Whether what is known of the paper and the answer speak of two papers: all that both state differs."""
    stated = paper.title if paper.title_origin != "inferred" else ""
    pairs = [(stated, entry.title), (paper.abstract, entry.abstract)]
    alike = [fuzz.token_set_ratio(fold(one), fold(two)) for one, two in pairs if one and two]
    return bool(alike) and max(alike) < CONTRADICTS


def agrees(paper: Paper, entry: Entry) -> bool:
    """Whether both have an abstract and it is the same, revised perhaps."""
    alike = fuzz.token_sort_ratio(fold(paper.abstract), fold(entry.abstract))
    return bool(paper.abstract and entry.abstract) and alike >= AGREES


def outcome_report(outcome: Outcome) -> str:
    """What a run found, for a person; what only a person can decide comes as lines for decisions.yml."""
    lines = [f"{outcome.saved:,} answers saved."]
    for title, items in (
        ("Not known to the services", outcome.unknown),
        ("Refused", outcome.refused),
        ("Perhaps the same; put the right line into seeds/decisions.yml", outcome.candidates),
    ):
        lines += [f"{title}:", *(f"  {item}" for item in items)] if items else []
    return "\n".join(lines) + "\n"
