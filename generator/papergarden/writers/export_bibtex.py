"""BibTeX that BibTeX, biber and Zotero read: escaped, in UTF-8, one entry a paper."""

from collections.abc import Iterator

from papergarden.model import Authorship, Library, Paper
from papergarden.text.names import parts
from papergarden.text.tex import segments
from papergarden.writers.citation import MONTHS, address, citation_keys, date_parts, in_journal

ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ", "\r": " ",
})  # fmt: skip
UNBALANCED = ESCAPES | {ord("{"): r"\textbraceleft{}", ord("}"): r"\textbraceright{}"}
"""BibTeX counts braces even behind a backslash, so one without its partner must not be written."""
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "\n": "", "\r": ""})
"""In addresses and ids nothing is TeX, but a brace would end the field."""


def bibtex(library: Library) -> Iterator[str]:
    """The entries of the papers, sorted by citation key."""
    keys = citation_keys(library)
    for paper in sorted(library.papers, key=lambda paper: keys[paper.key]):
        yield _entry(keys[paper.key], paper)


def _entry(key: str, paper: Paper) -> str:
    kind = "article" if in_journal(paper) else "inproceedings" if paper.venue else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(paper))
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    """Field names and their values in braces, those that are known."""
    if paper.title:
        yield "title", f"{{{{{_tex(paper.title)}}}}}"
    if paper.authors:
        names = [_name(authorship) for authorship in paper.authors]
        yield "author", f"{{{' and '.join([*names, *([] if paper.authors_complete else ['others'])])}}}"
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
            yield name, f"{{{value.translate(VERBATIM)}}}"
    if paper.abstract:
        yield "abstract", f"{{{_tex(paper.abstract)}}}"


def _name(authorship: Authorship) -> str:
    """A name as printed; in braces where BibTeX would cut it: organizations, commas, the word "and"."""
    name = authorship.name
    tex = _tex(name)
    organization = not authorship.person or (" " in name and not parts(name).given)
    whole = organization or "," in tex or " and " in tex.lower() or tex.lower() == "others"
    return f"{{{tex}}}" if whole else tex


def _tex(text: str) -> str:
    """Text escaped for TeX, with its formulas left as they are where their braces are balanced."""
    pieces = []
    for kind, piece in segments(text):
        whole = kind == "math" and _balanced(piece)
        pieces.append(f"${piece}$" if whole else piece.translate(ESCAPES if _balanced(piece) else UNBALANCED))
    return "".join(pieces)


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
