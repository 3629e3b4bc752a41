"""The words of each term, most frequent first, and how often each is used, in a text: ``maps 7 0 map 2 1``.

The first number is of uses in papers and pages, the second of names of people and tags.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from papergarden.text.stemming import stem

Uses = dict[str, tuple[int, int]]
"""By word the two numbers."""
TextsOf = Callable[[Iterable[str]], Mapping[str, str]]
"""Tells the texts of terms that have one."""


def recounted(
    before: TextsOf, said: Mapping[str, int], named: Mapping[str, int]
) -> tuple[dict[str, str], dict[str, int]]:
    """The texts of terms some of whose words are used more often or less, "" where no word is left.

    And how often papers and pages now use each of these words.
    """
    terms: defaultdict[str, list[str]] = defaultdict(list)
    for word in {*said, *named}:
        terms[stem(word)].append(word)
    now, counts, texts = {}, {}, before(terms)
    for term, words in terms.items():
        uses = _read(texts.get(term, ""))
        for word in words:
            count, names = uses.pop(word, (0, 0))
            count, names = count + said.get(word, 0), names + named.get(word, 0)
            counts[word] = count
            if count or names:
                uses[word] = count, names
        now[term] = _written(uses)
    return now, counts


def without(texts: Mapping[str, str], *, said: bool, named: bool) -> dict[str, str]:
    """The texts where papers and pages, or names, are counted anew."""
    if said and named:
        return {}
    now = {}
    for term, text in texts.items():
        uses = {
            word: (0 if said else count, 0 if named else names)
            for word, (count, names) in _read(text).items()
        }
        now[term] = _written({word: counts for word, counts in uses.items() if any(counts)})
    return now


def spelling(text: str) -> str:
    """The words alone."""
    return " ".join(text.split(" ")[::3])


def _read(text: str) -> Uses:
    parts = text.split(" ")
    return dict(zip(parts[::3], zip(map(int, parts[1::3]), map(int, parts[2::3]), strict=True), strict=False))


def _written(uses: Uses) -> str:
    """A word that only names have counts as if it were used once."""
    if len(uses) > 1:
        uses = dict(sorted(uses.items(), key=lambda use: (-(use[1][0] or 1), use[0])))
    return " ".join([f"{word} {count} {names}" for word, (count, names) in uses.items()])
