"""COinS: a paper in a list as reference managers find it there (OpenURL ContextObjects in spans)."""

import re
from functools import lru_cache
from urllib.parse import quote_plus

from papergarden.model import Paper
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.citation import address, in_journal

BEGINNING = "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info:ofi/fmt:kev:mtx:journal&amp;rft.genre="
MOST_AUTHORS = 10
"""Names in a list's citation; the paper's own page has all."""
VALUES_KEPT = 1 << 14
SAFE = ":/,"
_PLAIN = re.compile(rf"[A-Za-z0-9 _.~{SAFE}-]*")


def coins(paper: Paper) -> str:
    """An empty span that says in its title what a list shows and a little more; HTML and Markdown alike."""
    if not paper.title:
        return ""
    genre = "article" if in_journal(paper) else "proceeding" if paper.venue else "preprint"
    place = f"info:doi/{paper.doi}" if paper.doi else escape.web_address(address(paper))
    known = [
        ("rft.atitle", _quoted(rich.plain(paper.title))),
        ("rft.jtitle", _often(paper.venue)),
        ("rft.date", _often(paper.date)),
        ("rft_id", _quoted(place)),
        *[("rft.au", _often(author.name)) for author in paper.authors[:MOST_AUTHORS]],
    ]
    query = "&amp;".join([BEGINNING + genre, *[f"{name}={value}" for name, value in known if value]])
    return f'<span class="Z3988" title="{query}"></span>'


def _quoted(value: str) -> str:
    """A value as forms send it, of characters that mean nothing in HTML."""
    value = escape.fold(value)
    return value.replace(" ", "+") if _PLAIN.fullmatch(value) else quote_plus(value, SAFE)


_often = lru_cache(VALUES_KEPT)(_quoted)
"""The same of what many papers have in common."""
