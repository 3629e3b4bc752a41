"""A bar for every year: how a collection, a tag or an author's work is spread over time."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from papergarden.writers.markup import markup

WIDTH = 340
HEIGHT = 48
LABEL = 14
WIDEST_BAR = 34
MOST_YEARS = 34
YEAR_WIDTH = 30
"""What a year takes, written below its bar: where bars are narrower, not every year is written."""
DIGIT_WIDTH = 6
KEPT = 1 << 10
"""Drawings that are remembered: many people wrote a paper or two in the same few years."""


def timeline(years: Mapping[str, int], root: Markup, height: int = HEIGHT) -> Markup:
    """An SVG with one linked bar a year, or nothing where fewer than two years are known.

    Every year between the first and the last has its place, so that gaps are seen; only the last 34 are
    shown. The numbers are names of the links, so that they are read out as well. Drawn with attributes
    alone, which a strict content security policy allows. ``height`` is that of the highest bar in pixels.
    """
    return _drawn(tuple(years.items()), root, height)


@lru_cache(KEPT)
def _drawn(years: Sequence[tuple[str, int]], root: Markup, height: int) -> Markup:
    known = {int(year): count for year, count in years if year.isdecimal() and len(year) == 4}
    if len(known) < 2:
        return markup("")
    last = max(known)
    span = range(max(min(known), last - MOST_YEARS + 1), last + 1)
    step = min(WIDTH / len(span), WIDEST_BAR)
    every = -int(-YEAR_WIDTH // step)
    highest = max(known.values())
    bars = []
    for place, year in enumerate(span):
        label = _text(place, step, height + 2 * LABEL - 3, year) if (last - year) % every == 0 else ""
        bars.append(
            _bar(place, step, height, known[year] / highest, known[year], label, year, root)
            if year in known
            else label
        )
    size = f'viewBox="0 0 {WIDTH} {height + 2 * LABEL}" width="{WIDTH}" height="{height + 2 * LABEL}"'
    name = f"Papers by year, {span[0]} to {last}"
    return markup(f'<svg class="pg-timeline" role="group" aria-label="{name}" {size}>{"".join(bars)}</svg>')


def _bar(
    place: int, step: float, height: int, part: float, count: int, label: str, year: int, root: Markup
) -> str:
    """The bar of a year, ``part`` as high as the highest, with its number where that has room."""
    tall = max(2, round(height * part))
    top = height + LABEL - tall
    room = len(str(count)) * DIGIT_WIDTH <= step
    number = _text(place, step, top - 3, count) if room or part == 1 else ""
    x, width = f"{(place + 1 / 12) * step:.1f}", f"{step * 5 / 6:.1f}"
    bar = f'<rect x="{x}" y="{top}" width="{width}" height="{tall}"></rect>'
    return f'<a href="{root}years/{year}/" aria-label="{year}: {count:,}">{bar}{label}{number}</a>'


def _text(place: int, step: float, y: int, said: int) -> str:
    return f'<text x="{(place + 0.5) * step:.1f}" y="{y}">{said}</text>'
