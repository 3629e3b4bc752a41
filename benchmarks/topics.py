"""How well the topics cover papers: counts for each topic, and papers with fewer than two.

    python -m benchmarks.topics PAPERS.jsonl[.gz] [--sample N]

reads one JSON object a line (``title``, ``abstract``, ``authors``, ``venue``, ``year``). With ``--sample`` it
prints N papers, evenly spread, with their topics and the words that matched, to be judged by a person.
"""

import argparse
import gzip
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from papergarden.model import Authorship, Paper, Tag
from papergarden.steps.relate import relate
from papergarden.steps.tag import explain, read_topics, tag

TOPICS = Path(__file__).parents[1] / "site_src" / "topics.yml"


def papers_in(path: Path) -> Iterator[Paper]:
    """The papers of a file, keyed by their place in it."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for number, line in enumerate(lines):
            facts = json.loads(line)
            yield Paper(
                key=f"{number:06}",
                records=(),
                title=facts["title"],
                abstract=facts.get("abstract") or "",
                authors=tuple(Authorship(name) for name in facts.get("authors", ())),
            )


def topics_of(paper: Paper) -> list[Tag]:
    """The topics among a paper's tags."""
    return [tag for tag in paper.tags if tag.kind == "topic"]


def report(papers: Sequence[Paper], seconds: float) -> None:
    """Print coverage, speed, and every topic with its papers."""
    counts = [len(topics_of(paper)) for paper in papers]
    covered = sum(count >= 2 for count in counts)
    print(f"{len(papers)} papers, {len(papers) / seconds:.0f} a second of processor time")
    print(f"two topics or more: {covered / len(papers):.1%}; topics a paper: {statistics.mean(counts):.1f}")
    print("papers by number of topics:", dict(sorted(Counter(counts).items())))
    for name, count in Counter(topic.name for paper in papers for topic in topics_of(paper)).most_common():
        print(f"{count:6} {name}")


def main() -> None:
    """Read the arguments, tag, relate and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("papers", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    vocabulary, findings = read_topics(TOPICS.name, TOPICS.read_text(encoding="utf-8"))
    print(f"{len(vocabulary.topics)} topics, {len(findings)} findings")
    papers: Sequence[Paper] = list(papers_in(arguments.papers))
    start = time.process_time()
    papers, _ = tag(papers, vocabulary, ())
    report(papers, time.process_time() - start)
    start = time.process_time()
    related = relate(papers)
    print(f"related: {time.process_time() - start:.1f} s,", end=" ")
    print(f"{statistics.mean(len(paper.related) for paper in related):.1f} papers each")
    for paper in papers[:: max(1, len(papers) // arguments.sample)] if arguments.sample else ():
        print(f"\n{paper.key} {paper.title}")
        for label, rule, text in explain(paper, vocabulary):
            print(f"    {label.name}: {rule}: {text}")


if __name__ == "__main__":
    main()
