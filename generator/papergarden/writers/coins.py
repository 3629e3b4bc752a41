"""COinS: a paper in a list as reference managers find it there (OpenURL ContextObjects in spans)."""

from html import escape as html
from urllib.parse import quote, urlencode

from papergarden.model import Paper
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.citation import address, in_journal

JOURNAL = "info:ofi/fmt:kev:mtx:journal"
MOST_AUTHORS = 10
"""Names in a list's citation; the paper's own page has all."""


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
    pairs = [(name, escape.fold(value)) for name, value in known if value]
    query = urlencode(pairs, quote_via=quote, safe=":/,")
    return f'<span class="Z3988" title="{html(query)}"></span>'
