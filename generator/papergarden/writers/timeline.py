"""A bar for every year: how a collection, a tag or an author's work is spread over time."""

from collections.abc import Mapping

from markupsafe import Markup

from papergarden.writers.markup import markup

WIDTH = 340
HEIGHT = 48
LABEL = 14
WIDEST_BAR = 34
MOST_YEARS = 34
MOST_LABELS = 13


def timeline(years: Mapping[str, int], root: Markup) -> Markup:
    """An SVG with one linked bar a year, or nothing where fewer than two years are known.

    Every year between the first and the last has its place, so that gaps are seen; only the last 34 are
    shown. Drawn with attributes alone, which a strict content security policy allows.
    """
    known = {int(year): count for year, count in years.items() if year.isdecimal() and len(year) == 4}
    if len(known) < 2:
        return markup("")
    last = max(known)
    span = range(max(min(known), last - MOST_YEARS + 1), last + 1)
    highest = max(known.values())
    step = min(WIDTH / len(span), WIDEST_BAR)
    bars = []
    for place, year in enumerate(span):
        told = len(span) <= MOST_LABELS or year % 5 == 0
        bars.append(_bar(place * step, step, year, known.get(year, 0), highest, told, root))
    label = f"Papers by year, {span[0]} to {last}"
    size = f'viewBox="0 0 {WIDTH} {HEIGHT + 2 * LABEL}" width="{WIDTH}" height="{HEIGHT + 2 * LABEL}"'
    return markup(f'<svg class="pg-timeline" role="group" aria-label="{label}" {size}>{"".join(bars)}</svg>')


def _bar(x: float, step: float, year: int, count: int, highest: int, told: bool, root: Markup) -> str:
    middle = f"{x + step / 2:.1f}"
    label = f'<text x="{middle}" y="{HEIGHT + 2 * LABEL - 3}">{year}</text>' if told else ""
    if not count:
        return label
    height = max(2, round(HEIGHT * count / highest))
    top = HEIGHT + LABEL - height
    number = f'<text x="{middle}" y="{top - 3}">{count}</text>' if told or count == highest else ""
    bar = f'<rect x="{x + step / 12:.1f}" y="{top}" width="{step * 5 / 6:.1f}" height="{height}"></rect>'
    name = "" if label and number else f' aria-label="{year}: {count}"'
    return f'<a href="{root}years/{year}/"{name}>{bar}{label} {number}</a>'
