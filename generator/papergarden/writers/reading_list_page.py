"""The page of the reading list, which the reader's own browser fills."""

from papergarden.model import Page
from papergarden.writers.rendering import Renderer


def write(renderer: Renderer) -> Page:
    """The page."""
    return renderer.page(
        "reading-list/",
        "reading_list",
        {
            "title": "Reading list",
            "description": "Papers that you keep, with marks and notes, in your browser.",
        },
    )
