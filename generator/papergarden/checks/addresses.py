"""Every page has an address of its own, on every disk: no two papers, people or tags share one."""

import unicodedata
from collections.abc import Collection, Iterator
from itertools import chain
from operator import attrgetter

from papergarden.model import TAG_FOLDERS, Finding, Library, Source

FIX = "Say in seeds/decisions.yml whether the two are the same, or report this as a fault of papergarden."


def addresses(library: Library) -> Iterator[Finding]:
    """A finding for each second claimant of an address, compared as a case-insensitive disk does."""
    if not any(_may_clash(some) for some in _by_folder(library)):
        return
    taken: dict[str, str] = {}
    for address, name, source in _claims(library):
        other = taken.setdefault(_folded(address), name)
        if other != name:
            what = f"Two pages have the address {address}: {other} and {name}."
            yield Finding("error", "address-taken", source, what, FIX, address)


def _may_clash(names: Collection[str]) -> bool:
    """Whether any of the names in a folder may be another's but for its case; quick to see that none is."""
    return len(set(map(str.lower, names))) < len(names) or not "".join(names).isascii()


def _by_folder(library: Library) -> Iterator[Collection[str]]:
    """The names that are claimed in folders, each once for each claimant."""
    papers = library.papers
    yield [*map(attrgetter("key"), papers), *chain.from_iterable(map(attrgetter("aliases"), papers))]
    yield library.people
    shown = list(chain.from_iterable(map(attrgetter("tags"), papers)))
    # One object for all papers, as far as that goes: quicker to compare than its fields.
    tags = set(dict(zip(map(id, shown), shown, strict=True)).values())
    yield [f"{TAG_FOLDERS[tag.kind]}/{tag.slug}" for tag in tags]


def _folded(address: str) -> str:
    if address.isascii():
        return address.lower()
    return unicodedata.normalize("NFC", address).casefold()


def _claims(library: Library) -> Iterator[tuple[str, str, Source]]:
    """Address, name of the thing that has its page there, and the first place to look for it."""
    tags: set[int] = set()
    persons = {""}
    for paper in library.papers:
        source = paper.records[0].source
        for key in (paper.key, *paper.aliases):
            yield f"papers/{key}/", paper.key, source
        for tag in paper.tags:
            if id(tag) not in tags:  # one object for all papers, as far as that goes: quicker than its fields
                tags.add(id(tag))
                yield f"{TAG_FOLDERS[tag.kind]}/{tag.slug}/", f"{tag.kind} {tag.name}", source
        for one in paper.authors:
            if one.person not in persons:
                persons.add(one.person)
                yield f"authors/{one.person}/", one.person, source
