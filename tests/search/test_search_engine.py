"""The index as Python writes it, searched by the browser's own modules."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from papergarden.writers import search_index, search_shards
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_index import write_search_index
from papergarden.writers.search_places import document_numbers
from tests.node import Ask
from tests.sections import sections

Find = Callable[..., Any]


def paper(key: str, title: str, **fields: Any) -> SearchDocument:
    return SearchDocument(kind="paper", url=f"papers/{key}/", title=title, **fields)


LIBRARY = [
    paper(
        "kettles", "Boiling Kettles", abstract="Water and steam.", date="2020-01-01", authors=("Ada Exämple",)
    ),
    paper("kettles2", "Boiling Kettles Again", abstract="Boiling kettles, kettles.", date="2021-01-01"),
    paper("flash", "FlashKettle: Fast Kettles", abstract="A self-heating kettle.", venue="Kitchen 2021"),
    paper(
        "heat", "Selfheating devices", abstract="We study self heating devices in H$_2$O and $\\ell_1$ maps."
    ),
    paper("beta", "β-Lamps for everyone", abstract="Light for generation.", has_code=True, date="2019"),
    paper(
        "lamps",
        "Lanterns and lamps",
        abstract="The lantern shines. It glows.",
        date="2022",
        tags=("Dim light",),
    ),
    paper("lamps3", "Lanterns and lamps in rain", abstract="It rains.", date="2023", sources=("list.txt",)),
    paper("gtn1", "A study of a graph tidy network (GTN)", abstract="It tidies."),
    paper("gtn2", "Graph tidy network (GTN) for rooms", abstract="Rooms."),
    paper("gtn3", "GTNs at scale", abstract="Only the short name is used here."),
    paper("cjk", "学习表示的方法", abstract="中文"),
    paper("rare", "𠀀𠀁𠀂 𠀀𠀁𠀃 𠀀𠀄", abstract="Beyond the first plane."),
    paper("id", "A paper with an id", ids=("2401.00001", "10.1000/xyz", "https://a.example.org/p.pdf")),
    SearchDocument(kind="author", url="authors/ada-example/", title="Ada Exämple", papers=3),
    SearchDocument(kind="tag", url="tags/dim-light/", title="Dim light", papers=1),
    SearchDocument(kind="page", url="about/", title="About this garden", abstract="Why it is."),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save(LIBRARY, tmp_path_factory.mktemp("index"))


def in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put nothing into the manifest, however small it is."""
    monkeypatch.setattr(search_index, "INLINE_BYTES", -1)
    monkeypatch.setattr(search_index, "TINY", 0)


def save(documents: Sequence[SearchDocument], folder: Path) -> str:
    (folder / "search").mkdir()
    for file in write_search_index(documents):
        assert isinstance(file.content, bytes)
        (folder / file.path).write_bytes(file.content)
    return f"{folder}/search/"


def tails_of(base: str) -> set[str]:
    """The files of tails, by what they are: two sections for each of some shards."""
    known = json.loads(sections_of(base + "manifest.bin")[0])
    names = sections_of(base + "manifest.bin")[1]
    first = known["counts"][0]
    places = range(first, first + known["counts"][1])
    return {f"{base}{names[6 * place : 6 * place + 6].hex()}.bin" for place in places}


def sections_of(path: str) -> list[bytes]:
    """What is in a file of the index."""
    return sections(Path(path).read_bytes())


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


def many(count: int) -> list[SearchDocument]:
    return [
        paper(
            f"p{i}",
            f"Study{i} of thing{i % 50} number",
            abstract=f"word{i % 300} again " * 4,
            date=f"{2000 + i % 20}",
        )
        for i in range(count)
    ]


def test_a_lost_or_damaged_file_costs_only_what_was_in_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    base = save(many(3000), tmp_path)
    question = {"base": base, "queries": ["study7 thing7"], "options": {}}
    (whole,) = ask("search", question)
    assert whole["results"][0]["title"] == "Study7 of thing7 number"
    assert not whole["missing"]
    shards = [Path(path) for path in whole["fetched"] if not path.endswith("manifest.bin")]
    content = shards[-1].read_bytes()
    for damaged in (content[: len(content) // 2], content[:-3] + b"abc", b"", b"<html>404</html>"):
        shards[-1].write_bytes(damaged)
        (answer,) = ask("search", question)
        assert answer["missing"]
    shards[-1].unlink()
    (answer,) = ask("search", question)
    assert answer["missing"]
    assert 0 < len(answer["results"]) < len(whole["results"])


def test_a_site_published_anew_is_noticed(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    base = save(many(1000), tmp_path / "old")
    added = paper("new", "Zyzzyva Study7", abstract="word7 again", date="2030")
    replacement = save([*many(1000), added], tmp_path / "new")
    about = {
        "base": base,
        "replacement": replacement,
        "queries": ["study7", "zyzzyva", "study7 zyzzyva", "study9"],
    }
    before, word, both, other = ask("worker", about)
    assert before["results"][0]["title"] == "Study7 of thing7 number"
    assert word["results"][0]["title"] == both["results"][0]["title"] == "Zyzzyva Study7"
    assert other["results"][0]["title"] == "Study9 of thing9 number"
    assert not any(answer["missing"] for answer in (before, word, both, other))


def test_the_box_and_the_page_to_browse_do_not_overtake_each_other(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    box, view = {"text": "study7"}, {"text": "study9", "every": True}
    answers = ask("together", {"base": save(many(1000), tmp_path), "asked": [box, view, box, view, box]})
    assert sorted(answer["id"] for answer in answers if not answer.get("soon")) == [3, 4]


def test_who_types_on_waits_for_no_more_than_likely_results(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    typed = {"text": "study7 thing7", "early": True, "patience": 100}
    after = typed | {"text": "study9 thing9", "after": 0}
    answers = ask("together", {"base": save(many(1000), tmp_path), "asked": [typed, after]})
    assert [(answer["id"], answer.get("soon", False)) for answer in answers] == [
        (0, True),
        (1, True),
        (1, False),
    ]


def test_frequent_terms_are_whole_where_it_matters(ask: Ask, tmp_path: Path) -> None:
    base = save(many(3000), tmp_path)
    queries = ["number", "number year:2003", "study2999 number"]
    single, filtered, both = ask("search", {"base": base, "queries": queries, "options": {}})
    assert len(single["results"]) == 10
    assert {result["date"] for result in filtered["results"]} == {"2003"}
    assert filtered["total"] == 150
    assert both["results"][0]["title"].startswith("Study2999 ")


def test_every_document_is_found_by_its_number(ask: Ask, tmp_path: Path) -> None:
    library = many(3000)
    numbers = document_numbers(library)
    address = {number: url for url, number in numbers.items()}
    base = save(library, tmp_path)
    queries = ["number", "thing7 number", "thing7 thing8", "number year:2003", "thing7 -study7"]
    answers = ask("search", {"base": base, "queries": queries, "options": {"every": True}})
    found = [[address[number] for number in answer["documents"].values()] for answer in answers]
    assert set(found[0]) == {paper.url for paper in library}
    assert set(found[1]) == {f"papers/p{i}/" for i in range(7, 3000, 50)}
    assert set(found[2]) == {f"papers/p{i}/" for i in range(3000) if i % 50 in {7, 8}}
    assert set(found[3]) == {f"papers/p{i}/" for i in range(3, 3000, 20)}
    assert set(found[4]) == set(found[1]) - {"papers/p7/"}
    assert [answer["whole"] for answer in answers] == [True, True, False, True, True]
    years = [int(url.split("p")[-1].strip("/")) % 20 for url in found[1]]
    assert years == sorted(years, reverse=True)


def test_likely_results_come_first_then_all_ten(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    about = {"base": save(many(1000), tmp_path), "queries": ["study7 thing7 number"], "options": {}}
    (whole,) = ask("search", about)
    (likely,) = whole["early"]
    assert len(whole["results"]) == 10
    assert [result["title"] for result in likely["results"]] == ["Study7 of thing7 number"]
    assert likely["results"] == whole["results"][:1]
    assert likely["total"] == whole["total"] == 1
    assert len(likely["fetched"]) < len(whole["fetched"])


def test_a_title_tells_what_the_first_postings_of_a_frequent_word_do_not(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    monkeypatch.setattr(search_shards, "FIRST_TIER", 20)
    monkeypatch.setattr(search_index, "FIRST_TIER", 20)
    base = save([*many(1000), paper("x", "Zyzzyva in a rather long number of words", date="1990")], tmp_path)
    queries = ["zyzzyva number", "zyzzyva again"]
    said, unsaid = ask("search", {"base": base, "queries": queries, "options": {}})
    assert said["results"][0]["title"].startswith("Zyzzyva")
    assert (said["total"], unsaid["total"]) == (1, 0)
    assert tails_of(base).isdisjoint(said["fetched"])
    assert not tails_of(base).isdisjoint(unsaid["fetched"])


def test_a_small_index_answers_from_its_manifest(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "INLINE_BYTES", 3_000)
    base = save(many(400), tmp_path)
    certain = ["study7 thing7", "study7 thnig7 number", "study33"]
    doubtful = ["-number study7", '"study7 of thing7"', "study7 unheardof", "year:2003 study3"]
    answers = ask("search", {"base": base, "queries": certain + doubtful, "options": {}})
    for answer in answers[: len(certain)]:
        early = answer["early"][0]
        assert early["results"][0] == answer["results"][0]
        assert len(early["fetched"]) == 1
    assert len(answers[0]["fetched"]) > 1
    for answer in answers[len(certain) :]:
        assert all(len(early["fetched"]) > 1 for early in answer["early"])


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
