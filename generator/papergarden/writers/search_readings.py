"""What every document says to the search index, found out once and kept from one build to the next.

How its words are weighed depends on the writings that the whole collection uses. So with the documents that
are new, those are weighed again that say what the collection now takes for something else than before. What
a document was listed under is not kept: it is weighed once more as it was, to be taken away.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple, TypeVar

from papergarden.text.digest import SIZE
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_language import Language, define, learn
from papergarden.writers.search_lexicon import Lexicon, Texts, Writing
from papergarden.writers.search_lists import (
    Entries,
    Lists,
    counted,
    listed,
    named,
    packed,
    relisted,
    renumbered,
    told,
    unpacked,
)
from papergarden.writers.search_segments import Kept, Segments
from papergarden.writers.search_terms import VALUE_BITS, uses, weigh
from papergarden.writers.search_writings import saying

FEW = 4
"""Where more than one document in so many has changed, all are read anew."""
FEW_MOVED = 20
"""Where more than one in so many has another number, all lists are written anew."""

T = TypeVar("T", str, Writing)
Numbers = Mapping[bytes, int]
STATED = SearchDocument._fields.index("date")
"""Of so many fields of a document its terms are made, those that come first."""


class Totals(NamedTuple):
    """In all documents together: how often words are used, how many documents define or join something.

    In a title or name a word counts twice.
    """

    words: dict[str, int]
    defined: dict[Writing, int]
    joined: dict[Writing, int]

    def add(
        self, documents: Iterable[SearchDocument], lexicon: Lexicon, times: int
    ) -> tuple[Texts, set[str]]:
        """Add what documents say, or with -1 take it away; return their texts and the words they use."""
        texts = Texts()
        for document in documents:
            texts.read(document, lexicon)
            for writing in set(define(f"{document.title}. {document.text}", lexicon)):
                _count(self.defined, writing, times)
        used, joining = uses(texts, lexicon)
        for piece, count in joining:
            for writing in lexicon.joined[piece]:
                _count(self.joined, writing, times * count)
        words = set()
        for piece, count in used:
            words.update(forms := lexicon.forms[piece].split())
            for form in forms:
                _count(self.words, form, times * count)
        return texts, words


class Readings(NamedTuple):
    """All papers and pages as the index takes them."""

    numbers: Numbers
    """By what stands for all that a document says."""
    segments: Sequence[str]
    """The names under which documents are kept, by what stands for them."""
    totals: Totals
    language: Language

    @classmethod
    def of(cls, *plain: Any) -> "Readings":
        """What `plain` gave."""
        digests, numbers, segments, (words, *written), (longs, phrases) = plain
        each = (digests[start : start + SIZE] for start in range(0, len(digests), SIZE))
        placed = dict(zip(each, unpacked(numbers), strict=True))
        totals = Totals(counted(*words), *map(dict, written))
        return cls(placed, segments, totals, Language(longs, phrases))

    def plain(self) -> tuple[Any, ...]:
        """The same in texts and numbers, to be kept."""
        words, *written = self.totals
        language = self.language.longs, self.language.phrases
        numbers = b"".join(self.numbers), packed(array("I", self.numbers.values()))
        return *numbers, self.segments, (told(words), *written), language


class Edits(NamedTuple):
    """What has changed: numbers that are no longer under some terms or now are; words with other counts."""

    gone: Entries
    new: Entries
    words: Set[str]


def read_documents(
    numbered: Mapping[int, SearchDocument],
    stated: Mapping[str, bytes],
    before: Readings | None,
    postings: Callable[[Iterable[str] | None], Lists],
    spellings: Mapping[str, str],
    lexicon: Lexicon,
    kept: Kept,
) -> tuple[Readings, Edits | Lists]:
    """Read what is new; what has changed of the postings by that, or all of them where all was read anew.

    Args:
        numbered: papers and pages by number, no two of them with the same address.
        stated: by address, what stands for all of a document of which terms are made.
        before: what the last build found out; its totals are used up.
        postings: those of some terms, or all, in the last build.
        spellings: the forms of each term in the last build.
        lexicon: what is known of words.
        kept: where the documents of the last build are, and where those of this one go.

    """
    numbers = {stated[document.url]: number for number, document in numbered.items()}
    if before:
        gone = before.numbers.keys() - numbers.keys()
        new = numbers.keys() - before.numbers.keys()
        few = FEW * len(gone) <= len(before.numbers) and FEW * len(new) <= len(numbers)
        segments = Segments(before.segments, kept)
        if few and segments.is_for(len(numbers)) and segments.find({*gone, *new}):
            old = {digest: SearchDocument(*segments.take(digest)) for digest in gone}
            segments.put({digest: numbered[numbers[digest]][:STATED] for digest in new})
            return _updated(before, numbers, segments.close(), old, numbered, postings, spellings, lexicon)
    segments = Segments.empty(len(numbers), kept)
    segments.put({digest: numbered[number][:STATED] for digest, number in numbers.items()})
    return _anew(numbers, segments.close(), numbered, lexicon)


def _anew(
    numbers: Numbers, segments: Sequence[str], numbered: Mapping[int, SearchDocument], lexicon: Lexicon
) -> tuple[Readings, Lists]:
    totals = Totals({}, {}, {})
    documents = list(numbered.values())
    texts, _ = totals.add(documents, lexicon, 1)
    language = learn(totals.defined, totals.joined)
    weighed = weigh(list(numbered), documents, texts, lexicon, language)
    del texts
    return Readings(numbers, segments, totals, language), listed(weighed, lexicon.terms.names)


def _updated(
    before: Readings,
    numbers: Numbers,
    segments: Sequence[str],
    old: Mapping[bytes, SearchDocument],
    numbered: Mapping[int, SearchDocument],
    postings: Callable[[Iterable[str] | None], Lists],
    spellings: Mapping[str, str],
    lexicon: Lexicon,
) -> tuple[Readings, Edits | Lists]:
    new = {digest: numbered[number] for digest, number in numbers.items() if digest not in before.numbers}
    totals = before.totals
    gone, unused = totals.add(old.values(), lexicon, -1)
    come, used = totals.add(new.values(), lexicon, 1)
    language = learn(totals.defined, totals.joined)
    stay = {number: numbers[digest] for digest, number in before.numbers.items() if digest in numbers}
    moved = sum(was != number for was, number in stay.items())
    if many := FEW_MOVED * moved > len(stay):
        lists = renumbered(postings(None), stay, VALUE_BITS)
        stay = {number: number for number in stay.values()}
    concerned = saying(
        language.changes(before.language),
        {was: numbered[number] for was, number in stay.items()},
        (lambda terms: {term: lists.get(term, b"") for term in terms}) if many else postings,
        VALUE_BITS,
        spellings,
    )
    again = {was: number for was, number in stay.items() if was != number or was in concerned}
    others = [numbered[number] for number in again.values()]
    texts = Texts()
    for document in others:
        texts.read(document, lexicon)
    out = _weighed(again, others, texts, lexicon, before.language)
    if not many:
        out |= _weighed(map(before.numbers.__getitem__, old), old.values(), gone, lexicon, before.language)
    coming = _weighed(map(numbers.__getitem__, new), new.values(), come, lexicon, language)
    coming |= _weighed(again.values(), others, texts, lexicon, language)
    readings = Readings(numbers, segments, totals, language)
    return readings, relisted(lists, out, coming) if many else Edits(out, coming, used | unused)


def _weighed(
    numbers: Iterable[int],
    documents: Collection[SearchDocument],
    texts: Texts,
    lexicon: Lexicon,
    language: Language,
) -> set[tuple[str, int]]:
    """The postings of documents, each with its term."""
    found = weigh(list(numbers), list(documents), texts, lexicon, language)
    return {entry for part in found for entry in named(part, lexicon.terms.names)}


def _count(counts: dict[T, int], what: T, times: int) -> None:
    if now := counts.get(what, 0) + times:
        counts[what] = now
    else:
        del counts[what]
