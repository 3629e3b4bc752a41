"""TeX formulas to MathML, safe to stand in Markdown and HTML, with the TeX kept as annotation."""

from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element
from markupsafe import Markup

from papergarden.text import escape
from papergarden.writers.markup import markup

LONGEST_FORMULA = 2000
"""Longer ones are shown as TeX: conversion is recursive, and nobody reads a formula of a page."""

_ELEMENTS = frozenset({
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle",
    "merror", "mpadded", "mphantom", "msub", "msup", "msubsup", "munder", "mover", "munderover",
    "mmultiscripts", "mtable", "mtr", "mtd", "menclose",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "depth", "display",
    "displaystyle", "fence", "form", "height", "largeop", "linebreak", "linethickness", "lspace",
    "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowlines",
    "rowspacing", "rspace", "scriptlevel", "separator", "stretchy", "symmetric", "voffset", "width",
})  # fmt: skip

_FENCES = frozenset({"|", "‖", "&#x0007C;", "&#x02016;", "&#x0002225;"})
"""Bars that may open or close: without this a browser sets them wide apart, like a relation."""


@lru_cache(maxsize=20_000)
def mathml(tex: str) -> Markup:
    """A formula (TeX without its dollar signs) as a MathML element, or as code where it cannot be converted.

    Only presentation elements and attributes are let through, so that no TeX command can make a link.
    """
    tex = escape.fold(tex)
    inner = _converted(tex) if len(tex) <= LONGEST_FORMULA else ""
    if not inner:
        return markup(f'<code class="tex">{escape.markdown(tex)}</code>')
    note = f'<annotation encoding="application/x-tex">{escape.markdown(tex)}</annotation>'
    return markup(f"<math><semantics>{inner}{note}</semantics></math>")


def _converted(tex: str) -> str:
    try:
        root = convert_to_element(tex)
        return "".join(_markup(child) for child in root)
    except Exception:  # whatever a broken formula does to the converter, its TeX is shown
        return ""


def _markup(element: Element) -> str:
    """The element as text; one that is not presentation MathML raises ``ValueError``."""
    if element.tag not in _ELEMENTS:
        raise ValueError(f"{element.tag} is not presentation MathML")
    kept = {name: value for name, value in element.attrib.items() if name in _ATTRIBUTES}
    if element.tag == "mo" and element.text in _FENCES:
        kept |= {"lspace": "0", "rspace": "0"}
    attributes = "".join(f' {name}="{escape.markdown(value)}"' for name, value in kept.items())
    text = escape.markdown(unescape(element.text)) if element.text else ""
    children = "".join(_markup(child) for child in element)
    return f"<{element.tag}{attributes}>{text}{children}</{element.tag}>"
