"""The words that misspelled ones are compared with, kept in order from one build to the next."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from papergarden.writers.search_pack import finder, in_order

MENDABLE = range(4, 24)
"""How long they are."""
MOST_BITS = 21


class Mendable(NamedTuple):
    """Words spelled backwards, in order, and of each the bit length of how often it is used.

    What is written once in all texts is itself likely to be a slip.
    """

    words: Sequence[str]
    bits: bytes

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Self:
        """Those of all words, of which is given how often each is used."""
        bits = {
            word[::-1]: _bits(count) for word, count in counts.items() if count > 1 and _may_be_meant(word)
        }
        words = in_order(bits)
        return cls(words, bytes(map(bits.__getitem__, words)))

    def changed(self, counts: Mapping[str, int]) -> "Mendable":
        """The same where some words are used more often or less."""
        words, bits = list(self.words), bytearray(self.bits)
        place = finder(words, counts)
        for word in filter(_may_be_meant, counts):
            backwards, count = word[::-1], counts[word]
            at = place(backwards)
            end = at + (words[at : at + 1] == [backwards])
            come = count > 1
            words[at:end] = [backwards] * come
            bits[at:end] = bytes((_bits(count),)) * come
        return Mendable(words, bytes(bits))

    def plain(self) -> tuple[str, bytes]:
        """The same in a text and numbers, to be kept."""
        return "\n".join(self.words), self.bits

    @classmethod
    def kept(cls, words: str, bits: bytes) -> Self:
        """What `plain` gave."""
        return cls(words.split("\n") if bits else [], bits)


def _may_be_meant(word: str) -> bool:
    return len(word) in MENDABLE and word.isalpha()


def _bits(count: int) -> int:
    return min(count.bit_length(), MOST_BITS)
