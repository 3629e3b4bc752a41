"""Give each paper its tags: topics, categories, organizations, venue, year and features.

A topic is shown where title, author's keywords or abstract truly speak of it. How much a mention says depends
on the phrase (a *spelling* of the topic, or a *weak* word that also means other things) and on its place:

    ================================================  ========  ====
    points for a mention                              spelling  weak
    ================================================  ========  ====
    in the title, or among the author's keywords         4       3
    in a sentence of what the paper itself does          3       1
    in a sentence of what is known                       2       1
    in a sentence of results or examples                 1       0
    ================================================  ========  ====

A topic counts once a sentence, and is given from ``ENOUGH`` points: a spelling in the title, or in two
sentences that matter; what is said once in passing is not enough, nor are weak words alone unless one is in
the title. With a topic come the topics that it is part of (``broader``).

Only where a paper has fewer than ``LEAST`` topics then, more is taken, the best first: spellings in passing,
what its arXiv categories are about, weak words. What is still missing is a finding, never a guess.
"""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from papergarden.model import Decision, Finding, Paper, Source, Tag, TagKind, changed_each
from papergarden.steps.arxiv_categories import category_name
from papergarden.steps.memo import Apply, Memo, Same, forgetting
from papergarden.steps.phrases import STOPS, Mark, PhraseIndex, alike, exact, words_of
from papergarden.steps.references import References
from papergarden.steps.vocabulary import Vocabulary, fold, read_topics
from papergarden.text.digest import digest_of
from papergarden.text.slugs import slug

__all__ = ["broader_topics", "explain", "read_topics", "tag"]

ENOUGH = 4
ENOUGH_OF_WEAK = 2
LEAST = 2
POINTS: Mapping[str, Mapping[str, int]] = {
    "spellings": {"title": 4, "keywords": 4, "claim": 3, "abstract": 2, "results": 1},
    "weak": {"title": 3, "keywords": 3, "claim": 1, "abstract": 1, "results": 0},
    "title": {"title": 4, "keywords": 4},
}
NO_POINTS: Mapping[str, int] = {}
AS_SPELLINGS = {"acronyms": "spellings", "short": "spellings"}
OWN_WORK = frozenset(["we", "our", "ours", "us"])
OWN_NOUNS = frozenset(["paper", "work", "article", "study", "report", "thesis", "survey"])
RESULTS = frozenset(
    (
        *("experiment", "experiments", "outperform", "outperforms", "outperforming", "outperformed"),
        *("evaluate", "evaluated", "benchmarks", "datasets", "including"),
    )
)
"""Words of sentences that tell how something was measured, or list examples."""
KINDS: tuple[TagKind, ...] = ("topic", "category", "feature", "organization", "venue", "year")
"""In the order in which tags are shown, and in which the kinds choose their addresses."""
MOST_PARTS = 8
SMALL_WORDS = frozenset(["of", "and", "the", "for", "at", "in", "on", "de", "la", "du", "des", "di", "und"])
ABBREVIATIONS = frozenset(["ai", "ml", "nlp", "uc", "us", "uk", "usa", "ibm", "mit", "cnrs", "it", "hpc"])
PLACES = {
    "title": "title",
    "keywords": "keywords",
    "claim": "what the paper does",
    "abstract": "abstract",
    "results": "results",
}

Fact = tuple[TagKind, str, str]
"""A tag as plain texts, before it is settled which names share an address: its kind, address and name."""

_Reason = tuple[Tag, str, str]
"""A tag, the rule that gave it, and the words that the rule saw."""

_Verdict = Mapping[int, str]
"""What people decided of topics, by number: ``tag`` or ``untag``."""


class _Mention(NamedTuple):
    """Words of a paper that speak of a topic: their part in the vocabulary, place, points, and sentence."""

    part: str
    place: str
    points: int
    sentence: int
    words: str


_FIELDS = attrgetter(
    "title", "abstract", "keywords", "categories", "organizations", "venue", "date", "has_code"
)

_Mentions = Mapping[int, Sequence[_Mention]]
_Seen = str | Sequence[_Mention]


class Tagged(Memo[tuple[Fact, ...]]):
    """The facts that were found in an earlier run, and what came of them there."""

    def __init__(self, kept: Mapping[bytes, tuple[Fact, ...]] | None = None) -> None:
        super().__init__(kept)
        self.judged: Same[Paper, tuple[Paper, _Verdict]] = Same()
        self.tagged: Same[Paper, Paper] = Same()
        self._shown: Mapping[Fact, Tag] = {}
        self._tags: Same[tuple[Fact, ...], tuple[Tag, ...]] = Same()

    def as_shown(
        self, shown: Mapping[Fact, Tag]
    ) -> tuple[Mapping[Fact, Tag], Same[tuple[Fact, ...], tuple[Tag, ...]]]:
        """For each fact the tag to show, the same objects as before if they are equal; and tags of facts."""
        if shown != self._shown:
            self._shown, self._tags = shown, Same()
        return self._shown, self._tags


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
    pairs = list(zip(papers, verdicts, strict=True))
    judged = memo.judged.each(lambda new: [pairs[at] for at in new], papers, verdicts)
    found = memo.each(partial(_facts, vocabulary), judged, _told, apply)
    shown, known = memo.as_shown(_one_name_a_slug(found))
    tags = known.each(lambda new: _in_order([found[at] for at in new], shown), found)
    tagged = memo.tagged.each(
        lambda new: changed_each([papers[at] for at in new], tags=[tags[at] for at in new]), papers, tags
    )
    few = (paper for paper in tagged if len(paper.tags) < LEAST or paper.tags[LEAST - 1].kind != "topic")
    return tuple(tagged), (*findings, *map(_few_topics, few))


def _in_order(found: Iterable[Iterable[Fact]], shown: Mapping[Fact, Tag]) -> list[tuple[Tag, ...]]:
    """The tags to show for the facts that were found, each once, by kind and name: topics come first."""
    in_order = sorted(set(shown.values()), key=_by_kind_and_name)
    rank = {tag: place for place, tag in enumerate(in_order)}
    ranks = {fact: rank[tag] for fact, tag in shown.items()}
    return [tuple([in_order[one] for one in sorted({ranks[fact] for fact in facts})]) for facts in found]


def _facts(vocabulary: Vocabulary, judged: tuple[Paper, _Verdict]) -> tuple[Fact, ...]:
    """The tags of a paper, each in the same words for all papers."""
    paper, verdict = judged
    topics = [_topic_tag(number, vocabulary) for number in _chosen(paper, vocabulary, verdict)]
    tags = (*topics, *(tag for tag, _, _ in _fact_reasons(paper, vocabulary)))
    return tuple([_fact(tag.kind, tag.slug, tag.name) for tag in tags])


@lru_cache(maxsize=1 << 12)
def _fact(kind: TagKind, slug: str, name: str) -> Fact:
    return kind, slug, name


def _told(judged: tuple[Paper, _Verdict]) -> bytes:
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
        tag.kind + tag.name: (rule, text) for tag, rule, text in _reasons(paper, vocabulary, verdicts[0])
    }
    other = ("another spelling of a name that more papers give", "")
    return tuple((tag, *reasons.get(tag.kind + tag.name, other)) for tag in paper.tags)


def _reasons(paper: Paper, vocabulary: Vocabulary, verdict: _Verdict) -> list[_Reason]:
    topics = [
        (_topic_tag(number, vocabulary), rule, text if isinstance(text, str) else _evidence(text))
        for number, (rule, text) in _chosen(paper, vocabulary, verdict).items()
    ]
    return [*topics, *_fact_reasons(paper, vocabulary)]


def _topic_tag(number: int, vocabulary: Vocabulary) -> Tag:
    topic = vocabulary.topics[number]
    return Tag("topic", topic.slug, topic.name)


def _chosen(paper: Paper, vocabulary: Vocabulary, verdict: _Verdict) -> Mapping[int, tuple[str, _Seen]]:
    """The topics of a paper by number, each with the rule and what it saw; see the head of this module."""
    chosen: dict[int, tuple[str, _Seen]] = {}
    topics = vocabulary.topics

    def choose(number: int, rule: str, seen: _Seen) -> None:
        if verdict.get(number) != "untag":
            chosen.setdefault(number, (rule, seen))
            for broader in vocabulary.lineages[number]:
                if verdict.get(broader) != "untag":
                    chosen.setdefault(broader, ("what a topic is part of", topics[number].name))

    for number, act in verdict.items():
        if act == "tag":
            choose(number, "decided by a person", "seeds/decisions.yml")
    mentions = _mentions(paper, vocabulary)
    points = {number: _points(some) for number, some in mentions.items()}
    best_first = sorted(points, key=lambda number: (-points[number], topics[number].name))
    sure = [number for number in best_first if _unmistakable(mentions[number])]
    for number in sure:
        if points[number] >= ENOUGH or len(chosen) < LEAST:
            rule = "spoken of" if points[number] >= ENOUGH else "spoken of in passing"
            choose(number, f"{rule} ({points[number]} points)", mentions[number])
    for number, topic in enumerate(topics if paper.categories and len(chosen) < LEAST else ()):
        shared = [code for code in paper.categories if code in topic.categories]
        if shared and len(chosen) < LEAST:
            choose(number, "arXiv category", shared[0])
    for number in best_first:
        if number not in sure and points[number] >= ENOUGH_OF_WEAK and len(chosen) < LEAST:
            choose(number, f"weak words ({points[number]} points)", mentions[number])
    return chosen


def _unmistakable(mentions: Iterable[_Mention]) -> bool:
    """Whether there is more than weak words, or a weak one in the title or among the keywords."""
    return any(mention.part != "weak" or mention.place in ("title", "keywords") for mention in mentions)


def _evidence(mentions: Iterable[_Mention]) -> str:
    """The words seen with their places, each once: ``title: KV cache; abstract: key-value cache``."""
    return "; ".join(dict.fromkeys(f"{PLACES[m.place]}: {m.words}" for m in mentions))


def _mentions(paper: Paper, vocabulary: Vocabulary) -> _Mentions:
    """What the paper says of each topic, without words that in this paper mean something else."""
    mentions: defaultdict[int, list[_Mention]] = defaultdict(list)
    for place, sentence, text, marks in _hits(paper, vocabulary.index):
        for topic, part in marks:
            points = POINTS.get(AS_SPELLINGS.get(part, part), NO_POINTS).get(place, 0)
            mentions[topic].append(_Mention(part, place, points, sentence, text))
    return {topic: sure for topic, some in mentions.items() if (sure := _sure(some))}


def _sure(mentions: Sequence[_Mention]) -> Sequence[_Mention]:
    """Mentions that count: none beside ``unless``, short ones only beside words that settle them."""
    parts = {mention.part for mention in mentions}
    if "unless" in parts:
        return ()
    settled = bool(parts & {"spellings", "acronyms", "with"})
    return [m for m in mentions if m.points and (settled or m.part != "short")]


def _points(mentions: Iterable[_Mention]) -> int:
    """The best of each sentence, added up."""
    best: dict[int, int] = {}
    for mention in mentions:
        best[mention.sentence] = max(mention.points, best.get(mention.sentence, 0))
    return sum(best.values())


def _hits(paper: Paper, index: PhraseIndex) -> Iterator[tuple[str, int, str, tuple[Mark, ...]]]:
    """The phrases in a paper: place, number of the sentence, words, and what they stand for."""
    named = [("title", paper.title), *(("keywords", keyword) for keyword in paper.keywords)]
    for number, (place, text) in enumerate(named):
        words = words_of(text)
        for hit in index.scan(words):
            yield place, number, " ".join(words[hit.start : hit.end]), hit.marks
    words = words_of(paper.abstract)
    stops = [at for at, word in enumerate(words) if word in STOPS]
    place, last = "", -1
    for hit in index.scan(words):
        sentence = bisect(stops, hit.start)
        if sentence != last:
            begin = stops[sentence - 1] + 1 if sentence else 0
            end = stops[sentence] if sentence < len(stops) else len(words)
            place, last = _place(words[begin:end]), sentence
        yield place, len(named) + sentence, " ".join(words[hit.start : hit.end]), hit.marks


def _place(sentence: Sequence[str]) -> str:
    """Whether a sentence tells results or examples, says what the paper does, or what is known."""
    words = set(map(str.lower, sentence))
    if not words.isdisjoint(RESULTS):
        return "results"
    own = not words.isdisjoint(OWN_WORK) or ("this" in words and not words.isdisjoint(OWN_NOUNS))
    return "claim" if own else "abstract"


def _fact_reasons(paper: Paper, vocabulary: Vocabulary) -> Iterator[_Reason]:
    """Tags that restate a field of the paper."""
    for code in paper.categories:
        yield Tag("category", slug(code), category_name(code)), "arXiv category", code
    for printed in paper.organizations:
        name = organization_name(printed, vocabulary.organizations)
        yield Tag("organization", slug(name), name), "organization", printed
    if paper.venue:
        name = venue_name(paper.venue, vocabulary.venues)
        yield Tag("venue", slug(name), name), "venue", paper.venue
    if paper.year:
        yield Tag("year", paper.year, paper.year), "date", paper.date
    addresses = [link.url for link in paper.links if link.kind == "code"]
    if paper.has_code or addresses:
        yield (
            Tag("feature", "has-code", "Has code"),
            "code",
            addresses[0] if addresses else "marked as having code",
        )


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


def _one_name_a_slug(found: Iterable[Iterable[Fact]]) -> Mapping[Fact, Tag]:
    """For each tag the tag to show: names that share an address are one tag, under the name most papers give.

    An address taken by a topic, feature or category is not given to a tag of another kind: that one has its
    kind added, so that addresses differ across kinds too.
    """
    counts = Counter(chain.from_iterable(found))
    best: dict[tuple[str, str], Fact] = {}
    for fact in sorted(counts, key=lambda fact: (-counts[fact], fact)):
        best.setdefault(fact[:2], fact)
    owner: dict[str, TagKind] = {}
    for wanted in KINDS:
        owner.update({slug: kind for kind, slug, _ in best.values() if kind == wanted and slug not in owner})
    shown = {
        address: Tag(kind, slug if owner[slug] == kind else f"{slug}-{kind}", name)
        for address, (kind, slug, name) in best.items()
    }
    return {fact: shown[fact[:2]] for fact in counts}


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
