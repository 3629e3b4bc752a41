"""What is behind a web address, told from the words it hangs on and from its host."""

import re
from functools import lru_cache

_KINDS = {
    "code": "code github gitlab repo repository implementation software source pytorch tensorflow jax",
    "data": "data dataset datasets benchmark corpus",
    "project": "project page website homepage site demo blog web",
    "pdf": "pdf download",
    "video": "video videos youtube talk slideslive recording presentation",
    "page": "paper arxiv abs abstract html link url openreview doi acl anthology publisher preprint",
    "": "supp supplementary supplemental supplement bib bibtex poster slides reviews checklist cite",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PAPERS = re.compile(
    r"(?:arxiv|alphaxiv|ar5iv|biorxiv|medrxiv|chemrxiv|openreview|aclanthology|aclweb|doi|semanticscholar|thecvf"
    r"|neurips|nips|mlr|jmlr|aaai|ijcai|usenix|acm|ieee|ieeexplore|springer|link\.springer|sciencedirect|nature"
    r"|science|cell|pnas|plos|wiley|tandfonline|mdpi|frontiersin|isca-archive|isca-speech|ecva|bmvc|roboticsproceedings"
    r"|iclr|icml|eprint\.iacr|hal|archives-ouvertes|pubmed|ncbi|europepmc|ssrn|dblp|mitpress|cambridge|oup|sagepub)"
    r"\.(?:[a-z]{2,5}\.)?[a-z]{2,7}",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//([^/?#]*)([^?#]*)")
_CODE_HOSTS = re.compile(r"(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)")
_VIDEO_HOSTS = re.compile(r"(?:youtube\.com|youtu\.be|vimeo\.com|slideslive\.com|bilibili\.com)")


@lru_cache(maxsize=4096)
def is_label(words: str) -> bool:
    """Whether the words of a link only name what is behind it (``Paper``, ``PDF``, ``Official Code``)."""
    return bool(words.split()) and all(
        word in _KIND_OF or word in ("official", "our", "full") for word in _words(words)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def kind(words: str, url: str) -> str:
    """Code, data, project, pdf, page or video; "" where neither the words nor the address tell."""
    parts = _split(url)
    host, path = parts
    if _CODE_HOSTS.fullmatch(host):
        return "code"
    if _VIDEO_HOSTS.fullmatch(host):
        return "video"
    if path.endswith(".pdf") or (host == "arxiv.org" and path.startswith("/pdf/")):
        return "pdf"
    told = [_KIND_OF[word] for word in _words(words) if word in _KIND_OF] if is_label(words) else []
    if told:
        return told[0]
    return "page" if is_paper(url) else ""


def _split(url: str) -> tuple[str, str]:
    """Host without ``www.``, and path, in small letters; a broken address has neither."""
    parts = _PARTS.match(url.lower())
    return (parts[1].removeprefix("www."), parts[2]) if parts else ("", "")


def is_paper(url: str) -> bool:
    """Whether the address is at a publisher, an archive or a conference, or is that of a PDF."""
    host, path = _split(url)
    return _is_of_papers(host) or path.endswith(".pdf") or path.startswith("/papers/")


@lru_cache(maxsize=4096)
def _is_of_papers(host: str) -> bool:
    while "." in host:
        if _PAPERS.fullmatch(host):
            return True
        host = host.partition(".")[2]
    return False
