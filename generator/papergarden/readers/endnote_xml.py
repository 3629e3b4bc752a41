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
from papergarden.text.dates import iso_date
from papergarden.text.xml_records import others_of, text_of, texts_of

READER = "endnote_xml"
TAKEN = (
    *("titles", "contributors", "abstract", "dates", "periodical", "electronic-resource-num", "keywords"),
    *("urls", "database", "source-app", "foreign-keys"),
)
"""Parts that are read, and the program's own numbers."""
ROOT = re.compile(r"<xml\b[^?]*?>\s*<records\b")


def sniff(seed: Seed) -> bool:
    """Whether it begins with EndNote's root."""
    return bool(ROOT.search(seed.head))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return xml_readings(seed, READER, ("record",), _row)


def _row(record: Element) -> Row:
    pages = [*texts_of(record, "urls/related-urls/url"), *texts_of(record, "urls/web-urls/url")]
    year, day = text_of(record, "dates/year"), text_of(record, "dates/pub-dates/date").rstrip("/ ")
    whole = f"{day}, {year}"
    rest = {f"EndNote {tag}": text for tag, text in others_of(record, *TAKEN).items()}
    return {
        "title": text_of(record, "titles/title"),
        "authors": texts_of(record, "contributors/authors/author"),
        "editors": "; ".join(texts_of(record, "contributors/secondary-authors/author")),
        "abstract": text_of(record, "abstract"),
        "date": max(year, day, whole if day else "", key=lambda printed: len(iso_date(printed))),
        "venue": text_of(record, "titles/secondary-title") or text_of(record, "periodical/full-title"),
        "doi": text_of(record, "electronic-resource-num"),
        "keywords": texts_of(record, "keywords/keyword"),
        "url": pages,
        "pdf": [url for url in texts_of(record, "urls/pdf-urls/url") if "://" in url],
        **rest,
    }
