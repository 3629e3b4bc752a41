"""The words of each term, the most frequent first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from papergarden.text.stemming import stem


def spelled(words: Mapping[str, int]) -> dict[str, str]:
    """The words of each term, joined by blanks; given is how often each is used."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(sorted(words), key=words.__getitem__, reverse=True):
        found[stem(word)].append(word)
    return {term: " ".join(some) for term, some in found.items()}


def respelled(
    before: Mapping[str, str], words: Mapping[str, int], used: Iterable[str]
) -> tuple[dict[str, str], set[str]]:
    """The same where only some words are used more or less than before; and the terms that it concerns."""
    now, changed = {**before}, set()
    concerned: defaultdict[str, set[str]] = defaultdict(set)
    for word in used:
        concerned[stem(word)].add(word)
    for term, some in concerned.items():
        there = words.keys() & some.union(before.get(term, "").split())
        spelling = " ".join(sorted(there, key=lambda word: (-words[word], word)))
        if spelling != now.pop(term, ""):
            changed.add(term)
        if spelling:
            now[term] = spelling
    return now, changed


def shortened(spellings: Mapping[str, str]) -> tuple[str, str]:
    """Spellings as two texts, to be kept: all terms, and their words where these are not the term alone."""
    words = ("" if term == some else some for term, some in spellings.items())
    return "\n".join(spellings), "\n".join(words)


def restored(terms: str, words: str) -> dict[str, str]:
    """The spellings that `shortened` made short."""
    pairs = zip(terms.split("\n"), words.split("\n"), strict=True)
    return {term: some or term for term, some in pairs if term}
