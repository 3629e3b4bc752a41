"""COinS: a paper in a list as reference managers find it there (OpenURL ContextObjects in spans)."""

import re
from urllib.parse import quote_plus

from papergarden.model import Paper
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.citation import address, in_journal

JOURNAL = "info:ofi/fmt:kev:mtx:journal"
MOST_AUTHORS = 10
"""Names in a list's citation; the paper's own page has all."""
SAFE = ":/,"
_PLAIN = re.compile(rf"[A-Za-z0-9 _.~{SAFE}-]*")


def coins(paper: Paper) -> str:
    """An empty span that says in its title what a list shows and a little more; HTML and Markdown alike."""
    if not paper.title:
        return ""
    journal = in_journal(paper)
    known = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", JOURNAL),
        ("rft.genre", "article" if journal else "proceeding" if paper.venue else "preprint"),
        ("rft.atitle", rich.plain(paper.title)),
        ("rft.jtitle", paper.venue),
        ("rft.date", paper.date),
        ("rft_id", f"info:doi/{paper.doi}" if paper.doi else escape.web_address(address(paper))),
        *(("rft.au", author.name) for author in paper.authors[:MOST_AUTHORS]),
    ]
    query = "&amp;".join([f"{name}={_quoted(escape.fold(value))}" for name, value in known if value])
    return f'<span class="Z3988" title="{query}"></span>'


def _quoted(value: str) -> str:
    """A value as forms send it, of characters that mean nothing in HTML."""
    return value.replace(" ", "+") if _PLAIN.fullmatch(value) else quote_plus(value, SAFE)
