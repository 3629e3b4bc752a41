"""The labelled places of the project's seeds, and what becomes of them.

``tests/samples/repair/places.tsv`` was made by reading every abstract, without looking at what the repair
makes of it: each damaged place with the text that belongs there (``certain``, or ``evidence`` where words ran
together), each intact name in CamelCase and whatever else must stay (``leave``), and one place for each text
that lost formulas (``lost``). Rows of one line stand in the order of the text. What no row names is intact.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from papergarden.text.repair import lexicon, lost, repair, words_of

ROOT = Path(__file__).parents[2]
PLACES = ROOT / "tests/samples/repair/places.tsv"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Place(NamedTuple):
    """A labelled place: line of a seed, kind, the text there, and the text that belongs there."""

    seed: str
    line: int
    kind: str
    before: str
    after: str


class Outcome(NamedTuple):
    """What became of a place: ``right``, ``left`` as it was, or ``wrong``; and the rules that touched it."""

    place: Place
    verdict: str
    rules: tuple[str, ...]


class Text(NamedTuple):
    """A labelled text as printed, as it ought to be, and as it is mended."""

    places: tuple[Place, ...]
    printed: str
    ideal: str
    mended: str
    repairs: tuple[tuple[str, str, str], ...]


@cache
def texts() -> tuple[Text, ...]:
    """Every line of the seeds that has labelled places, mended with the vocabulary of the seeds."""
    rows = [line.split("\t") for line in PLACES.read_text(encoding="utf-8").splitlines()[1:]]
    places = [Place(seed, int(line), *rest) for seed, line, *rest in rows]
    seeds = {
        name: (ROOT / "seeds" / name).read_text(encoding="utf-8").split("\n")
        for name in dict.fromkeys(place.seed for place in places)
    }
    known = lexicon(Counter(word for lines in seeds.values() for line in lines for word in words_of(line)))
    grouped: dict[tuple[str, int], list[Place]] = {}
    for place in places:
        grouped.setdefault((place.seed, place.line), []).append(place)
    return tuple(
        Text(tuple(group), printed, _ideal(printed, group), *repair("abstract", printed, known))
        for (seed, line), group in grouped.items()
        for printed in [seeds[seed][line - 1].removeprefix("Abstract:")]
    )


def spans(text: Text) -> Iterator[tuple[int, int, Place]]:
    """Where in the printed text each place is; a place that is not there is a fault of the sample."""
    at = 0
    for place in text.places:
        if place.kind != "lost":
            start = text.printed.index(place.before, at)
            at = start + len(place.before)
            yield start, at, place


def _ideal(printed: str, places: list[Place]) -> str:
    pieces, at = [], 0
    for place in places:
        if place.kind != "lost":
            start = printed.index(place.before, at)
            pieces += [printed[at:start], place.before if place.kind == "leave" else place.after]
            at = start + len(place.before)
    return "".join([*pieces, printed[at:]])


def outcomes() -> Iterator[Outcome]:
    """What became of each damaged place."""
    for text in texts():
        for place in text.places:
            if place.kind == "lost":
                verdict = "right" if lost(text.mended) == place.after else "left"
                yield Outcome(place, verdict, ())
            elif place.kind != "leave":
                yield Outcome(place, _verdict(text, place), tuple(_rules(text, place)))


def _verdict(text: Text, place: Place) -> str:
    if text.mended.count(place.before) > text.ideal.count(place.before):
        return "left"
    return "right" if text.mended.count(place.after) >= text.ideal.count(place.after) else "wrong"


def _rules(text: Text, place: Place) -> Iterator[str]:
    for rule, before, _ in text.repairs:
        if place.before.strip() in before or before in place.before:
            yield rule


def false_changes() -> Iterator[tuple[Place, str, str]]:
    """Every change of intact text: a place of the line it is in, what was printed, what it became."""
    for text in texts():
        damaged = [(start, end) for start, end, place in spans(text) if place.kind != "leave"]
        for start, end, before, after in changes(text.printed, text.mended):
            if not any(start <= until and since <= end for since, until in damaged):
                yield text.places[0], before, after


def changes(printed: str, mended: str) -> Iterator[tuple[int, int, str, str]]:
    """Where the texts differ, token by token: start and end in the printed one, before, after."""
    old, new = _TOKEN.findall(printed), _TOKEN.findall(mended)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield starts[a], starts[b], "".join(old[a:b]), "".join(new[c:d])
