"""The identifiers that papers go by: arXiv ids in both styles, and DOIs.

Sources: *Understanding the arXiv identifier* (info.arxiv.org/help/arxiv_identifier.html) for the two styles
and the year in which each began; the DOI Handbook, section 2.2, for the shape of a DOI.
"""

import re
from urllib.parse import unquote

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs"
    "|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol"
    "|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_NEW = r"(?P<new>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})"
_OLD = rf"(?P<archive>{_ARCHIVES})(?:\.[a-z]{{2}})?/(?P<number>\d{{2}}(?:0[1-9]|1[0-2])\d{{3}})"
_ID = rf"(?:{_NEW}|{_OLD})(?:v(?P<version>[1-9]\d{{0,2}}))?"
_HOSTS = r"(?:[\w-]+\.)*(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|huggingface\.co|hf\.co|scholar\.archive\.org)"
_PREFIX = rf"(?:(?:https?://)?{_HOSTS}/(?:[a-z]+/)+|(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.48550/arxiv\.|(?:oai:)?arxiv(?:\.org)?:\s?)"
_END = r"(?![\w]|\.\d)"
WHOLE = re.compile(rf"(?:{_PREFIX})?{_ID}(?:\.pdf)?/?(?:[?#]\S*)?(?:\s*\[[\w. -]+\])?", re.IGNORECASE)
NAMED = re.compile(rf"(?<![\w/]){_PREFIX}{_ID}(?:{_END}|(?=\.pdf))", re.IGNORECASE)
BARE = re.compile(rf"(?<![\w./-]){_ID}{_END}(?!/|-\d)", re.IGNORECASE)

NUMBER = re.compile(r"\d{4}\.\d{4}|/\d{7}")
"""What every arXiv id has in it, and most text has not."""

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+", re.IGNORECASE)
_DOI_PREFIX = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|(?:urn:|info:)?doi\s?[:/]\s?|doi\s", re.IGNORECASE
)
_NATURE = re.compile(
    r"https?://(?:www\.)?nature\.com/articles/(s\d{5}-\d{3}-\d{5}-[\dxyw]|(?:nature|ncomms|srep|nmeth|nbt)\d{4,6})\b"
)
_OF_PAGE = re.compile(
    r"(?:(?<=\d)v\d+)?(?:\.(?:full|abstract|short))?(?:\.(?:pdf|html?))?(?:/(?:full|abstract|pdf|epdf|meta|html))*/?$"
)
"""What follows a DOI in addresses: the version of a preprint, and the form of the page."""
_OPENERS = {")": "(", "]": "[", "}": "{"}


def _arxiv(match: re.Match[str] | None) -> tuple[str, int | None] | None:
    """The id in the form arXiv itself uses, with its version, where the number can exist."""
    if match is None:
        return None
    version = int(match["version"]) if match["version"] else None
    if match["new"]:
        month, digits = match["new"].split(".")
        fits = "0704" <= month <= "9012" and len(digits) == (5 if month >= "1501" else 4)
        return (match["new"], version) if fits else None
    return f"{match['archive'].lower()}/{match['number']}", version


def parse_arxiv(text: str) -> tuple[str, int | None] | None:
    """The arXiv id that ``text`` is, without version, and the version, or None where it is something else.

    ``arXiv:2406.09415v2``, an address of the abstract or the PDF, arXiv's own DOI and the old style are all
    accepted; the subject class of the old style is not part of the id, so ``math.GT/0309136`` is
    ``math/0309136``.
    """
    return _arxiv(WHOLE.fullmatch(text.strip())) if NUMBER.search(text) else None


def find_arxiv(text: str) -> tuple[str, int | None] | None:
    """The first arXiv id inside a longer text; one that says it is one is preferred to a bare number."""
    for pattern in (NAMED, BARE) if NUMBER.search(text) else ():
        for match in pattern.finditer(text):
            if found := _arxiv(match):
                return found
    return None


def _trimmed(doi: str) -> str:
    """A DOI without the punctuation of the sentence around it; a bracket stays where its partner is."""
    while doi and (doi[-1] in ".,;:'’”*" or (doi[-1] in _OPENERS and _unpaired(doi))):
        doi = doi[:-1]
    return doi


def _unpaired(doi: str) -> bool:
    """Whether the closing bracket at the end closes nothing."""
    return doi.count(doi[-1]) > doi.count(_OPENERS[doi[-1]])


def with_version(found: tuple[str, int | None] | None) -> str:
    """An arXiv id as it is printed, ``2406.09415v2``; "" for none."""
    if found is None:
        return ""
    return found[0] if found[1] is None else f"{found[0]}v{found[1]}"


def parse_doi(text: str) -> str | None:
    """The DOI that ``text`` is, in lower case and without ``doi:`` or resolver, or None."""
    bare = text.strip()
    if prefix := _DOI_PREFIX.match(bare):
        bare = bare[prefix.end() :]
        bare = unquote(bare.partition("?")[0]) if "://" in prefix[0] or "%2" in bare else bare
    return _trimmed(bare).lower() if _DOI.fullmatch(bare) else None


def doi_in_address(url: str) -> str | None:
    """The DOI in the address of a publisher's page (``dl.acm.org/doi/10.1145/…``), or None.

    Nature's addresses have the second half only.
    """
    if found := _NATURE.match(url):
        return f"10.1038/{found[1].lower()}"
    found = _DOI.search(unquote(url.partition("#")[0]))
    if found is None:
        return None
    path = found[0].partition("&")[0] if "?" in url[: url.find(found[0][:8])] else found[0].partition("?")[0]
    return _trimmed(_OF_PAGE.sub("", path)).lower()


def find_doi(text: str) -> str | None:
    """The first DOI inside a longer text, in lower case, without the punctuation that follows it."""
    match = _DOI.search(text)
    return _trimmed(match[0]).lower() if match else None
