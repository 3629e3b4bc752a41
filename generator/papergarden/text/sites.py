"""What is behind a web address: code, data, a project's page, a PDF, a video, or just a page."""

import re
from urllib.parse import urlsplit

from papergarden.text import urls

KINDS = ("code", "data", "project", "pdf", "page", "video")

_HOSTS = {
    "code": "github.com gitlab.com bitbucket.org codeberg.org sourceforge.net gist.github.com git.io"
    " raw.githubusercontent.com colab.research.google.com anonymous.4open.science codeocean.com pypi.org"
    " crates.io cran.r-project.org",
    "data": "zenodo.org figshare.com osf.io physionet.org openml.org data.mendeley.com dataverse.harvard.edu"
    " catalog.ldc.upenn.edu archive.ics.uci.edu openslr.org",
    "video": "youtube.com youtu.be vimeo.com bilibili.com slideslive.com",
    "project": "sites.google.com",
}
_KIND_OF = {host: kind for kind, hosts in _HOSTS.items() for host in hosts.split()}
_PROJECT = re.compile(r"\.(?:github|gitlab)\.io$")
_PATHS = (
    ("huggingface.co", re.compile(r"/datasets?/"), "data"),
    ("huggingface.co", re.compile(r"/(?:papers|blog|docs)/"), "page"),
    ("huggingface.co", re.compile(r"/[^/]+/?"), "project"),
    ("kaggle.com", re.compile(r"/(?:code|[^/]+/notebook)"), "code"),
    ("kaggle.com", re.compile(r"/"), "data"),
    ("arxiv.org", re.compile(r"/pdf/"), "pdf"),
    ("openreview.net", re.compile(r"/pdf"), "pdf"),
)
_WORDS = (
    (
        "code",
        re.compile(r"\b(?:code|codes|implementations?|source|software|library|toolkit)\b", re.IGNORECASE),
    ),
    ("data", re.compile(r"\b(?:data ?sets?|data|corpus|corpora|annotations)\b", re.IGNORECASE)),
    ("video", re.compile(r"\bvideos?\b", re.IGNORECASE)),
    ("project", re.compile(r"\b(?:project|web ?page|web ?site|home ?page|demos?|page)\b", re.IGNORECASE)),
)
_SENTENCE_START = re.compile(r".*[.!?] ", re.DOTALL)
LOOKBACK = 120
"""In characters: how far before an address the words that tell its kind are looked for."""


def kind_of(url: str, before: str = "") -> str:
    """The kind of a web address, by its site, else by the words ``before`` it, else ``page``."""
    host, path, _, _ = urls.parts(url)
    name = host.removeprefix("www.")
    if path.lower().endswith(".pdf"):
        return "pdf"
    for site, pattern, kind in _PATHS:
        if name == site and pattern.match(path):
            return kind
    if name in _KIND_OF:
        return _KIND_OF[name]
    return "project" if _PROJECT.search(name) else _kind_by_words(before)


def _kind_by_words(before: str) -> str:
    sentence = _SENTENCE_START.sub("", before[-LOOKBACK:])
    return next((kind for kind, words in _WORDS if words.search(sentence)), "page")


def same_address(url: str) -> str:
    """What addresses of one page have in common: no scheme, ``www.``, final slash, ``.git``, case of host."""
    host, path, query, fragment = urls.parts(url)
    name = host.removeprefix("www.")
    path = path.rstrip("/").removesuffix(".git")
    path = path.lower() if name in ("github.com", "gitlab.com") else path
    return f"{name}{path}?{query}#{fragment}"


def with_real_host(url: str) -> str:
    """The address at the site that a relay stands for; any other address as it is."""
    name = urls.host(url)
    real = urls.real_host(name)
    return url if real == name else urlsplit(url)._replace(scheme="https", netloc=real).geturl()
