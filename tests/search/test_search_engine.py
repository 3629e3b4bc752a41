"""The index as Python writes it, searched by the browser's own modules."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from papergarden.writers.search_documents import SearchDocument
from tests.node import Ask
from tests.search.indexes import LIBRARY, in_files, many, paper, save

Find = Callable[..., Any]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save(LIBRARY, tmp_path_factory.mktemp("index"))


@pytest.fixture
def find(ask: Ask, base: str) -> Find:
    def run(*queries: str, **options: Any) -> list[list[str]]:
        answers = ask("search", {"base": base, "queries": queries, "options": options})
        return [[result["url"].split("/")[-2] for result in answer["results"]] for answer in answers]

    return run


def test_an_exact_title_comes_first(find: Find) -> None:
    exact, words = find("boiling kettles", "lanterns and lamps")
    assert exact[0] == "kettles"
    assert words[0] == "lamps"


def test_an_exact_short_title_comes_first_among_many_that_are_about_it(ask: Ask, tmp_path: Path) -> None:
    others = [
        paper(f"p{i}", f"Kettles and kettles {i}", abstract="Kettles. " * 9, date="2023") for i in range(99)
    ]
    base = save([*others, paper("old", "The Kettle", date="1999")], tmp_path)
    (answer,) = ask("search", {"base": base, "queries": ["the kettle"], "options": {}})
    assert answer["results"][0]["title"] == "The Kettle"


def test_writings_meet(find: Find) -> None:
    queries = [
        "kettle",
        "example",
        "flash kettle",
        "flashkettle",
        "self-heating",
        "selfheating",
        "self heating",
    ]
    plural, accent, *rest = find(*queries)
    assert {"kettles", "kettles2", "flash"} <= set(plural)
    assert accent == ["kettles"]
    for split in rest[:2]:
        assert split[0] == "flash"
    for joined in rest[2:]:
        assert set(joined[:2]) == {"flash", "heat"}


def test_symbols_are_found_as_they_are_spoken(find: Find) -> None:
    assert find("h2o", "l1", "beta lamps", "β", "学习表示", "$\\ell_1$") == [
        ["heat"],
        ["heat"],
        ["beta", "lamps", "lamps3"],
        ["beta"],
        ["cjk"],
        ["heat"],
    ]


def test_letters_beyond_the_first_plane_are_found(find: Find) -> None:
    assert find("𠀀𠀁𠀃", "𠀀𠀄") == [["rare"], ["rare"]]


def test_acronyms_find_their_long_forms_and_back(find: Find) -> None:
    short, long = find("gtn", "graph tidy network")
    assert {"gtn1", "gtn2", "gtn3"} == set(short) == set(long)


def test_operators(find: Find) -> None:
    either, without, phrase = find("steam OR rains", "kettles -again", '"boiling kettles"')
    assert set(either) == {"kettles", "lamps3"}
    assert set(without) == {"kettles", "flash"}
    assert set(phrase) == {"kettles", "kettles2"}


def test_a_phrase_is_looked_up_where_it_would_stand(ask: Ask, base: str) -> None:
    marked = {
        "papers/kettles2/": "Boiling <em>kettles</em>, kettles.",
        "papers/heat/": "We study self heating &amp; H",
    }
    for document in LIBRARY:
        folder = Path(base).parent / document.url
        folder.mkdir(parents=True, exist_ok=True)
        html = (
            f'<h1>T</h1><div class="pg-abstract"><p>{marked.get(document.url, document.abstract)}</p></div>'
        )
        (folder / "index.html").write_text(html, encoding="utf-8")
    queries = [
        '"kettles kettles"',
        '"kettle kettles"',
        '"study self heating"',
        '"we study self"',
        '"again boiling"',
    ]
    answers = ask("search", {"base": base, "queries": queries, "options": {}})
    found = [[result["url"] for result in answer["results"]] for answer in answers]
    assert found == [["papers/kettles2/"], [], ["papers/heat/"], ["papers/heat/"], []]
    assert [answer["total"] for answer in answers] == [1, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("year:2022", {"lamps"}),
        ("year:2021..2022 -steam", {"kettles2", "lamps"}),
        ("year:2022.. lamps", {"lamps", "lamps3"}),
        ("has:code", {"beta"}),
        ("venue:kitchen", {"flash"}),
        ('tag:"dim light"', {"lamps"}),
        ("source:list.txt", {"lamps3"}),
        ("author:example kettles", {"kettles"}),
        ("author:lamps", set()),
        ("-year:2020..2023 lamps", {"beta"}),
    ],
)
def test_filters(find: Find, query: str, expected: set[str]) -> None:
    assert set(find(query)[0]) == expected


@pytest.mark.parametrize(
    "pasted",
    [
        *(
            "arXiv:2401.00001v3",
            "https://arxiv.org/pdf/2401.00001",
            "https://doi.org/10.1000/xyz",
            "10.1000/XYZ",
        ),
        *("https://a.example.org/p.pdf", "http://a.example.org/p"),
    ],
)
def test_pasted_identifiers(find: Find, pasted: str) -> None:
    assert find(pasted) == [["id"]]


def test_slips_are_mended_and_said(ask: Ask, base: str) -> None:
    queries = ["boilng", "lantrens", "ketlte steam", "vlash", "boilingkettles"]
    answers = ask("search", {"base": base, "queries": queries, "options": {}})
    assert [answer["mended"] for answer in answers] == [
        [{"typed": "boilng", "searched": "boiling"}],
        [{"typed": "lantrens", "searched": "lanterns"}],
        [{"typed": "ketlte", "searched": "kettle"}],
        [{"typed": "vlash", "searched": "flash"}],
        [{"typed": "boilingkettles", "searched": "boiling kettles"}],
    ]
    (literal,) = ask("search", {"base": base, "queries": ["boilng"], "options": {"literal": True}})
    assert literal["results"] == []


def test_two_slips_are_mended_in_a_word_that_was_meant_to_have_eight_letters(ask: Ask, base: str) -> None:
    (answer,) = ask("search", {"base": base, "queries": ["lantrs glow"], "options": {}})
    assert answer["mended"] == [{"typed": "lantrs", "searched": "lanterns"}]
    assert answer["results"][0]["title"] == "Lanterns and lamps"


def test_of_words_that_a_result_has_the_likeliest_is_said_to_be_meant(ask: Ask, tmp_path: Path) -> None:
    """Not the rarest, though that is what brings the result to the top."""
    others = [paper(f"p{number}", f"Learning about kettles {number}") for number in range(60)]
    base = save([*others, paper("q", "Qlearning is learning")], tmp_path)
    (answer,) = ask("search", {"base": base, "queries": ["lerning"], "options": {}})
    assert answer["results"][0]["title"] == "Qlearning is learning"
    assert answer["mended"] == [{"typed": "lerning", "searched": "learning"}]


def test_the_word_being_typed_is_completed(find: Find) -> None:
    assert set(find("boiling ket")[0]) == {"kettles", "kettles2", "flash"}
    assert set(find("lan")[0]) == {"lamps", "lamps3"}


def test_newer_papers_come_first_among_equals(find: Find) -> None:
    assert find("glows OR rains")[0] == ["lamps3", "lamps"]


def test_people_tags_and_pages_are_found(ask: Ask, base: str) -> None:
    queries = ["exampl", "dim light", "garden"]
    person, tag, page = ask("search", {"base": base, "queries": queries, "options": {}})
    assert [(name["name"], name["url"]) for name in person["names"]] == [
        ("Ada Exämple", "authors/ada-example/")
    ]
    assert [name["url"] for name in tag["names"]] == ["tags/dim-light/"]
    assert [result["url"] for result in page["results"]] == ["about/"]


HOSTILE = [
    *('"', "'", "-", "--", "OR", "OR OR -OR", '"a', "author:", "year:", "year:abc", 'tag:"', ":", "a:b:c"),
    *("__proto__", "constructor", "tag:__proto__", "<img src=x onerror=alert(1)>", "(((((", "[a-z]+*?", "\\"),
    *(
        "\x00\x01\x02",
        "x" * 10_000,
        "kettle " * 2_000,
        "-kettle",
        '-"kettle"',
        "\ud800",
        "𝔘𝔫𝔦",
        "🙂 🙂",
        "..",
    ),
    *(
        "year:9999..0",
        "has:",
        "\u202e\u200f",
        "2401.00001 extra",
        "a" * 300 + "://",
        "İ",
        "ǅ",
        "１２３",
        "$$",
    ),
]


def test_any_query_is_answered(ask: Ask, base: str) -> None:
    answers = ask("search", {"base": base, "queries": HOSTILE, "options": {}})
    assert len(answers) == len(HOSTILE)
    for answer in answers:
        assert isinstance(answer["results"], list)
        assert not answer["missing"]


def test_a_slip_is_mended_from_the_titles_that_the_other_words_lead_to(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    base = save([*many(1000), paper("x", "Zyzzyva lanterns glimmer")], tmp_path)
    queries = ["zyzzyva lanterns glimmer", "zyzzyva lanterns glimer"]
    right, slip = ask("search", {"base": base, "queries": queries, "options": {}})
    assert slip["results"][0]["title"] == right["results"][0]["title"]
    assert slip["mended"] == [{"typed": "glimer", "searched": "glimmer"}]
    assert slip["total"] == 1
    assert len(slip["fetched"]) <= len(right["fetched"]) + 1


def test_people_are_found_by_any_of_their_words_most_papers_first(ask: Ask, tmp_path: Path) -> None:
    people = [
        SearchDocument(kind="author", url=f"authors/p{i}/", title=f"Ada{i % 7} Sample", papers=i)
        for i in range(1, 90)
    ]
    base = save([*LIBRARY, *people], tmp_path)
    family, both, none = ask(
        "search", {"base": base, "queries": ["sample", "ada3 sample", "ada3 kettle"], "options": {}}
    )
    assert [name["papers"] for name in family["names"]] == sorted(
        (name["papers"] for name in family["names"]), key=int.bit_length, reverse=True
    )
    assert min(name["papers"] for name in family["names"]) >= 64
    assert {name["name"] for name in both["names"]} == {"Ada3 Sample"}
    assert none["names"] == []


def test_distances_stop_early(ask: Ask) -> None:
    pairs = [
        ["kettle", "kettle", 2],
        ["kettle", "ketlte", 2],
        ["kettle", "kttle", 2],
        ["abc", "xyz", 1],
        ["", "ab", 2],
    ]
    assert ask("distances", pairs) == [0, 1, 1, 2, 2]


def test_excerpts_show_the_sentence_that_answers(ask: Ask) -> None:
    text = "We boil water. Kettles whistle loudly, e.g. at noon. Nobody cares <b>much</b>."
    parts = ask("excerpt", {"text": text, "asked": ["kettl", "whistl"]})
    assert [part["text"] for part in parts if part["hit"]] == ["Kettles", "whistle"]
    assert "".join(part["text"] for part in parts).startswith("Kettles whistle loudly")
    long = "word " * 200 + "kettle " + "word " * 200
    assert len("".join(part["text"] for part in ask("excerpt", {"text": long, "asked": ["kettl"]}))) < 400


def test_the_committed_files_are_made_from_these_modules() -> None:
    import importlib.util

    path = Path(__file__).parents[2] / "site_src/search/bundle.py"
    specification = importlib.util.spec_from_file_location("bundle", path)
    assert specification is not None
    assert specification.loader is not None
    bundle = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(bundle)
    recorded = {entry: bundle.recorded(entry) for entry in bundle.ENTRIES}
    current = {entry: bundle.checksum(entry) for entry in bundle.ENTRIES}
    assert recorded == current, "run python site_src/search/bundle.py"
