"""What the owner of a collection can set, in ``mkdocs.yml`` under ``plugins: - papergarden:``."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

CARDS = 1000
"""How many of the newest papers have a card picture of their own, where nobody says how many."""

_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
"""An address in which nothing has to be quoted, as nearly all are."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and what the site is called; paths are absolute once loaded."""

    seeds: Path
    topics: Path
    templates: Path
    site_name: str = "papergarden"
    site_description: str = ""
    site_url: str = ""
    repo_url: str = ""
    cards: int = CARDS
    pages_of_one_paper: bool | None = None
    """Whether authors of a single paper have pages of their own, or addresses that lead to the paper.

    None leaves it to the size of the collection.
    """

    def absolute(self, address: str) -> str:
        """The whole address of what lies at an address below the site; "" while the site has none."""
        return self.site_url + quoted(address) if self.site_url else ""


def quoted(address: str) -> str:
    """An address below the site as links have it."""
    return address if _PLAIN.fullmatch(address) else quote(address)
