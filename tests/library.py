"""A small library by hand in which every page meets what is awkward about it: one paper, one awkwardness."""

from dataclasses import replace

from papergarden.model import (
    Authorship,
    Finding,
    Library,
    Link,
    Match,
    Paper,
    Person,
    Provenance,
    Record,
    Repair,
    SeedReport,
    Source,
    Tag,
)
from papergarden.text.slugs import slug

ATTACKS = (
    "<script>alert(1)</script>",
    "{{ config }} {% raw %}",
    "---",
    "[x](javascript:alert(1))",
    "</textarea></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "<!-- side -->",
    "\x02wzxhzdk:0\x03",
)
ATTACK = " ".join(ATTACKS)
SEEDS = ("lists/plain.txt", "hostile <b>.jsonl")


def record(seed: str, line: int, **fields: object) -> Record:
    """A record at a line of a seed."""
    return Record(source=Source(seed, line), end=line, reader="cards", ref=f"{seed}:{line}", **fields)  # type: ignore[arg-type]


def paper(key: str, title: str, line: int, *names: str, seed: str = SEEDS[0], **fields: object) -> Paper:
    """A paper that one seed lists, with people behind its authors."""
    authors = tuple(Authorship(name, slug(name)) for name in names)
    records = (record(seed, line, title=title),)
    known = {"records": records, "authors": authors, **fields}
    return Paper(key=key, title=title, **known)  # type: ignore[arg-type]


def topic(name: str) -> Tag:
    return Tag("topic", slug(name), name)


def year(number: int) -> Tag:
    return Tag("year", str(number), str(number))


def everything() -> Paper:
    """A paper in whose record nothing is missing, listed twice and repaired."""
    first = record(
        SEEDS[0],
        1,
        title="Every Field Is Known",
        repairs=(Repair("abstract", "broken-escape", "$80times$", "80×"),),
    )
    second = record(
        SEEDS[1], 9, title="Every field is known", damage={"abstract": "its formulas are missing"}
    )
    return Paper(
        key="2406.09415",
        records=(first, second),
        title="Every Field Is Known",
        authors=(Authorship("Ada Example", "ada-example"), Authorship("Example Institute")),
        abstract="It is 80× faster, in $\\tilde{O}(d \\ell)$ & more: https://code.example/a_b?x=1&y=2.",
        arxiv_id="2406.09415",
        arxiv_version=2,
        doi="10.1234/example(1)",
        date="2024-06-13",
        venue="Journal of Examples",
        categories=("cs.CL",),
        organizations=("Example Institute",),
        links=(
            Link("code", "https://code.example/a_b"),
            Link("project", "https://project.example/"),
            Link("page", "javascript:alert(1)"),
            Link("", "https://other.example/"),
        ),
        has_code=True,
        score=44.9,
        tags=(
            topic("long context"),
            topic("KV cache"),
            Tag("category", "cs-cl", "cs.CL"),
            Tag("organization", "example-institute", "Example Institute"),
            Tag("venue", "journal-of-examples", "Journal of Examples"),
            Tag("feature", "has-code", "has code"),
            year(2024),
        ),
        related=("water", "hostile"),
        aliases=("every-field-is-known", "water"),
        matches=(
            Match(
                first.source,
                second.source,
                "same",
                "the abstracts agree",
                "98% of words",
                first.ref,
                second.ref,
            ),
            Match(
                first.source,
                Source("lists/other.txt", 77),
                "near",
                "the abstracts agree a little",
                "20% of words",
                first.ref,
                "other",
            ),
        ),
        provenance={
            "title": Provenance(Source(SEEDS[0], 1), "stated"),
            "abstract": Provenance(
                Source(SEEDS[1], 9),
                "stated",
                repairs=(
                    Repair("abstract", "broken-escape", "It is $80times$ faster,", "It is 80× faster,"),
                ),
            ),
            "date": Provenance(Source(SEEDS[1], 9), "stated", others=((Source(SEEDS[0], 1), "2023-12"),)),
        },
    )


def papers() -> tuple[Paper, ...]:
    """In the order of their keys, as a library has them."""
    crowd = tuple(f"Person {number:04} of the Crowd" for number in range(1000))
    made = [
        everything(),
        paper(
            "one-word-name",
            "A Paper by Plato",
            2,
            "Plato",
            date="2023",
            tags=(topic("long context"), year(2023)),
        ),
        paper("cjk", "论文与花园", 3, "王小明", "Ada Example", date="2023-07", tags=(year(2023),)),
        paper(
            "water",
            "Splitting H$_2$O by $O(n^{1+1/k})$ Steps",
            4,
            "Ada Example",
            date="2022-01-02",
            tags=(year(2022),),
        ),
        paper("no-year", "A Paper without a Year", 5, "Bo Sample", authors_complete=False, abstract="Short."),
        paper(
            "two-ids", "A Paper with Two Numbers", 6, "Bo Sample", arxiv_id="cs/0112017", doi="10.1234/two"
        ),
        paper(
            "hostile",
            f"Title {ATTACK}",
            1,
            f"Name {ATTACK}",
            seed=SEEDS[1],
            abstract=f'Abstract {ATTACK} $\\href{{javascript:alert(1)}}{{x}}$ https://a.example/"onclick=x',
            venue=f"Venue {ATTACK}",
            tags=(Tag("venue", "venue", f"Venue {ATTACK}"), Tag("topic", "has-code", f"Topic {ATTACK}")),
            links=(Link("pdf", "data:text/html,x"), Link(ATTACK, "https://a.example/<b>")),
        ),
        paper("long", "A very long title " * 35, 7, "Bo Sample"),
        paper("crowd", "A Paper of a Thousand", 8, *crowd, date="2021", tags=(year(2021),)),
        paper("rtl", "بستان الأوراق", 10, "ليلى مثال", abstract="نص قصير."),
        paper("emoji", "Gardens 🌱👩‍🔬 of Z̴a̴l̴g̴o", 11, "Ada Example"),
        paper(
            "unbalanced", "It costs $5, or $x^2", 12, "Bo Sample", abstract="A \\$ and a $ and $\\frac{1}{$."
        ),
        paper("no-authors", "A Paper by Nobody", 13),
    ]
    return tuple(sorted(made, key=lambda made_paper: made_paper.key))


def people(of: tuple[Paper, ...]) -> dict[str, Person]:
    """Everybody who wrote something; one has two printed forms, and may be another."""
    known: dict[str, Person] = {}
    for written in of:
        for author in written.authors:
            if author.person:
                one = known.get(author.person, Person(author.person, author.name, (author.name,), ()))
                known[author.person] = replace(one, papers=(*one.papers, written.key))
    ada = known["ada-example"]
    known["ada-example"] = replace(ada, variants=("Ada Example", "Áda X. Example"), maybe=("bo-sample",))
    return dict(sorted(known.items()))


def library() -> Library:
    """The whole: thirteen papers, two seeds, a finding of each level."""
    all_papers = papers()
    seeds = tuple(
        SeedReport(path, "cards", 20, len(lines), len(lines), 3, 2, {"broken-escape": 1}, {})
        for path in sorted(SEEDS)
        for lines in [[r for p in all_papers for r in p.records if r.source.seed == path]]
    )
    findings = (
        Finding("error", "unreadable", Source("lost.txt", 1), "The file is gone", "Put it back"),
        Finding(
            "warning", "uncertain-cut", Source(SEEDS[1], 1), f"Two cuts {ATTACK}", f"Look {ATTACK}", ATTACK
        ),
        Finding("info", "left-over", Source(SEEDS[0], 14), "Nobody reads this line", "Remove it", "a line"),
    )
    matches = tuple(match for one in all_papers for match in one.matches)
    return Library(all_papers, people(all_papers), seeds, matches, findings)
