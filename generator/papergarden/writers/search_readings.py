"""What every document says to the search index, found out once and kept from one build to the next.

How its words are weighed depends on the writings that the whole collection uses. So with the documents that
are new, those are weighed again that say what the collection now takes for something else than before. What
a document was listed under is not kept: it is weighed once more as it was, to be taken away.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_language import Language, define, learn
from papergarden.writers.search_lexicon import Lexicon, Texts, Writing
from papergarden.writers.search_lists import (
    Entries,
    Lists,
    listed,
    named,
    relisted,
    renumbered,
)
from papergarden.writers.search_placed import Moves, Placed
from papergarden.writers.search_segments import Kept, Segments
from papergarden.writers.search_terms import VALUE_BITS, Scale, uses, weigh
from papergarden.writers.search_writings import saying

FEW = 4
"""Where more than one document in so many has changed, all are read anew."""
FEW_MOVED = 20
"""Where more than one in so many has another number, all lists are written anew."""

T = TypeVar("T", str, Writing)


class Totals(NamedTuple):
    """How many documents define or join something, and how often words are used: more often than before.

    In a title or name a word counts twice.
    """

    defined: dict[Writing, int]
    joined: dict[Writing, int]
    words: dict[str, int]

    def add(self, documents: Iterable[SearchDocument], lexicon: Lexicon, times: int) -> Texts:
        """Add what documents say, or with -1 take it away; return their texts."""
        texts = Texts()
        for document in documents:
            texts.read(document, lexicon)
            for writing in set(define(f"{document.title}. {document.text}", lexicon)):
                _count(self.defined, writing, times)
        used, joining = uses(texts, lexicon)
        for piece, count in joining:
            for writing in lexicon.joined[piece]:
                _count(self.joined, writing, times * count)
        for piece, count in used:
            for form in lexicon.forms[piece].split():
                _count(self.words, form, times * count)
        return texts


class Readings(NamedTuple):
    """All papers and pages as the index takes them."""

    segments: Sequence[str]
    """The names under which documents are kept, by what stands for them."""
    totals: Totals
    language: Language

    @classmethod
    def of(cls, *plain: Any) -> "Readings":
        """What `plain` gave."""
        segments, written, (longs, phrases) = plain
        defined, joined = map(dict, written)
        return cls(segments, Totals(defined, joined, {}), Language(longs, phrases))

    def plain(self) -> tuple[Any, ...]:
        """The same in values to be kept."""
        *written, _ = self.totals
        return self.segments, written, (self.language.longs, self.language.phrases)


class Edits(NamedTuple):
    """What has changed: numbers that are no longer under some terms, or now are."""

    gone: Entries
    new: Entries


class Said(NamedTuple):
    """What documents or names say: all lists, or what has changed of them; and how often words are used.

    Where not all were read ``anew`` that is how much more often than before.
    """

    lists: Edits | dict[str, bytes]
    words: Mapping[str, int]
    anew: bool


class Then(NamedTuple):
    """What the last build found out."""

    placed: Placed
    readings: Readings
    """Their totals are used up."""
    postings: Callable[[Iterable[str] | None], Lists]
    """Tells those of some terms, or of all."""
    spelling: Callable[[str], str]
    """Tells the words of a term, joined by blanks."""


def read_documents(
    documents: Mapping[str, SearchDocument], placed: Placed, before: Then | None, lexicon: Lexicon, kept: Kept
) -> tuple[Readings, Said]:
    """Read what is new, or all where much is.

    Args:
        documents: all that there is.
        placed: the numbers of papers and pages.
        before: what the last build found out.
        lexicon: what is known of words.
        kept: where the documents of the last build are, and where those of this one go.

    """
    count = len(placed)
    if before:
        moves = placed.since(before.placed)
        few = FEW * len(moves.gone) <= len(before.placed) and FEW * len(moves.new) <= count
        segments = Segments(before.readings.segments, kept)
        if few and segments.is_for(count) and segments.find({*moves.gone, *moves.new}):
            old = [SearchDocument(*segments.take(digest)) for digest in moves.gone]
            new = [documents[placed.urls[number]] for number in moves.new.values()]
            segments.put(dict(zip(moves.new, map(tuple, new), strict=True)))
            return _updated(documents, placed, before, moves, old, new, segments.close(), lexicon)
    segments = Segments.empty(count, kept)
    numbers = [number for number, url in enumerate(placed.urls) if url]
    found = [documents[placed.urls[number]] for number in numbers]
    segments.put(dict(zip(map(placed.digest, numbers), map(tuple, found), strict=True)))
    return _anew(numbers, found, segments.close(), lexicon)


def _anew(
    numbers: Sequence[int], documents: Sequence[SearchDocument], segments: Sequence[str], lexicon: Lexicon
) -> tuple[Readings, Said]:
    totals = Totals({}, {}, {})
    texts = totals.add(documents, lexicon, 1)
    language = learn(totals.defined, totals.joined)
    weighed = weigh(numbers, documents, texts, lexicon, Scale(lexicon, language))
    del texts
    said = Said(listed(weighed, lexicon.terms.names), totals.words, anew=True)
    return Readings(segments, totals, language), said


def _updated(
    documents: Mapping[str, SearchDocument],
    placed: Placed,
    before: Then,
    moves: Moves,
    old: Sequence[SearchDocument],
    new: Sequence[SearchDocument],
    segments: Sequence[str],
    lexicon: Lexicon,
) -> tuple[Readings, Said]:
    _, totals, then = before.readings
    gone, come = totals.add(old, lexicon, -1), totals.add(new, lexicon, 1)
    language = learn(totals.defined, totals.joined)
    stay = {number: number for number, url in enumerate(before.placed.urls) if url}
    for number in moves.gone.values():
        del stay[number]
    stay |= moves.moved
    postings = before.postings
    if many := FEW_MOVED * len(moves.moved) > len(stay):
        lists = renumbered(postings(None), stay, VALUE_BITS)
        stay = {number: number for number in stay.values()}
        postings = partial(_those, lists)
    concerned = saying(
        language.changes(then),
        {was: placed.urls[number] for was, number in stay.items()},
        documents,
        postings,
        VALUE_BITS,
        before.spelling,
    )
    again = {was: number for was, number in stay.items() if was != number or was in concerned}
    others = [documents[placed.urls[number]] for number in again.values()]
    texts = Texts()
    for document in others:
        texts.read(document, lexicon)
    was, now = Scale(lexicon, then), Scale(lexicon, language)
    out = _weighed(again, others, texts, lexicon, was)
    if not many:
        out |= _weighed(moves.gone.values(), old, gone, lexicon, was)
    coming = _weighed(moves.new.values(), new, come, lexicon, now)
    coming |= _weighed(again.values(), others, texts, lexicon, now)
    changed = relisted(lists, out, coming) if many else Edits(out, coming)
    return Readings(segments, totals, language), Said(changed, totals.words, anew=False)


def _those(lists: Lists, terms: Iterable[str] | None) -> Lists:
    return lists if terms is None else {term: lists[term] for term in terms if term in lists}


def _weighed(
    numbers: Iterable[int],
    documents: Collection[SearchDocument],
    texts: Texts,
    lexicon: Lexicon,
    scale: Scale,
) -> set[tuple[str, int]]:
    """The postings of documents, each with its term."""
    found = weigh(list(numbers), list(documents), texts, lexicon, scale)
    return {entry for part in found for entry in named(part, lexicon.terms.names)}


def _count(counts: dict[T, int], what: T, times: int) -> None:
    if now := counts.get(what, 0) + times:
        counts[what] = now
    else:
        del counts[what]
