"""Give each paper its tags: topics, categories, organizations, venue, year and features.

Which topics are given is told in ``topics``; all else restates a field of the paper.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import Any

from papergarden.model import Decision, Finding, Paper, Source, Tag, TagKind, changed_each
from papergarden.steps.arxiv_categories import category_name
from papergarden.steps.memo import Apply, Memo, Same, forgetting
from papergarden.steps.phrases import alike, exact
from papergarden.steps.references import References
from papergarden.steps.topics import LEAST, Verdict, evidence, topics_of
from papergarden.steps.vocabulary import Vocabulary, fold, read_topics
from papergarden.text.digest import digest_of
from papergarden.text.slugs import slug

__all__ = ["broader_topics", "explain", "read_topics", "tag"]

KINDS: tuple[TagKind, ...] = ("topic", "category", "feature", "organization", "venue", "year")
"""In the order in which tags are shown, and in which the kinds choose their addresses."""
MOST_PARTS = 8
SMALL_WORDS = frozenset(["of", "and", "the", "for", "at", "in", "on", "de", "la", "du", "des", "di", "und"])
ABBREVIATIONS = frozenset(["ai", "ml", "nlp", "uc", "us", "uk", "usa", "ibm", "mit", "cnrs", "it", "hpc"])

NOTHING: Verdict = {}

Fact = tuple[TagKind, str, str]
"""A tag as plain texts, before it is settled which names share an address: its kind, address and name."""

NO_FACTS: Mapping[Fact, int] = {}
Shown = Mapping[Fact, Tag]
"""The tags to show for facts."""

_Reason = tuple[Fact, str, str]
"""A tag, the rule that gave it, and the words that the rule saw."""

_FIELDS = attrgetter(
    "title", "abstract", "keywords", "categories", "organizations", "venue", "date", "has_code"
)


class Tagged(Memo[tuple[Fact, ...]]):
    """The facts that were found in an earlier run, and what came of them there.

    ``counts`` tells how many papers there were with each fact, ``decided`` what people decided, by place of
    a paper.
    """

    def __init__(
        self,
        kept: Mapping[bytes, tuple[Fact, ...]] | None = None,
        asked: Sequence[bytes] = (),
        counts: Mapping[Fact, int] = NO_FACTS,
        decided: Mapping[int, Verdict] | None = None,
    ) -> None:
        super().__init__(kept, asked)
        self.verdicts: Sequence[Verdict] = [(decided or {}).get(at, NOTHING) for at in range(len(asked))]
        self.tagged: Same[Paper, Paper] = Same()
        self._counts = counts

    def dump(self) -> tuple[Any, ...]:
        """What is kept for the next run."""
        decided = {at: dict(one) for at, one in enumerate(self.verdicts) if one}
        return *super().dump(), dict(self._counts), decided

    def rest_on(self, papers: Sequence[Paper]) -> None:  # type: ignore[override]
        """Know by these objects which papers there were, in the same order, with their tags."""
        super().rest_on(papers, self.verdicts)
        self.tagged.rest_on(papers, papers, [self.kept[digest] for digest in self.asked])

    def shown(self, found: Sequence[tuple[Fact, ...]]) -> Callable[[Iterable[tuple[Fact, ...]]], Shown]:
        """What shows the tags for some facts where these were found; papers of other tags are forgotten."""
        before, self._counts = self._counts, Counter(chain.from_iterable(found))
        if before:
            moved = {fact for fact, _ in before.items() ^ self._counts.items()}
            was, now = (_one_name_a_slug(counts, moved) for counts in (before, self._counts))
            altered = {fact for fact in {*was, *now} if was.get(fact) != now.get(fact)}
            if altered:
                self.tagged.forget(lambda facts: not altered.isdisjoint(facts))
        return lambda some: _one_name_a_slug(self._counts, set(chain.from_iterable(some)))


def begin(papers: Iterable[Paper], vocabulary: Vocabulary, memo: Tagged, apply: Apply) -> None:
    """Begin with papers that no later step changes in what tags are found in; ``tag`` takes what comes of it.

    The ``memo`` is the one that ``tag`` will be given; ``apply`` applies a function to each of some papers.
    """
    memo.begin(partial(_facts, vocabulary), [(paper, {}) for paper in papers], _told, apply)


@forgetting(alike, exact)
def tag(
    papers: Sequence[Paper],
    vocabulary: Vocabulary,
    decisions: Sequence[Decision],
    memo: Tagged | None = None,
    apply: Apply = map,
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """The papers with their tags, by kind and name, and findings: decisions in vain, papers with few topics.

    A decision to tag or untag wins over every rule. The ``memo`` is of the same vocabulary; ``apply`` applies
    a function to each of some papers.
    """
    memo = memo or Tagged()
    verdicts, findings = _verdicts(papers, vocabulary, decisions)
    memo.verdicts = verdicts
    judged = list(zip(papers, verdicts, strict=True))
    found = memo.each(partial(_facts, vocabulary), judged, _told, apply, (papers, verdicts))
    shown = memo.shown(found)

    def make(new: Sequence[int]) -> list[Paper]:
        facts = [found[at] for at in new]
        return changed_each([papers[at] for at in new], tags=_in_order(facts, shown(facts)))

    tagged = memo.tagged.each(make, papers, found)
    few = (paper for paper in tagged if len(paper.tags) < LEAST or paper.tags[LEAST - 1].kind != "topic")
    return tuple(tagged), (*findings, *map(_few_topics, few))


def _in_order(found: Iterable[Iterable[Fact]], shown: Shown) -> list[tuple[Tag, ...]]:
    """The tags to show for the facts that were found, each once, by kind and name: topics come first."""
    in_order = sorted(set(shown.values()), key=_by_kind_and_name)
    rank = {tag: place for place, tag in enumerate(in_order)}
    ranks = {fact: rank[tag] for fact, tag in shown.items()}
    return [tuple([in_order[one] for one in sorted({ranks[fact] for fact in facts})]) for facts in found]


def _facts(vocabulary: Vocabulary, judged: tuple[Paper, Verdict]) -> tuple[Fact, ...]:
    """The tags of a paper."""
    paper, verdict = judged
    topics = [_of_topic(number, vocabulary) for number in topics_of(paper, vocabulary, verdict)]
    return (*topics, *[fact for fact, _, _ in _stated(paper, vocabulary)])


@lru_cache(maxsize=1 << 12)
def _fact(kind: TagKind, slug: str, name: str) -> Fact:
    """The fact in the same words for all papers."""
    return kind, slug, name


def _told(judged: tuple[Paper, Verdict]) -> bytes:
    """What stands for all of a paper that its tags are found in."""
    paper, verdict = judged
    if paper.digest and not verdict:
        return paper.digest
    links = [(link.kind, link.url) for link in paper.links]
    return digest_of(*_FIELDS(paper), links, list(verdict.items()))


def broader_topics(vocabulary: Vocabulary) -> Mapping[Tag, Tag]:
    """For each topic that is part of another one, that other one, which all its papers have, too."""
    tags = [Tag("topic", topic.slug, topic.name) for topic in vocabulary.topics]
    lineages = zip(tags, vocabulary.lineages, strict=True)
    return {tag: tags[lineage[0]] for tag, lineage in lineages if lineage}


def explain(
    paper: Paper, vocabulary: Vocabulary, decisions: Sequence[Decision] = ()
) -> tuple[tuple[Tag, str, str], ...]:
    """For each tag of a paper the rule that gave it and the words that the rule saw."""
    verdicts, _ = _verdicts([paper], vocabulary, decisions)
    reasons = {
        kind + name: (rule, text) for (kind, _, name), rule, text in _reasons(paper, vocabulary, verdicts[0])
    }
    other = ("another spelling of a name that more papers give", "")
    return tuple((tag, *reasons.get(tag.kind + tag.name, other)) for tag in paper.tags)


def _reasons(paper: Paper, vocabulary: Vocabulary, verdict: Verdict) -> list[_Reason]:
    topics = [
        (_of_topic(number, vocabulary), rule, evidence(seen))
        for number, (rule, seen) in topics_of(paper, vocabulary, verdict).items()
    ]
    return [*topics, *_stated(paper, vocabulary)]


def _of_topic(number: int, vocabulary: Vocabulary) -> Fact:
    topic = vocabulary.topics[number]
    return _fact("topic", topic.slug, topic.name)


def _stated(paper: Paper, vocabulary: Vocabulary) -> Iterator[_Reason]:
    """Tags that restate a field of the paper."""
    for code in paper.categories:
        yield _fact("category", slug(code), category_name(code)), "arXiv category", code
    for printed in paper.organizations:
        name = organization_name(printed, vocabulary.organizations)
        yield _fact("organization", slug(name), name), "organization", printed
    if paper.venue:
        name = venue_name(paper.venue, vocabulary.venues)
        yield _fact("venue", slug(name), name), "venue", paper.venue
    if paper.year:
        yield _fact("year", paper.year, paper.year), "date", paper.date
    addresses = [link.url for link in paper.links if link.kind == "code"]
    if paper.has_code or addresses:
        seen = addresses[0] if addresses else "marked as having code"
        yield _fact("feature", "has-code", "Has code"), "code", seen


def organization_name(printed: str, names: Mapping[str, str]) -> str:
    """The name to show: that of the vocabulary for the whole or for parts between commas; a slug in words.

    ``Department of Computer Science, Stanford University`` is Stanford University, ``acme-ai`` is Acme AI.
    """
    if name := names.get(fold(printed)):
        return name
    parts = [part.strip() for part in printed.split(",")]
    for start, end in _runs(len(parts)) if len(parts) <= MOST_PARTS else ():
        part = ", ".join(parts[start:end])
        name = names.get(fold(part), "")
        # One word that is only another spelling may be the town: "Acme Research, Cambridge".
        if name and (" " in part or part == name or part.isupper()):
            return name
    return _unslugged(printed) if printed == slug(printed) else printed


def _runs(length: int) -> Iterator[tuple[int, int]]:
    """Every stretch of a list, the longest first."""
    return ((start, start + size) for size in range(length, 0, -1) for start in range(length - size + 1))


def venue_name(printed: str, names: Mapping[str, str]) -> str:
    """The usual short name of a venue, if the vocabulary has it, whatever year is printed with it."""
    words = (word for word in fold(printed).split() if not word[0].isdigit())
    return names.get(" ".join(words), printed)


def _unslugged(name: str) -> str:
    words = [word if word in SMALL_WORDS else word.capitalize() for word in name.split("-")]
    return " ".join(word.upper() if word.lower() in ABBREVIATIONS else word for word in words)


def _one_name_a_slug(counts: Mapping[Fact, int], wanted: Iterable[Fact]) -> Shown:
    """For each fact that has an address in common with one that is wanted, the tag to show.

    Names that share an address are one tag, under the name most papers give. An address taken by a topic,
    feature or category is not given to a tag of another kind: that one has its kind added, so that addresses
    differ across kinds too.
    """
    slugs = {slug for _, slug, _ in wanted}
    theirs = {fact: count for fact, count in counts.items() if fact[1] in slugs}
    best: dict[tuple[str, str], Fact] = {}
    for fact in sorted(theirs, key=lambda fact: (-theirs[fact], fact)):
        best.setdefault(fact[:2], fact)
    owner: dict[str, TagKind] = {}
    for wanted_kind in KINDS:
        for kind, address, _ in best.values():
            if kind == wanted_kind:
                owner.setdefault(address, kind)
    shown = {
        address: Tag(kind, slug if owner[slug] == kind else f"{slug}-{kind}", name)
        for address, (kind, slug, name) in best.items()
    }
    return {fact: shown[fact[:2]] for fact in theirs}


def _by_kind_and_name(tag: Tag) -> tuple[int, str, str]:
    return KINDS.index(tag.kind), tag.name.casefold(), tag.slug


def _few_topics(paper: Paper) -> Finding:
    source = paper.records[0].source if paper.records else Source("", 0)
    fix = "Add the terms that the paper uses to topics.yml, or `tag` it in seeds/decisions.yml."
    return Finding("info", "few-topics", source, "Fewer than two topics fit this paper.", fix, paper.title)


def _verdicts(
    papers: Sequence[Paper], vocabulary: Vocabulary, decisions: Sequence[Decision]
) -> tuple[list[dict[int, str]], tuple[Finding, ...]]:
    """What people decided of each paper's topics, and the decisions that name what is not there."""
    verdicts: list[dict[int, str]] = [{} for _ in papers]
    findings: list[Finding] = []
    references = References.of_papers(papers)
    numbers = {fold(topic.name): number for number, topic in enumerate(vocabulary.topics)}
    for decision in decisions:
        if decision.act not in ("tag", "untag"):
            continue
        named = {number for subject in decision.subjects for number in references.find(subject)}
        topics = [numbers[fold(name)] for name in decision.value if fold(name) in numbers]
        for paper in named:
            verdicts[paper].update(dict.fromkeys(topics, decision.act))
        findings += _in_vain(decision, [s for s in decision.subjects if not references.find(s)], "paper")
        findings += _in_vain(decision, [v for v in decision.value if fold(v) not in numbers], "topic")
    return verdicts, tuple(findings)


def _in_vain(decision: Decision, names: Iterable[str], kind: str) -> Iterator[Finding]:
    fixes = {
        "paper": "Name a paper by its arXiv id, DOI, title, or how its abstract begins.",
        "topic": "Use the name of a topic in topics.yml, or add the topic there.",
    }
    for name in names:
        what = f"This decision names a {kind} that is not there."
        code = "decision-in-vain" if kind == "paper" else "no-such-topic"
        yield Finding("warning", code, decision.source, what, fixes[kind], name)
