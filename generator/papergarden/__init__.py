"""Turn documents that list research papers into a searchable, citable static site."""

__version__ = "0.1.0"
