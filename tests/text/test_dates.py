import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.dates import arxiv_month, iso_date

DATES = {
    "Jul 26, 2023": "2023-07-26",
    "July 26th, 2023": "2023-07-26",
    "26 Jul 2023": "2023-07-26",
    "Sept. 3, 2021": "2021-09-03",
    "June 2024": "2024-06",
    "June, 2024.": "2024-06",
    "2024 Jun 5": "2024-06-05",
    "2024-06-13": "2024-06-13",
    "2024/6/3": "2024-06-03",
    "2024-06": "2024-06",
    "2024": "2024",
    "(2024)": "2024",
    "2024.0": "2024",
    "2,024": "2024",
    "20240613": "2024-06-13",
    "2024-06-13T17:59:59Z": "2024-06-13",
    "2024-06-13 17:59:59.123+00:00": "2024-06-13",
    "Thu, 13 Jun 2024 17:59:56 GMT": "2024-06-13",
    "[Submitted on 13 Jun 2024 (v1), last revised 14 Nov 2024 (this version, v2)]": "2024-06-13",
    "Published on Jun 13, 2024": "2024-06-13",
    "13.06.2024": "2024-06-13",
    "06/13/2024": "2024-06-13",
    "05/06/2024": "2024",
    "04/04/2024": "2024-04-04",
    "1718236800000": "2024-06-13",
    "1718236800": "2024-06-13",
    "6/13/24": "2024-06-13",
    "8/1/93": "1993",
    "2024-06-13/2024-07-02": "2024-06-13",
    "2024/..": "2024",
    "Feb 29, 2024": "2024-02-29",
}
NOT_DATES = [
    "",
    "Sep 10",
    "Feb 30, 2023",
    "2024-13",
    "2024-00-10",
    "0/0/2024",
    "Maybe 2020",
    "12",
    "99999",
    "2,500",
    "soon",
]


@pytest.mark.parametrize("printed", DATES)
def test_reads_every_printed_form(printed: str) -> None:
    assert iso_date(printed) == DATES[printed]


@pytest.mark.parametrize("printed", NOT_DATES)
def test_takes_nothing_else_for_a_date(printed: str) -> None:
    assert iso_date(printed) == ""


def test_a_long_sentence_with_a_date_is_no_date() -> None:
    assert iso_date("It was a dark and stormy night. " * 10 + "Jul 26, 2023") == ""


@given(st.dates())
def test_an_iso_date_of_our_times_stays_as_it_is(date: object) -> None:
    printed = str(date)
    assert iso_date(printed) == (printed if "1600" <= printed[:4] < "2100" else "")


@given(st.text())
def test_the_answer_is_iso_or_nothing(printed: str) -> None:
    assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", iso_date(printed))


@pytest.mark.parametrize(
    ("arxiv_id", "month"),
    [
        ("2406.09415", "2024-06"),
        ("cs/0112017", "2001-12"),
        ("hep-th/9901001", "1999-01"),
        ("x", ""),
        ("2413.00001", ""),
    ],
)
def test_an_arxiv_id_tells_its_month(arxiv_id: str, month: str) -> None:
    assert arxiv_month(arxiv_id) == month
