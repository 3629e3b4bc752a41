"""The writings that a collection uses: acronyms and their long forms, solid words and their parts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from papergarden.text.stemming import stem
from papergarden.text.tokens import cut
from papergarden.writers.search_lexicon import STOP_STEMS, Lexicon, Phrase, Writing

DEFINITION = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Language:
    """What is written in two ways in a collection.

    ``longs`` are long forms by their acronyms. ``phrases`` are by their first two words: a long form with its
    acronym, a pair with its solid writing.
    """

    longs: Mapping[str, Phrase]
    phrases: Mapping[tuple[str, str], Sequence[Writing]]

    def changes(self, other: "Language") -> set[Phrase]:
        """What is said to be the same as something else in only one of two languages."""
        phrases = set(chain.from_iterable(self.phrases.values()))
        phrases ^= set(chain.from_iterable(other.phrases.values()))
        acronyms = {(acronym,) for acronym, _ in self.longs.items() ^ other.longs.items()}
        return acronyms.union(phrase for phrase, _ in phrases)


def learn(defined: Mapping[Writing, int], joined: Mapping[Writing, int]) -> Language:
    """Find the acronyms that at least two documents define alike, and the solid words that have parts.

    Args:
        defined: how many documents define an acronym by a long form.
        joined: how often documents write two words as a solid one.

    """
    definitions: defaultdict[str, Counter[Phrase]] = defaultdict(Counter)
    for (long, acronym), count in defined.items():
        definitions[acronym][long] = count
    phrases: defaultdict[tuple[str, str], list[Writing]] = defaultdict(list)
    longs: dict[str, Phrase] = {}
    # Who defines IT or CAN does not speak of every text that has "it" or "can".
    for acronym in sorted(definitions.keys() - STOP_STEMS):
        counts = definitions[acronym]
        long, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and 2 * count > counts.total():
            longs[acronym] = long
            phrases[long[0], long[1]].append((long, acronym))
    for pair, solid_word in sorted(writing for writing, count in joined.items() if count >= 2):
        phrases[pair[0], pair[1]].append((pair, solid_word))
    return Language(longs, dict(phrases))


def define(text: str, lexicon: Lexicon) -> Iterator[Writing]:
    """The acronyms that a text defines, "long form (LF)", folded, each after the stems of its long form.

    One word for each letter, in order: the certain part of Schwartz and Hearst, "A simple algorithm for
    identifying abbreviation definitions in biomedical text", PSB 2003.
    """
    for found in DEFINITION.finditer(text):
        printed = found[1].removesuffix("s") if found[1][:-1].isupper() else found[1]
        letters = re.sub(r"[^a-z]", "", printed.lower())
        if len(letters) < 2 or len(CAPITAL.findall(printed)) < 2:
            continue
        long = lexicon.last(text[max(0, found.start() - 200) : found.start()], len(letters))
        if "".join([word[0] for word in long]) == letters:  # a stem begins as its word does
            yield long, stem(cut(printed)[0].forms[-1])
