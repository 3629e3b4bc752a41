"""DBLP XML

A record or a list of records exported by dblp.org, a person's page or the answer of its search as XML, or a
piece of its dump: ``article``, ``inproceedings`` and the like. The numbers that tell people of one name apart
are taken off; homepages are no papers.

Example::

    <?xml version="1.0"?>
    <dblp>
    <article key="journals/jeg/Example24">
    <author>Ada Example 0001</author>
    <author>J&uuml;rgen Sample</author>
    <title>On Watched Kettles.</title>
    <journal>J. Examples</journal><year>2024</year>
    <ee>https://doi.org/10.1234/kettle</ee>
    </article>
    </dblp>
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from papergarden.model import Reading, Seed
from papergarden.readers.rows import Row, xml_readings
from papergarden.text.ids import parse_doi
from papergarden.text.xml_records import others_of, text_of, texts_of

READER = "dblp"
KINDS = ("article", "inproceedings", "incollection", "phdthesis", "mastersthesis", "book", "info")
ROOT = re.compile(
    r"<dblp\b|<dblpperson\b|<(?:article|inproceedings|incollection|phdthesis)\b[^>]*\bkey=\""
    r"|<result>\s*<query\b"
)
TAKEN = ("title", "author", "authors", "year", "booktitle", "journal", "venue", "doi", "ee")
NUMBER = re.compile(r"\s\d{4}$")


def sniff(seed: Seed) -> bool:
    """Whether it begins with DBLP's root, or with a record that has DBLP's kind of key."""
    return seed.head.lstrip().startswith("<") and bool(ROOT.search(seed.head))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return xml_readings(seed, READER, KINDS, _row)


def _row(record: Element) -> Row:
    """A record, or what a hit of the search says of one."""
    addresses = texts_of(record, "ee")
    dois = [doi for address in addresses if (doi := parse_doi(address))]
    names = texts_of(record, "author") or texts_of(record, "authors/author")
    rest = {f"dblp {tag}": text for tag, text in others_of(record, *TAKEN).items()}
    return {
        "title": text_of(record, "title").removesuffix("."),
        "authors": [NUMBER.sub("", name) for name in names],
        "orcid": "; ".join(
            f"{NUMBER.sub('', text_of(one))} {one.get('orcid')}"
            for one in record.iterfind("author")
            if one.get("orcid")
        ),
        "date": text_of(record, "year"),
        "venue": text_of(record, "booktitle") or text_of(record, "journal") or text_of(record, "venue"),
        "doi": text_of(record, "doi") or (dois[0] if dois else ""),
        "url": [address for address in addresses if not parse_doi(address)],
        "volume": rest.pop("dblp volume", ""),
        "organization": rest.pop("dblp school", ""),
        **rest,
        "dblp key": record.get("key") or rest.get("dblp key", ""),
    }
