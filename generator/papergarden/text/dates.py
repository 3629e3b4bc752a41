"""Dates as pages, feeds and databases print them, as ISO 8601 and no more precise than they are."""

import re
from datetime import UTC, date, datetime
from functools import cache, lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_EDGE = r"(?<![\w.])"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_EDGE}{_YEAR}[-/.](?P<number>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?![\d/-])",
        rf"{_EDGE}{_MONTH}\s{{0,2}}{_DAY},?\s{{0,2}}{_YEAR}\b",
        rf"{_EDGE}{_DAY}[\s-]{{0,2}}{_MONTH},?[\s-]{{0,2}}{_YEAR}\b",
        rf"{_EDGE}{_MONTH},?\s{{0,2}}{_YEAR}\b",
        rf"{_EDGE}{_YEAR},?\s{{0,2}}{_MONTH}(?:\s{{0,2}}{_DAY})?(?!\w)",
    )
)
_NUMERIC = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}")
_SHORT_YEAR = re.compile(r"([1-9]|1[0-2])/([1-9]|[12]\d|3[01])/(\d\d)")
"""As spreadsheets print dates in America: month, day, and the year's last two digits."""
_RANGE = re.compile(r"(\d{4}(?:-\d\d){0,2})/(?:\d{4}(?:-\d\d){0,2}|\.\.)?")
_COMPACT = re.compile(rf"{_YEAR}(?P<number>\d\d)(?P<day>\d\d)")
_YEAR_ALONE = re.compile(rf"[(\[]?{_YEAR}(?:\.0)?[)\]]?[.,;]?")
_WITH_COMMA = re.compile(r"[12],\d{3}")
"""A year that a viewer prints as any number of four digits."""
_MILLISECONDS = re.compile(r"\d{12,13}|1\d{9}")
NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONGEST_SECONDS = len("1718236800")
LONGEST = 200
"""A printed date longer than this is a sentence that happens to name one."""


def _iso(year: str, month: int | None, day: str | None) -> str:
    """The parts as one ISO date, or "" where the calendar has no such day."""
    if month is None:
        return year
    try:
        whole = date(int(year), month, int(day or 1)).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7]


def _from_match(match: re.Match[str]) -> str:
    parts = match.groupdict()
    name = parts.get("month")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["number"])
    return _iso(parts["year"], month, parts.get("day"))


def _numeric(first: int, second: int, year: str) -> str:
    """``13/06/2024`` can be read one way only; of ``05/06/2024`` just the year is certain."""
    if first == second:
        return _iso(year, first, str(second))
    if max(first, second) <= 12:
        return year if min(first, second) > 0 else ""
    return _iso(year, min(first, second), str(max(first, second)))


@lru_cache(maxsize=1 << 12)
def iso_date(printed: str) -> str:
    """The date that ``printed`` states, as ISO and as precise as stated; "" where it states none.

    ``Jul 26, 2023`` is ``2023-07-26``, ``June 2024`` is ``2024-06``, ``2024`` stays ``2024``; timestamps lose
    their time, ``[Submitted on 13 Jun 2024 (v1), last revised …]`` gives the first date, and so does a range
    with a stroke. A number of seconds or milliseconds since 1970, as data frames are saved, is read in UTC.
    """
    text = " ".join(printed[: LONGEST + 1].split())
    if len(text) > LONGEST:
        return ""
    if _WITH_COMMA.fullmatch(text):
        text = text.replace(",", "")
    if match := _YEAR_ALONE.fullmatch(text):
        return match["year"]
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[2]), match["year"])
    if match := _SHORT_YEAR.fullmatch(text):
        century = "19" if match[3] > "68" else "20"
        return _numeric(int(match[1]), int(match[2]), century + match[3])
    if match := _RANGE.fullmatch(text):
        return iso_date(match[1])
    if match := _COMPACT.fullmatch(text):
        return _from_match(match)
    if _MILLISECONDS.fullmatch(text):
        moment = float(text) / (1000 if len(text) > LONGEST_SECONDS else 1)
        return datetime.fromtimestamp(moment, UTC).date().isoformat()
    found = [match for form in _FORMS if (match := form.search(text))]
    return _from_match(min(found, key=lambda match: (match.start(), -match.end()))) if found else ""


def arxiv_month(arxiv_id: str) -> str:
    """The month an arXiv id was given in, which both styles begin their number with, or "" for no id."""
    match = re.match(r"(\d\d)(\d\d)\.?\d", arxiv_id.rpartition("/")[2])
    if match is None or not "01" <= match[2] <= "12":
        return ""
    return f"{'19' if match[1] > '90' else '20'}{match[1]}-{match[2]}"


@cache
def day(iso: str) -> str:
    """An ISO date, as precise as it is, for people: ``14 February 2025``, ``February 2025``, ``2025``."""
    year, month, number = (*iso.split("-"), "", "")[:3]
    name = NAMES[int(month) - 1] if month else ""
    return " ".join(part for part in (number.lstrip("0"), name, year) if part)
