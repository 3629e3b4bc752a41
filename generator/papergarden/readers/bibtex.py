"""BibTeX

What reference managers, publishers and arXiv export as ``.bib``: BibTeX and BibLaTeX. Names may be printed
either way round, ``and others`` leaves a list of authors open, a name in braces stays whole, ``@string``
abbreviations are resolved, an entry takes what it lacks from the one that its ``crossref`` names. TeX's
accents and commands become plain text later, as in every format. Fields of other names are kept with the
paper; a broken entry is reported and costs no other.

Example::

    @string{jeg = "Journal of Examples and Gardens"}

    @article{example2024watched,
      author  = {Example, Ada and {Sample Collaboration} and others},
      title   = {On Watched {K}ettles},
      journal = jeg,
      year    = 2024,
      eprint  = {0704.0001},
      archivePrefix = {arXiv}
    }
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as BibEntry
from bibtexparser.splitter import Splitter

from papergarden.model import Finding, Furniture, Reading, Seed
from papergarden.readers.rows import row_readings
from papergarden.text.ids import parse_arxiv
from papergarden.text.tex import segments

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
# What it would log about broken blocks is told as findings.

READER = "bibtex"
BLOCK = re.compile(r"\s*@\s*[A-Za-z]+\s*[{(]")
PARTS = frozenset({"xdata", "set"})
"""Kinds of entries that are none of their own: fields that others share, and entries cited together."""
PARENTS = frozenset({"proceedings", "mvproceedings", "collection", "mvcollection", "periodical"})
"""Kinds of entries that hold papers; where a ``crossref`` leads to one it is not a paper itself."""
COLUMNS = {
    "author": "authors", "journaltitle": "journal", "eprinttype": "", "archiveprefix": "", "month": "",
    "primaryclass": "categories", "eprintclass": "categories", "institution": "organization",
    "school": "organization", "howpublished": "url", "day": "", "titleaddon": "title addon",
}  # fmt: skip
"""BibTeX's fields that tables call otherwise; "" is not a column of its own."""
INHERITED = {"title": "booktitle", "booktitle": "booktitle", "journaltitle": "journaltitle"}
"""What a paper takes from its parent under another name (biblatex, appendix B); else under the same."""
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
NAMED_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*([^,={}]+?)\s*(?=,|$)", re.IGNORECASE)
KINDS = {"String": "abbreviation", "Preamble": "preamble"}
MARK = re.compile(r'\\.|[{}"#]')
"""What the pieces of a value that is joined by ``#`` are told apart by."""
ENTRY = re.compile(r"@\s*[A-Za-z]+\s*\{[^\s,{}=]*,?\s*$")
MARKUP = re.compile(r"^[#>$\\]|```|[{}=]|https?://|</?[a-z]")
MOST_ABOVE = 6
"""Lines of words that may stand above the first entry."""
CHARACTERS = {
    "less": "<", "greater": ">", "backslash": "\\", "asciicircum": "^", "asciitilde": "~", "bar": "|",
    "underscore": "_",
}  # fmt: skip
CHARACTER = re.compile(rf"(?<!\\)\{{\\text({'|'.join(CHARACTERS)})\}}")
ESCAPED = re.compile(r"\\([{}$&%#_])")
BETWEEN_DOLLARS = re.compile(r"\\\$((?:[^$\\]|\\[^$])+)\\\$")
BRACE = re.compile(r"(?<!\\)[{}]")
GROUP = re.compile(r"(\\(?:[A-Za-z]+|.)\s*)?\{((?:[^{}\\]|\\[%&$#_ ])*)\}")
SEASON = re.compile(r"(?<=\b\d{4})-[234]\d(?=/|[?~% ]|$)")
FORMULA = "\ue000"
"""Stands for a formula while the braces around it are looked at: a character for private use."""
MOST_SHARED = 100
DEEPEST = 10
"""How far abbreviations may lead to abbreviations, and braces hold braces."""
MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}


def sniff(seed: Seed) -> bool:
    """Whether the first line that is no comment begins a block, or one a few lines below words does.

    Programs print a few words above the entries, which BibTeX leaves out. A page that only quotes an entry
    has markup around it.
    """
    lines = [line for line in seed.head_lines if not line.startswith("%")]
    first = next((at for at, line in enumerate(lines[: MOST_ABOVE + 1]) if BLOCK.match(line)), -1)
    return first == 0 or (
        first > 0 and not any(map(MARKUP.search, lines[:first])) and _entry_at(lines[first])
    )


def _entry_at(line: str) -> bool:
    return ENTRY.match(line) is not None


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each block that is a paper; what is broken, twice or beside the blocks is told."""
    blocks = Splitter(seed.text).split().blocks
    strings = {block.key.lower(): block.value for block in blocks if isinstance(block, String)}
    papers = {id(block): bib for block in blocks if (bib := _bib_of(block, strings))}
    known = {bib.key: bib for bib in papers.values()}
    parents = {bib.fields["crossref"].lower() for bib in papers.values() if bib.fields.get("crossref")}
    if blocks and isinstance(blocks[0], ImplicitComment):
        yield from _words_above(seed, blocks[0])
    for block in blocks:
        yield from _reading(seed, block, papers.get(id(block)), known, parents)


@dataclass(frozen=True, slots=True)
class Bib:
    """An entry of the file: kind and key in lower case, the values of its fields by lower-case name."""

    kind: str
    key: str
    fields: Mapping[str, str]


def _bib_of(block: Block, strings: Mapping[str, str]) -> Bib | None:
    """The entry in a block, also in one whose key or field stands twice."""
    inner = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    if not isinstance(inner, BibEntry):
        return None
    values = {field.key.lower(): _value(str(field.value), strings) for field in inner.fields}
    return Bib(inner.entry_type.lower(), inner.key.lower(), values)


def _value(printed: str, strings: Mapping[str, str], depth: int = 0) -> str:
    """What a field's value says: quotes or braces taken off, abbreviations resolved, pieces joined."""
    pieces = []
    for piece in _pieces(printed):
        bare = piece.strip()
        if len(bare) > 1 and (bare[0], bare[-1]) in (("{", "}"), ('"', '"')):
            pieces.append(bare[1:-1])
        elif depth < DEEPEST and bare.lower() in strings:
            pieces.append(_value(strings[bare.lower()], strings, depth + 1))
        else:
            pieces.append(bare)
    whole = "".join(pieces)
    return whole if depth else " ".join(whole.split())


def _pieces(printed: str) -> Iterator[str]:
    """A value cut at the ``#`` that are in no braces and no quotes."""
    if "#" not in printed:
        yield printed
        return
    start = depth = 0
    quoted = False
    for mark in MARK.finditer(printed):
        match mark[0]:
            case "{":
                depth += 1
            case "}":
                depth -= 1
            case '"' if depth == 0:
                quoted = not quoted
            case "#" if depth == 0 and not quoted:
                yield printed[start : mark.start()]
                start = mark.end()
    yield printed[start:]


def _reading(
    seed: Seed, block: Block, bib: Bib | None, known: Mapping[str, Bib], parents: set[str]
) -> Iterator[Reading]:
    start, end = _span(block)
    if isinstance(block, ParsingFailedBlock):
        yield _trouble(seed, block, start, end)
    if bib is None:
        yield from _no_paper(seed, block, start, end)
    elif bib.kind in PARTS:
        yield Furniture(seed.at(start), end, "fields or keys that entries share")
    elif bib.key in parents and bib.kind in PARENTS:
        yield Furniture(seed.at(start), end, "proceedings that papers refer to")
    else:
        yield from row_readings(seed, READER, start, end, _columns(_with_inherited(bib, known)))


def _no_paper(seed: Seed, block: Block, start: int, end: int) -> Iterator[Reading]:
    """Comments, abbreviations and preambles; other words between entries are left over."""
    if isinstance(block, ImplicitComment):
        for number, line in enumerate((block.raw or "").split("\n"), start):
            if line.lstrip().startswith("%"):
                yield Furniture(seed.at(number), number, "comment")
    elif not isinstance(block, ParsingFailedBlock):
        yield Furniture(seed.at(start), end, KINDS.get(type(block).__name__, "comment"))


def _words_above(seed: Seed, block: ImplicitComment) -> Iterator[Furniture]:
    """What a program says above the first entry; what could be of a broken entry is left over."""
    for number, line in enumerate((block.raw or "").split("\n"), _span(block)[0]):
        if line.strip() and not line.lstrip().startswith("%") and not MARKUP.search(line):
            yield Furniture(seed.at(number), number, "words above the entries")


def _span(block: Block) -> tuple[int, int]:
    """First and last line of a block, counted from 1."""
    start = (block.start_line or 0) + 1
    return start, start + (block.raw or "").rstrip("\n").count("\n")


def _trouble(seed: Seed, block: ParsingFailedBlock, start: int, end: int) -> Finding:
    text = (block.raw or "").strip().split("\n")[0]
    if isinstance(block, DuplicateBlockKeyBlock):
        kind = "abbreviation" if isinstance(block.ignore_error_block, String) else "entry"
        what, fix = f"Another {kind} of this file has the same key.", "Rename or remove one of the two."
        return Finding("info", "duplicate-key", seed.at(start), what, fix, text, end)
    if isinstance(block, DuplicateFieldKeyBlock):
        what, fix = "A field stands twice in this entry; the last one is taken.", "Remove the wrong one."
        return Finding("warning", "duplicate-field", seed.at(start), what, fix, text, end)
    what = f"The entry cannot be read: {_reason(block)}"
    fix = "Close every brace and quote, and put a comma after the key and after each field."
    return Finding("error", "broken-entry", seed.at(start), what, fix, text, end)


def _reason(block: ParsingFailedBlock) -> str:
    reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
    return f"{reason.rstrip('.') or 'its braces do not match'}."


def _with_inherited(bib: Bib, known: Mapping[str, Bib]) -> dict[str, str]:
    """The fields of an entry, and what it lacks from the entry that it refers to, and so on."""
    found = dict(bib.fields)
    seen, parent = {bib.key}, found.pop("crossref", "").lower()
    _share(found, known)
    while parent and parent in known and parent not in seen:
        seen.add(parent)
        theirs = dict(known[parent].fields)
        _share(theirs, known)
        for name, value in theirs.items():
            found.setdefault(INHERITED.get(name, name), value)
        parent = theirs.get("crossref", "").lower()
    found.pop("crossref", None)
    return found


def _share(fields: dict[str, str], known: Mapping[str, Bib]) -> None:
    """Add the fields of the ``@xdata`` entries that an entry names, and of those that these name."""
    waiting = fields.get("xdata", "").lower().split(",")
    for key in waiting[:MOST_SHARED]:
        if (shared := known.get(key.strip())) and shared.kind == "xdata":
            waiting += shared.fields.get("xdata", "").lower().split(",")
            for name, value in shared.fields.items():
                fields.setdefault(name, value)
    if any(key.strip() in known for key in waiting):
        fields.pop("xdata", None)


def _columns(bib: Mapping[str, str]) -> dict[str, str]:
    """BibTeX's fields under the names that tables give them."""
    row = {COLUMNS.get(name, name): _bare(name, value) for name, value in bib.items() if value}
    row.pop("", None)
    for whole, part in (("title", "subtitle"), ("booktitle", "booksubtitle"), ("journal", "journalsubtitle")):
        if row.get(whole) and (rest := row.pop(part, "")):
            row[whole] = f"{row[whole].rstrip(':')}: {rest}"
    if row.get("eprint", "").startswith(("http://", "https://")):
        address = row.pop("eprint")
        row["pdf" if address.endswith(".pdf") else "link"] = address
    if "eprint" in row:
        other = bib.get("archiveprefix", bib.get("eprinttype", "arxiv")).lower() != "arxiv"
        if other or not parse_arxiv(row["eprint"]):
            row["eprint number"] = row.pop("eprint")
    if date := _date(bib):
        row.pop("year", None)
        row["date"] = date
    return row


def _bare(name: str, value: str) -> str:
    """Braces that only keep capitals are taken off a title; in names they keep a name whole and stay."""
    if name in ("author", "editor"):
        return " and ".join(map(_of_parts, AND.split(value))) if "=" in value else value
    if name == "howpublished":
        return re.sub(r"\\url\s*\{(.*?)\}", r"\1", value)
    if "{" not in value and "$" not in value and "\\" not in value:
        return value.replace(FORMULA, "")
    pieces = segments(_spelled(_whole(value.replace(FORMULA, ""))))
    formulas = (piece for kind, piece in pieces if kind == "math")
    masked = "".join(piece if kind == "text" else FORMULA for kind, piece in pieces)
    return re.sub(FORMULA, lambda _: f"${next(formulas)}$", _ungrouped(masked))


def _whole(value: str) -> str:
    """A value without the braces around the whole of it."""
    while value.startswith("{") and value.endswith("}"):
        depths = accumulate((mark == "{") - (mark == "}") for mark in BRACE.findall(value[:-1]))
        if min(depths, default=0) < 1:
            break
        value = value[1:-1].strip()
    return value


def _spelled(value: str) -> str:
    r"""Characters for their names (``{\textless}``); a formula where Zotero printed the characters of one."""
    return _named(BETWEEN_DOLLARS.sub(_formula, value))


def _formula(found: re.Match[str]) -> str:
    if "\\text" not in found[1] and "\\_" not in found[1]:
        return found[0]
    return "$" + ESCAPED.sub(r"\1", _named(found[1])) + "$"


def _named(text: str) -> str:
    return CHARACTER.sub(lambda found: CHARACTERS[found[1]], text)


def _of_parts(name: str) -> str:
    """``family=Pot, prefix=van, given=Ada``, a name whose parts are named (biblatex), as ``van Pot, Ada``."""
    parts = {part.lower(): value for part, value in NAMED_PART.findall(name)}
    if "family" not in parts:
        return name
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _ungrouped(text: str) -> str:
    """Text without the braces that hold no command and are no command's argument, from the inside out."""
    for _ in range(DEEPEST):
        bare = GROUP.sub(lambda group: group[0] if group[1] else group[2], text)
        if bare == text:
            break
        text = bare
    return text


def _date(bib: Mapping[str, str]) -> str:
    """The most precise date: biblatex's own, else year and month (a number, a name or its beginning).

    Of a range the first date is taken, without marks of doubt; ``2018-21`` is a season (EDTF, ISO 8601-2).
    """
    if bib.get("date") or not bib.get("year"):
        printed = bib.get("date", "")
        dates = filter(None, re.split(r"/|\.\.", SEASON.sub("", printed)))
        return next(dates, "").rstrip("?~% ") or printed
    month = bib.get("month", "").lower()
    named = next((MONTHS[word[:3]] for word in re.findall(r"[a-z]{3,}", month) if word[:3] in MONTHS), 0)
    bare = month.strip("{}. ")
    number = named or (int(bare) if bare.isdecimal() and 1 <= int(bare) <= 12 else 0)
    day = bib.get("day", "").strip("{}. ")
    whole = f"-{int(day):02}" if number and day.isdecimal() and 1 <= int(day) <= 31 else ""
    return f"{bib['year']}-{number:02}{whole}" if number else bib["year"]
