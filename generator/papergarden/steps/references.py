"""Find the records or papers that a person's words name, by means that survive edits of a seed.

=============================  =======================================================================
``arxiv:2402.18668``           its arXiv id (also bare, as an address, with a version)
``doi:10.1000/182``            its DOI
``abstract: Opening words``    how its abstract begins; letters and digits alone are compared
``seed.txt: Opening words``    how its title or abstract begins in that seed
``A Title``                    its whole title, letters and digits alone
``a-key``                      the address that its page has, or had
=============================  =======================================================================
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from papergarden.model import Paper, Record
from papergarden.steps.keys import own_key
from papergarden.text import ids


def letters(text: str) -> str:
    """Letters and digits alone, in lower case: what stays when spaces, marks and case are lost."""
    return "".join(filter(str.isalnum, text.casefold()))


class References:
    """An index of records in groups (a paper's records, or each alone), by every name that people may use."""

    def __init__(self, groups: Iterable[Sequence[Record]], keys: Iterable[Iterable[str]] = ()) -> None:
        self._given, self._given_keys = groups, keys

    @classmethod
    def of_records(cls, records: Iterable[Record]) -> "References":
        """Each record by its number."""
        return cls([record] for record in records)

    @classmethod
    def of_papers(cls, papers: Sequence[Paper]) -> "References":
        """Each paper by its number, also by its keys."""
        return cls((paper.records for paper in papers), ((paper.key, *paper.aliases) for paper in papers))

    def find(self, words: str) -> tuple[int, ...]:
        """The numbers of all groups that the words name, in order; none where they name nothing."""
        return tuple(sorted(set(self._found(" ".join(words.split())))))

    def _found(self, words: str) -> Iterator[int]:
        if arxiv := ids.parse_arxiv(words):
            yield from self._by_id[f"arxiv:{arxiv[0]}"]
            return
        if doi := ids.parse_doi(words):
            yield from self._by_id[f"doi:{doi}"]
            return
        place, colon, opening = words.partition(": ")
        if colon and place == "abstract":
            yield from (number for number, _ in self._opening(self._abstracts, opening))
        elif colon and place in self._seeds:
            for index in (self._abstracts, self._titles):
                yield from (number for number, seed in self._opening(index, opening) if seed == place)
        else:
            yield from self._by_title[letters(words)] if letters(words) else ()
            yield from self._by_key[words.strip("/").removeprefix("papers/")]

    @cached_property
    def _groups(self) -> Sequence[Sequence[Record]]:
        """Most collections have no decisions, and then nobody asks."""
        return list(self._given)

    def _members(self) -> Iterator[tuple[int, Record]]:
        return ((number, record) for number, group in enumerate(self._groups) for record in group)

    @cached_property
    def _by_id(self) -> defaultdict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, record in self._members():
            found[f"arxiv:{record.arxiv_id}"].append(number)
            found[f"doi:{record.doi}"].append(number)
        return found

    @cached_property
    def _by_title(self) -> defaultdict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, record in self._members():
            found[letters(record.title)].append(number)
        return found

    @cached_property
    def _by_key(self) -> defaultdict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        keys_of = list(self._given_keys) or [map(own_key, group) for group in self._groups]
        for number, keys in enumerate(keys_of):
            for key in keys:
                found[key].append(number)
        return found

    @cached_property
    def _seeds(self) -> frozenset[str]:
        return frozenset(record.source.seed for _, record in self._members())

    @cached_property
    def _abstracts(self) -> list[tuple[str, int, str]]:
        return sorted((letters(r.abstract), number, r.source.seed) for number, r in self._members())

    @cached_property
    def _titles(self) -> list[tuple[str, int, str]]:
        return sorted((letters(r.title), number, r.source.seed) for number, r in self._members())

    def _opening(self, index: list[tuple[str, int, str]], words: str) -> Iterator[tuple[int, str]]:
        """Numbers and seeds of what begins with these words."""
        wanted = letters(words)
        at = bisect_left(index, (wanted, -1, ""))
        while wanted and at < len(index) and index[at][0].startswith(wanted):
            yield index[at][1], index[at][2]
            at += 1
