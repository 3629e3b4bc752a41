"""Tell which topics a paper speaks of, and by which of its words.

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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import NamedTuple

from papergarden.model import Paper
from papergarden.steps.phrases import STOPS, Mark, PhraseIndex, words_of
from papergarden.steps.vocabulary import Vocabulary

ENOUGH = 4
ENOUGH_OF_WEAK = 2
LEAST = 2
SPELLED: Mapping[str, int] = {"title": 4, "keywords": 4, "claim": 3, "abstract": 2, "results": 1}
POINTS: Mapping[str, Mapping[str, int]] = {
    **dict.fromkeys(("spellings", "acronyms", "short"), SPELLED),
    "weak": {"title": 3, "keywords": 3, "claim": 1, "abstract": 1, "results": 0},
    "title": {"title": 4, "keywords": 4},
}
NO_POINTS: Mapping[str, int] = {}
OWN_WORK = frozenset(["we", "our", "ours", "us"])
OWN_NOUNS = frozenset(["paper", "work", "article", "study", "report", "thesis", "survey"])
RESULTS = frozenset(
    (
        *("experiment", "experiments", "outperform", "outperforms", "outperforming", "outperformed"),
        *("evaluate", "evaluated", "benchmarks", "datasets", "including"),
    )
)
"""Words of sentences that tell how something was measured, or list examples."""
PLACES = {
    "title": "title",
    "keywords": "keywords",
    "claim": "what the paper does",
    "abstract": "abstract",
    "results": "results",
}

Verdict = Mapping[int, str]
"""What people decided of topics, by number: ``tag`` or ``untag``."""


class Mention(NamedTuple):
    """Words of a paper that speak of a topic: their part in the vocabulary, place, points, and sentence."""

    part: str
    place: str
    points: int
    sentence: int
    words: str


Seen = str | Sequence[Mention]
"""What a rule saw in a paper."""


def topics_of(paper: Paper, vocabulary: Vocabulary, verdict: Verdict) -> Mapping[int, tuple[str, Seen]]:
    """The topics of a paper by number, each with the rule and what it saw; see the head of this module.

    Where people decided for or against a topic, that wins over every rule.
    """
    chosen: dict[int, tuple[str, Seen]] = {}
    topics = vocabulary.topics

    def choose(number: int, rule: str, seen: Seen) -> None:
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


def _unmistakable(mentions: Iterable[Mention]) -> bool:
    """Whether there is more than weak words, or a weak one in the title or among the keywords."""
    return any(mention.part != "weak" or mention.place in ("title", "keywords") for mention in mentions)


def evidence(seen: Seen) -> str:
    """The words seen with their places, each once: ``title: KV cache; abstract: key-value cache``."""
    if isinstance(seen, str):
        return seen
    return "; ".join(dict.fromkeys(f"{PLACES[mention.place]}: {mention.words}" for mention in seen))


def _mentions(paper: Paper, vocabulary: Vocabulary) -> Mapping[int, Sequence[Mention]]:
    """What the paper says of each topic, without words that in this paper mean something else."""
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    for place, sentence, text, marks in _hits(paper, vocabulary.index):
        for topic, part in marks:
            points = POINTS.get(part, NO_POINTS).get(place, 0)
            mentions[topic].append(Mention(part, place, points, sentence, text))
    return {topic: sure for topic, some in mentions.items() if (sure := _sure(some))}


def _sure(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Mentions that count: none beside ``unless``, short ones only beside words that settle them."""
    parts = {mention.part for mention in mentions}
    if "unless" in parts:
        return ()
    settled = bool(parts & {"spellings", "acronyms", "with"})
    return [m for m in mentions if m.points and (settled or m.part != "short")]


def _points(mentions: Iterable[Mention]) -> int:
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
    stops = list(compress(count(), map(STOPS.__contains__, words)))
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
