"""What the owner of a collection can set, in ``mkdocs.yml`` under ``plugins: - papergarden:``."""

from dataclasses import dataclass
from pathlib import Path


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
