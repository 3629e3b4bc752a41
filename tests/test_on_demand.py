"""Files that are made when they are asked for are those that a build would have made."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from papergarden.on_demand import OnDemand, file_at
from papergarden.publish import Order, Site


def orders(things: Iterable[str]) -> Iterator[Order]:
    """A file for each word, which is all that it holds."""
    for word in " ".join(things).split():
        yield Order(word, word, word.encode)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site", tmp_path / "memory.site")


def build(demand: OnDemand[str], site: Site, **owed: str) -> None:
    demand.begin()
    demand.owe(site, {name.replace("_", "/"): words for name, words in owed.items()}, orders)
    site.finish(demand.owes)
    demand.end()


def there(site: Site) -> set[str]:
    return {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}


def test_only_what_is_asked_for_is_made(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    build(demand, site, one="one", two="two", all_="all/a all/b")
    demand.make("one")
    demand.make("nothing")
    assert there(site) == {"one"}
    demand.make("all/b")
    assert there(site) == {"one", "all/a", "all/b"}
    assert site.made == 3


def test_what_lies_in_a_folder_is_named_when_one_of_it_is_asked_for(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    named: list[str] = []

    def build(*names: str) -> None:
        def name() -> dict[str, str]:
            named.append("all/")
            return {f"all/{one}": f"all/{one}" for one in names}

        named.clear()
        demand.begin()
        demand.owe(site, {"one": "one"}, orders, {"all/": name})
        site.finish(demand.owes)
        demand.end()

    build("a", "b")
    demand.make("one")
    assert demand.owes("all/b")
    assert not named
    for path in ("all/a", "all/b", "all/c"):
        demand.make(path)
    assert named == ["all/"]
    assert there(site) == {"one", "all/a", "all/b"}
    site.again()
    build("b", "c")
    assert there(site) == {"one", "all/a", "all/b"}
    demand.make("all/a")
    assert there(site) == {"one", "all/b"}
    demand.make("all/c")
    assert there(site) == {"one", "all/b", "all/c"}
    assert named == ["all/"]


def test_what_lies_in_no_folder_is_named_apart(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    named: list[str] = []

    def top() -> dict[str, str]:
        named.append("")
        return {"b": "b"}

    demand.begin()
    demand.owe(site, {"a": "a", "all/a": "all/a"}, orders, {"": top})
    site.finish(demand.owes)
    demand.end()
    for path in ("a", "a", "all/a", "all/b"):
        demand.make(path)
    assert not named
    demand.make("b")
    assert there(site) == {"a", "b", "all/a"}


def test_what_a_later_build_owes_no_more_is_gone(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    build(demand, site, one="one", two="two", all_="all/a all/b")
    for path in ("one", "two", "all/a"):
        demand.make(path)
    site.again()
    build(demand, site, two="two", all_="all/b all/c")
    assert there(site) == {"two", "all/a", "all/b"}, "the folder is as it was until somebody asks"
    demand.make("two")
    demand.make("all/c")
    assert there(site) == {"two", "all/b", "all/c"}
    assert site.written == 1, "what is as it was is not written again"


def test_what_could_not_be_made_is_still_owed(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    build(demand, site, one="../one", two="two")
    for _ in range(2):
        with pytest.raises(ValueError, match="outside"):
            demand.make("one")
    demand.make("two")
    assert there(site) == {"two"}


def test_a_page_that_was_asked_for_during_a_build_is_that_of_the_build(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    build(demand, site, page="page")
    demand.begin()
    asked = threading.Thread(target=demand.make, args=["new"])
    asked.start()
    site.again()
    demand.owe(site, {"new": "new"}, orders)
    assert there(site) == set()
    demand.end()
    asked.join()
    assert there(site) == {"new"}


def test_an_answer_from_before_a_build_is_asked_for_again(site: Site) -> None:
    demand: OnDemand[str] = OnDemand()
    build(demand, site, page="page")
    answers = iter(["old", "new"])

    def inner(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = next(answers)
        start_response("200 OK", [("Said", answer)])
        if answer == "old":
            build(demand, site, page="page")
        return [answer.encode()]

    said: list[tuple[Any, ...]] = []
    serve = demand.serving(inner, lambda address: file_at(address, "/base/"))
    assert list(serve({"PATH_INFO": "/base/page"}, lambda *words: said.append(words))) == [b"new"]
    assert said == [("200 OK", [("Said", "new")])]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/base/", "index.html"),
        ("/base/papers/one/", "papers/one/index.html"),
        ("/base/feed.xml", "feed.xml"),
        ("/base/../../secret", "secret"),
        ("/livereload/1/2", None),
    ],
)
def test_the_file_at_an_address(address: str, path: str | None) -> None:
    assert file_at(address, "/base/") == path
