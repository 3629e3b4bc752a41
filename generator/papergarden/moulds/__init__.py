"""Frames of pages, rendered once by the theme and filled for each page."""

from papergarden.moulds.closer import looks_closer
from papergarden.moulds.content import Content, Converter, NotPlainError
from papergarden.moulds.frame import anchors, slimmed
from papergarden.moulds.mould import Leaf
from papergarden.moulds.press import Press, Stamped, frame_in

__all__ = [
    "Content",
    "Converter",
    "Leaf",
    "NotPlainError",
    "Press",
    "Stamped",
    "anchors",
    "frame_in",
    "looks_closer",
    "slimmed",
]
