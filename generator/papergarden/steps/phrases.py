"""Words of running text, made alike however they are written, and phrases found among them in one pass.

The index is a tree of words (a trie): from each word of the text the longest phrase that begins there is
followed, and the next one is looked for behind it. A phrase inside a longer one is not seen, so that
"reinforcement learning from human feedback" does not speak of reinforcement learning, nor "heat diffusion" of
diffusion. The work is linear in the text, since a phrase has at most ``LONGEST`` words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

Mark = tuple[int, str]
"""What a phrase stands for: the number of a topic, and the part that the phrase plays for it."""

Tree = dict[Any, Any]
"""By word the tree of what follows it; under None what the phrase stands for that ends there."""

NOTHING: Tree = {}
LONGEST = 8
STOPS = frozenset(".!?")
_WORDS = re.compile(r"[^\W_]+|[.!?](?=[\s\"'”’)\]]|$)|[,;:—]")
_PLAIN_WORDS = re.compile(r"[A-Za-z0-9]+|[.!?](?=[\s\"')\]]|$)|[,;:]")
"""The same where there is nothing but ASCII, and faster."""
_WORD = re.compile(r"[^\W_]+")
_BLANKED = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""By character of ASCII that character, or a blank where it is in no word."""
_POSSESSIVE = re.compile(r"['’]s\b")
_IRREGULAR = {
    "biases": "bias", "corpora": "corpus", "matrices": "matrix", "vertices": "vertex", "indices": "index",
    "analyses": "analysis", "hypotheses": "hypothesis", "lens": "lens", "news": "news",
}  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text as written, and between them the punctuation that no phrase runs across."""
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    return (_PLAIN_WORDS if text.isascii() else _WORDS).findall(text)


def words_alone(text: str) -> list[str]:
    """The words of a text as written, without the punctuation."""
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    # Bytes are translated ten times faster than texts.
    return text.encode().translate(_BLANKED).decode().split() if text.isascii() else _WORD.findall(text)


@cache
def alike(word: str) -> str:
    """A word without case, accents, plural and British spelling, for comparing, not for showing."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.lower()
    return _american(_IRREGULAR.get(word) or _singular(word))


@cache
def exact(word: str) -> str:
    """An acronym without the ``s`` of its plural: ``LLMs`` is ``LLM``; every other word as written."""
    plural = len(word) > 2 and word[-1] == "s" and not word[-2].islower()
    return word[:-1] if plural else word


def _singular(word: str) -> str:
    if len(word) < 4 or word[-1] != "s" or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]


def _american(word: str) -> str:
    if len(word) < 6:
        return word
    return word.replace("isation", "ization").replace("our", "or").replace("elling", "eling")


class Hit(NamedTuple):
    """A phrase found: the words from ``start`` up to ``end``, and what it stands for."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class _Begun(dict[str, tuple[Tree, Tree, bool] | None]):
    """By a word as written what follows it in phrases and in acronyms, and whether it may be one by itself.

    Found when first asked for; None where nothing begins so.
    """

    def __init__(self, words: Tree, acronyms: Tree) -> None:
        self._words, self._acronyms = words, acronyms

    def __missing__(self, word: str) -> tuple[Tree, Tree, bool] | None:
        phrases, acronyms = self._words.get(alike(word), NOTHING), self._acronyms.get(exact(word), NOTHING)
        found = phrases, acronyms, None in phrases or bool(acronyms)
        self[word] = found if phrases or acronyms else None
        return self[word]


class PhraseIndex:
    """Phrases, each with what it stands for; more than one thing may be put under the same phrase."""

    def __init__(self) -> None:
        self._words: Tree = {}
        self._acronyms: Tree = {}
        self._begun = _Begun(self._words, self._acronyms)

    def add(self, phrase: str, mark: Mark) -> None:
        """Find a phrase in any case, number and hyphenation, also with two of its words glued together."""
        words = [alike(word) for word in words_of(phrase)]
        glued = ([*words[:i], words[i] + words[i + 1], *words[i + 2 :]] for i in range(len(words) - 1))
        for variant in (words, *glued):
            _insert(self._words, variant, mark)
        self._begun.clear()

    def add_acronym(self, acronym: str, mark: Mark) -> None:
        """Find an acronym as it is written, or with the ``s`` of a plural."""
        _insert(self._acronyms, [exact(word) for word in words_of(acronym)], mark)
        self._begun.clear()

    def scan(self, words: list[str]) -> Iterator[Hit]:
        """The phrases among the words, from left to right: the longest at its place, none that overlap."""
        covered = 0
        begun = enumerate(map(self._begun.__getitem__, words))
        for start, (phrases, acronyms, alone) in [(start, one) for start, one in begun if one]:
            if start >= covered and (
                alone or (start + 1 < len(words) and alike(words[start + 1]) in phrases)
            ):
                phrase = _follow(phrases, words, start, alike) if phrases else None
                acronym = _follow(acronyms, words, start, exact) if acronyms else None
                if hit := _longest(phrase, acronym):
                    covered = hit.end
                    yield hit


def _insert(tree: Tree, words: Iterable[str], mark: Mark) -> None:
    for word in words:
        tree = tree.setdefault(word, {})
    if mark not in tree.get(None, ()):
        tree[None] = (*tree.get(None, ()), mark)


def _follow(tree: Tree, words: list[str], start: int, form: Callable[[str], str]) -> Hit | None:
    """The longest phrase that begins with a word; ``tree`` is what may follow it."""
    end = start + 1
    last, marks = end, tree.get(None)
    for word in words[end : start + LONGEST]:
        branch = tree.get(form(word))
        if branch is None:
            break
        tree, end = branch, end + 1
        if None in tree:
            last, marks = end, tree[None]
    return Hit(start, last, marks) if marks else None


def _longest(one: Hit | None, other: Hit | None) -> Hit | None:
    if one is None or other is None:
        return one or other
    if one.end == other.end:
        return Hit(one.start, one.end, tuple(dict.fromkeys(one.marks + other.marks)))
    return max(one, other, key=lambda hit: hit.end)
