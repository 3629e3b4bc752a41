"""What `papergarden explain` says: where each field came from, what was merged, what was tagged."""

from collections.abc import Iterable, Iterator

from papergarden.model import Library, Paper, Provenance, Tag
from papergarden.text.ids import parse_arxiv, parse_doi

Reason = tuple[Tag, str, str]
"""A tag, the rule that gave it, and the words that the rule saw."""


def find_papers(library: Library, query: str) -> list[Paper]:
    """The papers that a key, an arXiv id, a DOI, or else words of a title name."""
    arxiv = parse_arxiv(query)
    names = {query.strip().strip("/").removeprefix("papers/"), arxiv[0] if arxiv else "", parse_doi(query)}
    names -= {"", None}
    exact = [
        paper
        for paper in library.papers
        if names & {paper.key, paper.arxiv_id or None, paper.doi or None, *paper.aliases}
    ]
    wanted = [word for word in map(_letters, query.split()) if word]
    return exact or [
        paper for paper in library.papers if wanted and all(word in _letters(paper.title) for word in wanted)
    ]


def _letters(text: str) -> str:
    """Letters and digits alone, so that ``h2o`` is in ``H$_2$O``."""
    return "".join(filter(str.isalnum, text.casefold()))


def explain_paper(library: Library, paper: Paper, reasons: Iterable[Reason]) -> str:
    """Everything that is known of how a paper came to be what it is, for a person at a terminal."""
    lines = [paper.title or "(no title)", f"  {paper.url}", ""]
    lines += ["Listed in", *(f"  {r.source}  ({r.reader}, as {r.ref})" for r in paper.records), ""]
    if paper.matches:
        lines += ["Linked because", *(f"  {line}" for line in _matches(paper)), ""]
    lines += ["Fields", *_fields(paper), ""]
    lines += ["Tags", *(f"  {tag.name}  ({tag.kind}): {rule}: {text}" for tag, rule, text in reasons), ""]
    names = {other.key: other.title for other in library.papers}
    lines += ["Related", *(f"  {key}  {names[key]}" for key in paper.related)]
    return "\n".join(lines) + "\n"


def _matches(paper: Paper) -> Iterator[str]:
    for match in paper.matches:
        yield f"{match.left} and {match.right}: {match.verdict}: {match.rule} ({match.evidence})"


def _fields(paper: Paper) -> Iterator[str]:
    for name, provenance in sorted(paper.provenance.items()):
        yield f"  {name}: {_short(getattr(paper, name))}"
        yield from (f"      {line}" for line in _provenance(provenance))


def _provenance(provenance: Provenance) -> Iterator[str]:
    yield f"{provenance.origin} in {provenance.source}"
    for repair in provenance.repairs:
        yield f"mended ({repair.rule}): {repair.before!r} → {repair.after!r}"
    for source, value in provenance.others:
        yield f"otherwise in {source}: {_short(value)}"


def _short(value: object) -> str:
    """A value on one line of at most 100 characters."""
    if isinstance(value, tuple):
        shown = ", ".join(str(getattr(item, "name", getattr(item, "url", item))) for item in value)
    else:
        shown = " ".join(str(value).split())
    return shown if len(shown) <= 100 else f"{shown[:99]}…"
