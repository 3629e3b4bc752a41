"""Make one paper of all its records, with an address of its own, and remember who said what.

What records say of each field is chosen by the rules of ``fields``. What people decided wins.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, compress, count, repeat
from operator import attrgetter, ne
from typing import Any

from papergarden.model import (
    COUNTED,
    FIELDS,
    NO_PROVENANCE,
    UNITED,
    Decision,
    Finding,
    Link,
    Match,
    Paper,
    Provenance,
    Record,
    changed,
    fill_each,
    held,
    made_each,
    made_of,
    stated,
)
from papergarden.steps.addressing import keys_of
from papergarden.steps.authorships import printed_only
from papergarden.steps.fields import Fields, of_several, shown, united
from papergarden.steps.keys import Label, in_order, told
from papergarden.steps.references import References
from papergarden.text import dates, sites

TITLE_WORDS = 10
"""Words of an abstract that stand for a missing title."""

GIVEN = ("key", "aliases", "matches")
"""What a paper is given when all papers are known."""
_abstract = held(Record, "abstract")
"""Of a record as it is held; long ones are not read to be handed on."""
_Made = tuple[Paper, Sequence[Finding]]
"""A paper, and what is found while it is made."""


class Merged:
    """The papers that were made in an earlier run.

    Of the same records, if they are the same objects still, the same papers are made, with all that other
    steps gave to them since. Papers that a decision speaks of, or of which something is found, are made anew;
    ``again`` are their keys.
    """

    def __init__(self, again: Collection[str] = ()) -> None:
        self._papers: Sequence[Paper] = ()
        self._again = frozenset(again)

    @property
    def size(self) -> int:
        """How many papers there are."""
        return len(self._papers)

    def dump(self) -> tuple[Any, ...]:
        """The same in texts, for whoever keeps it."""
        return (sorted(self._again),)

    def rest_on(self, papers: Sequence[Paper]) -> None:
        """Know that these are the papers that were made."""
        self._papers = papers

    def papers(
        self,
        groups: Sequence[Sequence[Record]],
        verdicts: Mapping[int, Sequence[Decision]],
        matches: Sequence[tuple[Match, ...]],
    ) -> tuple[list[Paper], list[Finding]]:
        """A paper for each group of records, with the matches that speak of it; and findings."""
        names = _names([one.records for one in self._papers])
        before = {
            name: one for name, one in zip(names, self._papers, strict=True) if one.key not in self._again
        }
        known = list(map(before.get, _names(groups) if before else repeat(0, len(groups))))
        new = [number for number, one in enumerate(known) if one is None or number in verdicts]
        made = _made(groups, verdicts, new)
        papers = [made[at][0] if one is None or at in made else one for at, one in enumerate(known)]
        columns = dict(zip(GIVEN, (*keys_of(papers), matches), strict=True))
        fill_each(
            [papers[number] for number in new],
            **{name: [column[number] for number in new] for name, column in columns.items()},
        )
        given = list(zip(*columns.values(), strict=True))
        for number in compress(count(), map(ne, map(attrgetter(*GIVEN), papers), given)):
            papers[number] = changed(papers[number], **dict(zip(GIVEN, given[number], strict=True)))
        self._again = frozenset(papers[at].key for at in new if at in verdicts or made[at][1])
        self._papers = papers
        return papers, list(chain.from_iterable(made[number][1] for number in new))


def _names(groups: Iterable[Sequence[Record]]) -> list[int | tuple[int, ...]]:
    """What stands for the records of each group, as long as there are the same objects."""
    return [id(some[0]) if len(some) == 1 else tuple(map(id, some)) for some in groups]


def merge(
    records: Sequence[Record],
    matches: Sequence[Match],
    decisions: Sequence[Decision],
    merged: Merged | None = None,
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """One paper for each set of records that matches connect, sorted by key; hidden ones are left out.

    Findings name papers without title (``untitled``), hidden papers (``hidden``, one each) and decisions in
    vain. The result does not depend on the order of the records. What was ``merged`` in an earlier run
    becomes that of this one.
    """
    records = in_order(records)
    number_of = dict(zip(records.labels, count()))
    numbers = _groups(number_of, matches)
    groups = [
        [records[some[0]]] if len(some) == 1 else in_order([records[one] for one in some]) for some in numbers
    ]
    verdicts, findings = _verdicts(groups, decisions)
    speaking = _speaking(number_of, matches)
    silent = speaking.keys().isdisjoint
    spoken = [() if silent(some) else _spoken(some, speaking) for some in numbers]
    papers, found = (merged or Merged()).papers(groups, verdicts, spoken)
    findings += found
    by_number = dict(enumerate(papers))
    for number, decided in verdicts.items():
        hiding = [decision for decision in decided if decision.act == "hide"]
        if hiding:
            findings.append(_hidden(by_number.pop(number), hiding[0]))
    return tuple(sorted(by_number.values(), key=attrgetter("key"))), tuple(findings)


def _groups(number_of: Mapping[Label, int], matches: Sequence[Match]) -> list[Sequence[int]]:
    """The numbers of the records of each paper."""
    group_of: dict[int, list[int]] = {}
    for match in matches:
        if match.verdict == "same":
            numbers = map(number_of.__getitem__, _labels(match))
            one, other = (group_of.setdefault(number, [number]) for number in numbers)
            if one is not other:
                small, large = sorted((one, other), key=len)
                large += small
                group_of.update(dict.fromkeys(small, large))
    groups: dict[int, Sequence[int]] = dict(enumerate(zip(range(len(number_of)), strict=True)))
    for group in {id(group): group for group in group_of.values()}.values():
        for number in group:
            del groups[number]
        groups[min(group)] = group
    return [groups[number] for number in sorted(groups)]


def _speaking(number_of: Mapping[Label, int], matches: Sequence[Match]) -> Mapping[int, Sequence[Match]]:
    """By the number of a record the matches that speak of it."""
    found: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        for name in set(_labels(match)):
            if name in number_of:
                found[number_of[name]].append(match)
    return found


def _spoken(numbers: Sequence[int], speaking: Mapping[int, Sequence[Match]]) -> tuple[Match, ...]:
    """The matches that speak of some records."""
    return tuple(sorted({match for one in numbers if one in speaking for match in speaking[one]}))


def _labels(match: Match) -> tuple[Label, Label]:
    """The labels of both records of a match."""
    left, right = match.left, match.right
    return (left.seed, left.line, match.left_ref), (right.seed, right.line, match.right_ref)


def _made(
    groups: Sequence[Sequence[Record]], verdicts: Mapping[int, Sequence[Decision]], wanted: Sequence[int]
) -> dict[int, _Made]:
    """For each wanted group of records a paper without key, aliases and matches."""
    alone = [number for number in wanted if len(groups[number]) == 1 and number not in verdicts]
    made = dict(zip(alone, _of_one_each([groups[number][0] for number in alone]), strict=True))
    rest = [number for number in wanted if number not in made]
    several = [_paper(groups[number], verdicts.get(number, ())) for number in rest]
    authors = printed_only([fields.get("authors", ()) for fields, _ in several])
    each = [fields | {"authors": some} for (fields, _), some in zip(several, authors, strict=True)]
    papers, found = made_each(Paper, each), [findings for _, findings in several]
    return made | dict(zip(rest, zip(papers, found, strict=True), strict=True))


def _of_one_each(records: Sequence[Record]) -> Iterable[_Made]:
    """The papers of which each has one record; there is nothing to choose from.

    Their links are those of different pages, as in any record.
    """
    if not records:
        return ()
    values = list(map(held(Record, *FIELDS), records))
    provenance: list[Mapping[str, Provenance]] = [NO_PROVENANCE] * len(records)
    origins = list(map(attrgetter("origin"), records))
    fields: dict[str, list[Any]] = dict(zip(FIELDS, map(list, zip(*values, strict=True)), strict=True))
    found: list[Sequence[Finding]] = [()] * len(records)
    stating = zip(fields["title"], fields["date"], fields["arxiv_id"], strict=True)
    lacking = [not title or not (date or not arxiv_id) for title, date, arxiv_id in stating]
    for number in compress(count(), lacking):
        record = records[number]
        provenance[number] = said = stated(record)
        known = {name: getattr(record, name) for name in said}
        found[number] = _infer([record], known, said)
        fields["title"][number], fields["date"][number] = known["title"], known.get("date", "")
        origins[number] = said["title"].origin
    for name in UNITED:
        fields[name] = [united(some) if len(some) > 1 else some for some in fields[name]]
    papers = made_of(
        Paper,
        len(records),
        **{name: column for name, column in fields.items() if name not in ("authors", *COUNTED)},
        **{name: [value or None for value in fields[name]] for name in ("score", "arxiv_version")},
        has_code=fields["has_code"],
        records=[(record,) for record in records],
        provenance=provenance,
        digest=map(told, records),
        title_origin=origins,
        authors=printed_only(fields["authors"]),
        authors_complete=[record.authors_complete or not record.authors for record in records],
    )
    return zip(papers, found, strict=True)


def _paper(group: Sequence[Record], verdicts: Sequence[Decision]) -> tuple[Fields, list[Finding]]:
    """The fields of a paper but for its key, its authors as names, and findings."""
    fields, provenance = of_several(group)
    for decision in verdicts:
        if decision.act == "set":
            _set(decision, fields, provenance)
    findings = _infer(group, fields, provenance)
    if title := provenance.get("title"):
        fields["title_origin"] = title.origin
    if text := fields.get("abstract"):
        fields["abstract"] = next((_abstract(one) for one in group if one.abstract == text), text)
    return {"records": tuple(group), "provenance": provenance, **fields}, findings


def _set(decision: Decision, fields: Fields, provenance: dict[str, Provenance]) -> None:
    """Let a person's value win over what records say."""
    name, old = decision.field, fields.pop(decision.field, None)
    if decision.value:
        fields[name] = _typed(name, decision.value)
    if name == "authors":
        fields["authors_complete"] = True
    if name == "arxiv_id":
        fields.pop("arxiv_version", None)
    others = provenance[name].others if name in provenance else ()
    if name in provenance and old is not None:
        others = (provenance[name].source, shown(old)), *others
    provenance[name] = Provenance(decision.source, "decided", others=others)


def _typed(name: str, values: tuple[str, ...]) -> Any:
    if name == "links":
        return tuple(Link(sites.kind_of(url), url) for url in values)
    if name in (*UNITED, "authors"):
        return values
    if name == "score":
        return float(values[0])
    return values[0] == "true" if name == "has_code" else values[0]


def _infer(group: Sequence[Record], fields: Fields, provenance: dict[str, Provenance]) -> list[Finding]:
    """What nobody states: a title from the abstract's opening, else an id; a month from the arXiv id."""
    first = group[0]
    if "date" not in fields and (month := dates.arxiv_month(fields.get("arxiv_id", ""))):
        fields["date"] = month
        provenance["date"] = Provenance(provenance["arxiv_id"].source, "inferred")
    if "title" in fields:
        return []
    words = fields.get("abstract", "").split()
    opening = " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")
    arxiv_id, doi = fields.get("arxiv_id"), fields.get("doi")
    number = f"arXiv:{arxiv_id}" if arxiv_id else f"doi:{doi}" if doi else ""
    fields["title"] = opening or number
    provenance["title"] = Provenance(first.source, "inferred")
    instead = "its abstract's opening" if words else "its id"
    what = f"No seed prints the title of this paper, so {instead} stands for it."
    fix = "Run `papergarden enrich`, add a seed that lists its title, or `set` it in decisions.yml."
    return [Finding("warning", "untitled", first.source, what, fix, fields["title"] or first.ref)]


def _verdicts(
    groups: Sequence[Sequence[Record]], decisions: Sequence[Decision]
) -> tuple[Mapping[int, Sequence[Decision]], list[Finding]]:
    """By the number of a group what people set in it or that they hide it, and decisions in vain."""
    found: defaultdict[int, list[Decision]] = defaultdict(list)
    findings: list[Finding] = []
    references = References(groups)
    for decision in decisions:
        if decision.act in ("set", "hide"):
            numbers = references.find(decision.subjects[0])
            for number in numbers:
                found[number].append(decision)
            if not numbers:
                findings.append(_in_vain(decision))
    return found, findings


def _in_vain(decision: Decision) -> Finding:
    what = f"The decision names a paper that no seed lists ({decision.act})."
    fix = "Name it by its id, its title, or 'abstract: ' and its opening words; or delete the decision."
    return Finding("warning", "decision-in-vain", decision.source, what, fix, decision.subjects[0])


def _hidden(paper: Paper, decision: Decision) -> Finding:
    what = f"A decision keeps this paper off the site: {decision.reason}"
    fix = f"Nothing, if that still holds; else delete {decision.source}."
    return Finding("info", "hidden", paper.records[0].source, what, fix, paper.title)
