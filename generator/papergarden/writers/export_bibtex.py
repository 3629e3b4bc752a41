"""BibTeX that BibTeX, biber and Zotero read: escaped, in UTF-8, one entry a paper."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from papergarden.model import Authorship, Paper
from papergarden.text.names import parts
from papergarden.text.tex import segments
from papergarden.writers.citation import MONTHS, address, date_parts, in_journal

ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ", "\r": " ",
}  # fmt: skip
UNBALANCED = ESCAPES | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""BibTeX counts braces even behind a backslash, so one without its partner must not be written."""
VERBATIM = {"{": "%7B", "}": "%7D", "\\": "%5C", "\n": "", "\r": ""}
"""In addresses and ids nothing is TeX, but a brace would end the field."""
_SPECIAL = re.compile(f"[{re.escape(''.join(ESCAPES))}]")
_BRACE = re.compile("[{}]")
NAMES_KEPT = 1 << 12


def entry(paper: Paper, cited: str) -> str:
    """The entry of a paper under its citation key."""
    kind = "article" if in_journal(paper) else "inproceedings" if paper.venue else "misc"
    fields = "".join([f"  {name} = {value},\n" for name, value in _fields(paper)])
    return f"@{kind}{{{cited},\n{fields}}}\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    """Field names and their values in braces, those that are known."""
    if paper.title:
        yield "title", f"{{{{{_tex(paper.title)}}}}}"
    if paper.authors:
        names = [*map(_name, paper.authors), *([] if paper.authors_complete else ["others"])]
        yield "author", f"{{{' and '.join(names)}}}"
    if paper.venue:
        yield "journal" if in_journal(paper) else "booktitle", f"{{{_tex(paper.venue)}}}"
    for name, number in zip(("year", "month"), date_parts(paper), strict=False):
        yield name, f"{{{number}}}" if name == "year" else MONTHS[number - 1]
    if paper.arxiv_id:
        yield "eprint", f"{{{paper.arxiv_id}}}"
        yield "archiveprefix", "{arXiv}"
    if paper.categories:
        yield "primaryclass", f"{{{_tex(paper.categories[0])}}}"
    for name, value in (("doi", paper.doi), ("url", address(paper))):
        if value:
            yield name, f"{{{_escaped(value, VERBATIM)}}}"
    if paper.abstract:
        yield "abstract", f"{{{_tex(paper.abstract)}}}"


@lru_cache(NAMES_KEPT)
def _name(authorship: Authorship) -> str:
    """A name as printed; in braces where BibTeX would cut it: organizations, commas, the word "and"."""
    name = authorship.name
    tex = _tex(name)
    organization = not authorship.person or (" " in name and not parts(name).given)
    whole = organization or "," in tex or " and " in tex.lower() or tex.lower() == "others"
    return f"{{{tex}}}" if whole else tex


def _tex(text: str) -> str:
    """Text escaped for TeX, with its formulas left as they are where their braces are balanced."""
    if not _SPECIAL.search(text):
        return text
    pieces = []
    for kind, piece in segments(text):
        balanced = _balanced(piece)
        whole = kind == "math" and balanced
        pieces.append(f"${piece}$" if whole else _escaped(piece, ESCAPES if balanced else UNBALANCED))
    return "".join(pieces)


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return _SPECIAL.sub(lambda found: escapes.get(found[0], found[0]), text)


def _balanced(text: str) -> bool:
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
