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
from papergarden.text.ids import find_arxiv, with_version
from papergarden.text.service_rows import plain_markup
from papergarden.text.xml_records import text_of, texts_of

READER = "feeds"
ROOT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:feed|rss|rdf:RDF)\b", re.DOTALL)
ANNOUNCEMENT = re.compile(r"^arXiv:\S+\s+Announce Type:\s*\S+\s*\n?\s*Abstract:\s*", re.IGNORECASE)


def sniff(seed: Seed) -> bool:
    """Whether the root is that of a feed."""
    return bool(ROOT.match(seed.head))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each item; a broken one is reported and costs no other."""
    return xml_readings(seed, READER, ("entry", "item"), _row)


def _row(item: Element) -> Row:
    link = text_of(item, "id") or text_of(item, "link") or text_of(item, "guid")
    arxiv = find_arxiv(link)
    return {
        "title": _plain(text_of(item, "title")),
        "abstract": ANNOUNCEMENT.sub("", _plain(_abstract(item))),
        "authors": _authors(item),
        "arxiv_id": with_version(arxiv) if arxiv else "",
        "doi": text_of(item, "doi"),
        "date": next(
            filter(None, (text_of(item, tag) for tag in ("published", "pubDate", "date", "updated"))), ""
        ),
        "venue": text_of(item, "journal_ref") or text_of(item, "publicationName"),
        "categories": [
            name for one in item.iterfind("category") if (name := one.get("term") or one.text or "")
        ],
        "url": _address(item),
        "comment": text_of(item, "comment"),
    }


def _abstract(item: Element) -> str:
    return next(
        filter(None, (text_of(item, tag) for tag in ("summary", "description", "abstract", "content"))), ""
    )


def _plain(text: str) -> str:
    """Text of a feed: what is escaped twice is HTML."""
    return plain_markup(html.unescape(text)) if "<" in text or "&" in text else text


def _authors(item: Element) -> object:
    """Atom has an element for each author, Dublin Core one for all or for each."""
    names = texts_of(item, "author/name") or texts_of(item, "creator") or texts_of(item, "author")
    return names[0] if len(names) == 1 else names


def _address(item: Element) -> str:
    """The page of the item: the link that is not of a kind of its own."""
    links = [one for one in item.iterfind("link") if one.get("rel", "alternate") == "alternate"]
    return next((one.get("href") or (one.text or "").strip() for one in links), "")
