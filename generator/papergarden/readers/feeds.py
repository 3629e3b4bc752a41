"""Atom or RSS feed

A feed saved to disk: the answer of arXiv's API (Atom), a journal's or a blog's RSS or Atom feed, RDF. From
arXiv's answers the id with its version, categories, DOI and journal are read too. Markup in abstracts is
taken out.

Example::

    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
      <entry>
        <id>http://arxiv.org/abs/0704.0001v2</id>
        <title>On Watched Kettles</title>
        <published>2024-03-01T00:00:00Z</published>
        <summary>They do not boil.</summary>
        <author><name>Ada Example</name></author>
        <category term="cs.LG"/>
      </entry>
    </feed>
"""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from papergarden.model import Reading, Seed
from papergarden.readers.rows import Row, xml_readings
from papergarden.text.ids import find_arxiv, parse_arxiv, parse_doi, with_version
from papergarden.text.plain_markup import plain_markup
from papergarden.text.xml_records import others_of, text_of, texts_of

READER = "feeds"
ROOT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:feed|rss|rdf:RDF)\b", re.DOTALL)
ANNOUNCEMENT = re.compile(r"(arXiv:\S+)\s+Announce Type:\s*\S+\s*Abstract:\s*", re.IGNORECASE)
ARXIV_CLASS = re.compile(r"[a-z]{2,}(?:-[a-z]+)*(?:\.[A-Za-z-]{2,})?")
TITLED = re.compile(r"\.?\s*\((arXiv:[^\s()]+)\s+\[(?P<class>[\w.-]+)\][^()]*\)$")
"""What arXiv's feeds had behind the title until 2024."""
MAIL = re.compile(r"\S+@\S+ \((.+)\)")
"""An author as RSS 2.0 has it: a mail address, and the name in brackets."""
PUBLISHED = re.compile(r"[^;]{1,120}, Published online: [^;]{6,40}; doi:\S+\s*")
DETAILS = re.compile(
    r"(?:Publication date: (?P<date>.{4,60}?) )?Source: (?P<venue>.{2,200}?) Author\(s\): (?P<authors>.+)"
)
"""What ScienceDirect has in the place of an abstract."""
ERRORS = "arxiv.org/api/errors"
DATES = ("published", "pubDate", "date", "updated")
ABSTRACTS = ("summary", "description", "abstract", "content", "encoded")
VENUES = ("journal_ref", "journal_reference", "publicationName")
TAKEN = frozenset(
    (
        *("title", "id", "link", "guid", "category", "primary_category", "author", "creator", "doi", "DOI"),
        *("identifier", "publicationDate", "comment", *ABSTRACTS, *DATES, *VENUES),
    )
)


def sniff(seed: Seed) -> bool:
    """Whether the root is that of a feed."""
    return bool(ROOT.match(seed.head))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each item; a broken one is reported and costs no other."""
    return xml_readings(seed, READER, ("entry", "item"), _row)


def _row(item: Element) -> Row:
    page = text_of(item, "id") or text_of(item, "link") or text_of(item, "guid")
    if ERRORS in page:
        return {"arXiv's answer": text_of(item, "summary")}
    abstract, guid = _plain(_abstract(item)), text_of(item, "guid")
    title = _plain(text_of(item, "title"))
    titled, announced = TITLED.search(title), ANNOUNCEMENT.match(abstract)
    stated = announced or titled
    arxiv = find_arxiv(stated[1]) if stated else find_arxiv(page) or parse_arxiv(guid)
    names = [name for one in item.iterfind("category") if (name := one.get("term") or one.text or "")]
    names += [titled["class"]] if titled and not names else []
    details = DETAILS.fullmatch(abstract)
    classes = [name for name in names if arxiv and not ARXIV_CLASS.fullmatch(name)]
    replaced = announced is not None and "Type: replace" in announced[0]
    rest = {f"feed {tag}": text for tag, text in others_of(item, *TAKEN).items()}
    row = {
        "title": title[: titled.start()] if titled else title,
        "abstract": abstract[announced.end() :] if announced else _of_paper(abstract),
        "authors": _authors(item),
        "arxiv_id": with_version(arxiv),
        "doi": text_of(item, "doi") or text_of(item, "DOI") or parse_doi(text_of(item, "identifier")) or "",
        "feed date" if replaced else "date": next(filter(None, (text_of(item, tag) for tag in DATES)), ""),
        "venue": next(filter(None, (text_of(item, tag) for tag in VENUES)), ""),
        "categories": [name for name in names if name not in classes],
        "classes of other systems": "; ".join(classes),
        "organizations": list(dict.fromkeys(texts_of(item, "author/affiliation"))),
        "url": _addresses(item, "text/html"),
        "pdf": _addresses(item, "application/pdf"),
        "comment": text_of(item, "comment"),
        **rest,
    }
    return {**row, "abstract": "", **details.groupdict("")} if details else row


def _abstract(item: Element) -> str:
    return next(filter(None, (text_of(item, tag) for tag in ABSTRACTS)), "")


def _of_paper(abstract: str) -> str:
    """An abstract without the journal's line before it."""
    published = PUBLISHED.match(abstract)
    return abstract[published.end() :] if published else abstract


def _plain(text: str) -> str:
    """Text of a feed: what is escaped twice is HTML."""
    return plain_markup(html.unescape(text)) if "<" in text or "&" in text else text


def _authors(item: Element) -> object:
    """Atom has an element for each author, Dublin Core one for all or for each."""
    printed = texts_of(item, "author/name") or texts_of(item, "creator") or texts_of(item, "author")
    names = [MAIL.sub(r"\1", _plain(name)) for name in printed]
    return names[0] if len(names) == 1 else names


def _addresses(item: Element, kind: str) -> list[str]:
    """The links of a kind; those that say no kind are pages."""
    links = [one for one in item.iterfind("link") if one.get("rel", "alternate") in ("alternate", "related")]
    found = [
        one.get("href") or (one.text or "").strip() for one in links if one.get("type", "text/html") == kind
    ]
    return [address for address in found if not parse_doi(address)]
