"""Entries as printed become records: typed, repaired, every repair remembered, nothing lost."""

import math
import re
import string
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from papergarden.model import Entry, Finding, Link, Record, Repair, Source
from papergarden.model.entry import NOTHING
from papergarden.model.finding import Level
from papergarden.text import dates, ids, names, repair, sites, urls
from papergarden.text.categories import full_code

COMMENTS = ("Comments", "comments", "comment")
"""What arXiv's ``Comments:`` are called where they are kept."""
OPENING_WORDS = 8
"""How many words name a record that has no id."""

LAST_YEAR = "2099"
"""The last year that a date can have where nobody says which year it is."""

_ARCHIVE = re.compile(
    r"(?:astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|nlin|nucl-(?:ex|th)|physics|q-bio"
    r"|q-fin|quant-ph|stat|acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas"
    r"|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con)(?:\.[A-Z][A-Z]|\.[a-z]+(?:-[a-z]+)*)?"
)
_IN_BRACKETS = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_SEVERAL = re.compile(r"[;,|\s]+")
MARKS = re.compile(
    r"(?:\$?\^?\{?(?:[*†‡§¶∗✉♠♣♦♥⋆☆#]|\\dagger|\\ddagger|\\ast)+\}?\$?|\s?[\u00b9\u00b2\u00b3\u2070-\u2079]+"
    r"|\$\^\{?[\d,* ]+\}?\$|(?<=[a-z])\d{1,2}(?:, ?\d{1,2})*)+$"
)
OTHERS = re.compile(r"(?:\band\s+|,\s*)?\b(?:et\.? ?al\b\.?|others\b\.?)$|…$|\.\.\.$", re.IGNORECASE)

_LETTERS = frozenset(string.ascii_letters)


def forget() -> None:
    """Let go of names and values that many entries print, when all entries are clean."""
    _author.cache_clear()
    _of_many.cache_clear()


@dataclass(slots=True)
class _Notes:
    """What is written down while an entry is read: findings, repairs, values that could not be read."""

    entry: Entry
    findings: list[Finding] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    def find(self, level: Level, code: str, name: str, what: str, fix: str, text: str) -> None:
        line = self.entry.lines.get(name, self.entry.source.line)
        self.findings.append(Finding(level, code, Source(self.entry.source.seed, line), what, fix, text))

    def keep(self, name: str, value: str) -> None:
        """Keep a value that could not be read among the extras, under a name that is still free."""
        while name in self.entry.extra or name in self.unread:
            name += " (unread)"
        self.unread[name] = value


def clean(
    entry: Entry, known: Set[str] = repair.KNOWN, last_year: str = LAST_YEAR
) -> tuple[Record, tuple[Finding, ...]]:
    """The record that an entry states, and what in it could not be read.

    A date after ``last_year`` cannot be true; nothing here looks at a clock, so it has to be said.
    ``known`` is the collection's ``vocabulary``, by which words that ran together are told apart. Values that
    cannot be read stay in the record's ``extra``.
    """
    notes = _Notes(entry)
    title = _mended("title", entry.title, notes, known)
    abstract = _mended("abstract", entry.abstract, notes, known)
    found = _links(entry, abstract, notes)
    header = _header(entry)
    arxiv_id, version = _arxiv(entry, found, header, notes)
    doi = _doi(entry, found, notes)
    authors, complete = _authors(entry, notes)
    record = Record(
        source=entry.source,
        end=entry.end,
        reader=entry.reader,
        ref=_ref(entry.source, arxiv_id, doi, title or abstract),
        origin=entry.origin,
        title=title,
        authors=authors,
        authors_complete=complete,
        abstract=abstract,
        arxiv_id=arxiv_id,
        arxiv_version=version,
        doi=doi,
        date=_date(entry, last_year, notes) or header.get("date", ""),
        venue=_short("venue", entry.venue, notes),
        categories=_categories(entry, notes) or tuple(filter(None, [header.get("category", "")])),
        organizations=_each("organizations", entry.organizations, notes),
        keywords=_each("keywords", entry.keywords, notes),
        links=found,
        has_code=entry.has_code or any(link.kind == "code" for link in found),
        score=_score(entry, notes),
        lines=entry.lines,
        extra={**entry.extra, **notes.unread} if notes.unread else entry.extra,
        repairs=tuple(notes.repairs),
        damage=_damage(title=title, abstract=abstract),
    )
    _check(record, notes)
    return record, tuple(notes.findings)


def _mended(name: str, printed: str, notes: _Notes, known: Set[str]) -> str:
    text, repairs = repair.repair(name, printed, known)
    notes.repairs += [Repair(name, *mended) for mended in repairs]
    return text


def _short(name: str, printed: str, notes: _Notes) -> str:
    """A value that many entries print, mended."""
    text, repairs = _of_many(name, printed)
    notes.repairs += repairs
    return text


@lru_cache(maxsize=1 << 14)
def _of_many(name: str, printed: str) -> tuple[str, tuple[Repair, ...]]:
    text, repairs = repair.repair(name, printed)
    return text, tuple(Repair(name, *mended) for mended in repairs)


def _each(name: str, printed: Iterable[str], notes: _Notes) -> tuple[str, ...]:
    """Every value mended, empty and repeated ones left out."""
    return tuple(dict.fromkeys(filter(None, (_short(name, value, notes) for value in printed))))


def _damage(**texts: str) -> Mapping[str, str]:
    return {name: lost for name, text in texts.items() if (lost := repair.lost(text))} or NOTHING


def _ref(source: Source, arxiv_id: str, doi: str, text: str) -> str:
    if arxiv_id or doi:
        return f"arxiv:{arxiv_id}" if arxiv_id else f"doi:{doi}"
    return f"{source.seed}: {' '.join(text.split()[:OPENING_WORDS])}"


def _header(entry: Entry) -> Mapping[str, str]:
    """What arXiv's running header says, where one ran into the abstract of the paper that it belongs to."""
    match = repair.HEADER.search(entry.abstract)
    if match is None:
        return {}
    stated, printed = ids.parse_arxiv(entry.arxiv_id), ids.parse_arxiv(match["id"])
    if stated and printed and stated[0] != printed[0]:
        return {}
    return {"id": match["id"], "category": match["category"], "date": dates.iso_date(match["date"])}


def _arxiv(
    entry: Entry, found: Iterable[Link], header: Mapping[str, str], notes: _Notes
) -> tuple[str, int | None]:
    parsed = ids.parse_arxiv(entry.arxiv_id) if entry.arxiv_id else ids.parse_arxiv(entry.doi)
    if entry.arxiv_id and parsed is None:
        what = "This is not an arXiv id, so the paper goes without."
        fix = "Write the id as arXiv prints it, such as 2406.09415 or cs/0112017."
        notes.find("warning", "unread-arxiv-id", "arxiv_id", what, fix, entry.arxiv_id)
        notes.keep("arxiv_id", entry.arxiv_id)
    if parsed is None or (parsed[1] is None and header):
        parsed = ids.parse_arxiv(header.get("id", "")) or parsed
    if parsed is None:
        parsed = _only({known for link in entry.links if (known := ids.parse_arxiv(link.url))})
    return parsed or ("", None)


def _only(known: set[tuple[str, int | None]]) -> tuple[str, int | None] | None:
    """The one id that the links speak of, with the highest version; None where they speak of several."""
    if len({arxiv_id for arxiv_id, _ in known}) != 1:
        return None
    return max(known, key=lambda one: one[1] or 0)


def _doi(entry: Entry, found: Iterable[Link], notes: _Notes) -> str:
    parsed = ids.parse_doi(entry.doi) if entry.doi else None
    if entry.doi and parsed is None:
        what = "This is not a DOI, so the paper goes without."
        fix = "Write the DOI from its 10. on, such as 10.1145/3292500.3330701."
        notes.find("warning", "unread-doi", "doi", what, fix, entry.doi)
        notes.keep("doi", entry.doi)
    linked = {doi for link in entry.links if "doi.org/" in link.url and (doi := ids.parse_doi(link.url))}
    return parsed or (linked.pop() if len(linked) == 1 else "")


def _date(entry: Entry, last_year: str, notes: _Notes) -> str:
    if not entry.date.strip():
        return ""
    date = dates.iso_date(entry.date)
    if date[:4] > last_year:
        what = "This date lies in the future, so the paper goes without."
        fix = "Write the date on which the paper appeared."
        notes.find("warning", "future-date", "date", what, fix, entry.date)
        notes.keep("date", entry.date)
        return ""
    if not date:
        what = "This is not a date that can be read, so the paper goes without."
        fix = "Write it as 2024-06-13, 13 Jun 2024, June 2024 or 2024."
        notes.find("warning", "unread-date", "date", what, fix, entry.date)
        notes.keep("date", entry.date)
    return date


def _score(entry: Entry, notes: _Notes) -> float | None:
    if not entry.score.strip():
        return None
    try:
        score = float(entry.score.replace(",", ""))
    except ValueError:
        score = math.nan
    if math.isfinite(score):
        return score
    what, fix = "This score is not a number, so the paper goes without.", "Write it in digits, such as 44.9."
    notes.find("warning", "unread-score", "score", what, fix, entry.score)
    notes.keep("score", entry.score)
    return None


def _categories(entry: Entry, notes: _Notes) -> tuple[str, ...]:
    """The subject classes in arXiv's form; a printed value may hold several, or a code in brackets."""
    known: list[str] = []
    strange: list[str] = []
    for printed in entry.categories:
        codes = _IN_BRACKETS.findall(printed) or [code for code in _SEVERAL.split(printed) if code]
        full = [full_code(code) for code in codes]
        if full and all(_ARCHIVE.fullmatch(code) for code in full):
            known += full
        elif printed.strip():
            strange.append(printed.strip())
    if strange:
        what = "No subject class of arXiv has this name; it is kept with the record and not shown as one."
        fix = "Write the class as arXiv does, such as cs.CL; nothing to do if it is another system's."
        notes.find("info", "unknown-category", "categories", what, fix, "; ".join(strange))
        notes.keep("categories", "; ".join(strange))
    return tuple(dict.fromkeys(known))


def _authors(entry: Entry, notes: _Notes) -> tuple[tuple[str, ...], bool]:
    """The names in plain order, without footnote marks; "et al." means that there are more."""
    complete = entry.authors_complete
    people: list[str] = []
    for printed in entry.authors:
        name, whole, repairs = _author(printed)
        complete = complete and whole
        notes.repairs += repairs
        if name:
            people.append(name)
    return tuple(people), complete


@lru_cache(maxsize=1 << 16)
def _author(printed: str) -> tuple[str, bool, tuple[Repair, ...]]:
    """A name in plain order, whether it is all of what is printed, and repairs; most write several papers."""
    name, mended = repair.repair("authors", printed)
    repairs = [Repair("authors", *one) for one in mended]
    bare = ends_as_names_do(name)
    whole = (name if bare else OTHERS.sub("", name)).strip(" ,;")
    unmarked = whole if bare else MARKS.sub("", whole).strip(" ,;")
    if unmarked != whole:
        repairs.append(Repair("authors", "footnote mark", whole, unmarked))
    return names.plain_order(unmarked), whole == name.strip(" ,;"), tuple(repairs)


def ends_as_names_do(name: str) -> bool:
    """Whether no mark and no others stand at the end of a name; quick, and never wrongly yes."""
    return name[-1:] in _LETTERS and "\\" not in name and not name.lower().endswith(("al", "others"))


def _links(entry: Entry, abstract: str, notes: _Notes) -> tuple[Link, ...]:
    """The links stated, in the abstract and in the authors' comment, each page once, each with its kind.

    Only http and https.
    """
    found: dict[str, Link] = {}
    comments = (entry.extra.get(name, "") for name in COMMENTS)
    for link in [
        *_stated(entry, notes),
        *_in_text(abstract),
        *(link for one in comments for link in _in_text(one)),
    ]:
        found.setdefault(sites.same_address(link.url), link)
    return tuple(found.values())


def _stated(entry: Entry, notes: _Notes) -> Iterator[Link]:
    for link in entry.links:
        printed = " ".join(link.url.split())
        url = urls.begins_with(printed) or printed
        if not urls.host(url):
            what = "This is no http or https address, so it is not made a link."
            fix = "Write the whole address, beginning with https://."
            notes.find("warning", "unsafe-link", "links", what, fix, link.url)
            notes.keep("links", link.url)
            continue
        real = sites.with_real_host(url)
        if real != url:
            notes.repairs.append(Repair("links", "relay address", url, real))
        yield Link(link.kind if link.kind in sites.KINDS else sites.kind_of(real), real)


def _in_text(abstract: str) -> Iterator[Link]:
    for start, _, url in urls.find_urls(abstract):
        yield Link(sites.kind_of(url, abstract[max(0, start - sites.LOOKBACK) : start]), url)


def _check(record: Record, notes: _Notes) -> None:
    """Say so where a record has nothing to show or to be known by."""
    if not (record.title or record.abstract or record.arxiv_id or record.doi):
        what = "This entry has no title, abstract, arXiv id or DOI: nothing to know the paper by."
        fix = "Add one of them in the document that the seed was saved from, or take the line out."
        notes.find("warning", "empty-record", "title", what, fix, " ".join(record.authors))
