"""EndNote XML

What EndNote, and other reference managers for it, export as XML: a list of ``record`` elements whose texts
are wrapped in styles.

Example::

    <?xml version="1.0" encoding="UTF-8"?>
    <xml><records>
      <record>
        <contributors><authors><author>Example, Ada</author></authors></contributors>
        <titles><title><style face="normal">On Watched Kettles</style></title>
          <secondary-title>Journal of Examples</secondary-title></titles>
        <dates><year>2024</year></dates>
        <electronic-resource-num>10.1234/kettle</electronic-resource-num>
      </record>
    </records></xml>
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from papergarden.model import Reading, Seed
from papergarden.readers.rows import Row, xml_readings
from papergarden.text.xml_records import text_of, texts_of

READER = "endnote_xml"
ROOT = re.compile(r"<xml\b[^?]*?>\s*<records\b")


def sniff(seed: Seed) -> bool:
    """Whether it begins with EndNote's root."""
    return bool(ROOT.search(seed.head))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return xml_readings(seed, READER, ("record",), _row)


def _row(record: Element) -> Row:
    return {
        "title": text_of(record, "titles/title"),
        "authors": texts_of(record, "contributors/authors/author"),
        "abstract": text_of(record, "abstract"),
        "date": text_of(record, "dates/year"),
        "venue": text_of(record, "titles/secondary-title") or text_of(record, "periodical/full-title"),
        "doi": text_of(record, "electronic-resource-num"),
        "keywords": texts_of(record, "keywords/keyword"),
        "url": text_of(record, "urls/related-urls/url") or text_of(record, "urls/web-urls/url"),
        "pdf": text_of(record, "urls/pdf-urls/url"),
        "pages": text_of(record, "pages"),
        "volume": text_of(record, "volume"),
        "notes": text_of(record, "notes"),
    }
