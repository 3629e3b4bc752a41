"""Revisions compared: what became of each paper, and which addresses would stop working."""

import json
from typing import Any

from papergarden.writers.difference import Revision, compare, difference_markdown, read_revision


def paper(key: str, *lines: int, **fields: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {
        "id": key, "title": f"Title of {key}", "authors": [], "authors_complete": True, "abstract": None,
        "arxiv_id": None, "doi": None, "date": None, "venue": None, "categories": [], "organizations": [],
        "tags": [], "links": [], "score": None,
        "sources": [{"seed": "a.txt", "line": line} for line in lines],
    }  # fmt: skip
    return blank | fields


def revision(*papers: dict[str, Any], **redirects: str) -> Revision:
    return Revision({paper["id"]: paper for paper in papers}, redirects)


def test_the_same_revision_twice_differs_in_nothing() -> None:
    one = revision(paper("a", 1), paper("b", 2))
    difference = compare(one, one)
    assert difference == compare(revision(), revision())
    assert "same papers" in difference_markdown(difference, one, one)


def test_added_removed_and_changed() -> None:
    old = revision(paper("a", 1), paper("b", 2, date="2023"))
    new = revision(paper("b", 2, date="2023-07", tags=["x"]), paper("c", 3))
    difference = compare(old, new)
    assert (difference.added, difference.removed) == (("c",), ("a",))
    assert difference.changed == (("b", ("date", "tags")),)
    assert difference.lost_addresses == ("papers/a/",)


def test_an_address_given_up_on_purpose_is_not_lost() -> None:
    old = revision(paper("a", 1, authors=[{"name": "Ada Example", "person": "ada-example"}]))
    difference = compare(old, Revision({}, {}, gone=frozenset(["papers/a/"])))
    assert difference.lost_addresses == ("authors/ada-example/",)


def test_a_merged_paper_is_followed_by_its_redirect() -> None:
    old = revision(paper("some-title", 1), paper("2401.00001", 9))
    new = revision(paper("2401.00001", 1, 9), **{"some-title": "2401.00001"})
    difference = compare(old, new)
    assert difference.merged == (("some-title", "2401.00001"),)
    assert (difference.removed, difference.lost_addresses) == ((), ())


def test_a_merged_paper_is_followed_by_its_title_where_exports_have_no_redirects() -> None:
    old = revision(paper("some-title", 1, title="Same"))
    new = revision(paper("2401.00001", 1, 9, title="Same"))
    difference = compare(old, new)
    assert difference.merged == (("some-title", "2401.00001"),)
    assert difference.lost_addresses == ("papers/some-title/",)


def test_a_split_paper_names_all_its_parts() -> None:
    old = revision(paper("a", 1, 2), b="a")
    new = revision(paper("a", 1), paper("b", 2))
    assert compare(old, new).split == (("a", ("a", "b")),)
    assert compare(old, new).added == ()


def test_markdown_of_a_pull_request_is_inert() -> None:
    title = "<img src=x onerror=alert(1)> [x](javascript:alert)"
    new = revision(paper("a", 1, title=title))
    text = difference_markdown(compare(revision(), new), revision(), new)
    assert "<img" not in text
    assert "](" not in text


def test_an_export_is_read_back() -> None:
    text = json.dumps(paper("a", 1)) + "\n"
    assert read_revision(text).papers.keys() == {"a"}
