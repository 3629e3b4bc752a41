"""What a build finds out while MkDocs is loaded: another process reads the seeds and cleans what is new."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

from papergarden.attic import put_away
from papergarden.cores import FEW, aside
from papergarden.files import Collection, Seeds, collect
from papergarden.log import show_log
from papergarden.model import Finding, Settings
from papergarden.project import CACHE
from papergarden.shelf import Shelf
from papergarden.stated import News, Prepared, recalled, together
from papergarden.steps.vocabulary import Vocabulary, read_topics
from papergarden.unchanged import Build
from papergarden.workroom import Workroom

SHELF = "shelf"
"""The folder for what is found out, beside what else is remembered."""
MOST = 4 << 20
"""Bytes of new and edited seeds that one process reads while MkDocs is loaded."""


class Told(NamedTuple):
    """What the seeds of a collection, which comes without them, state that they did not state before.

    ``base`` is the name of the library before; ``topics`` is the vocabulary, with what is wrong with it;
    ``used`` are the names of what was asked for on the shelf.
    """

    settings: Settings
    collection: Collection
    base: str
    news: Sequence[tuple[str, News | None]]
    topics: tuple[Vocabulary, tuple[Finding, ...]]
    used: Iterable[str]

    def prepared(self, before: Mapping[str, Prepared], shelf: Shelf) -> Sequence[Prepared]:
        """What they state in all."""
        for name in self.used:
            shelf.spare(name)
        for _, new in self.news:
            put_away(new.said.records if new else ())
        return together(self.news, before)


class Ahead:
    """A build that has begun, with its room, before all is loaded that it takes.

    Args:
        build: the way of building, which may have looked at files already.
        settings: those of the project, as far as they are known without MkDocs.
        project: the folder of the project.

    """

    def __init__(self, build: Build, settings: Settings, project: Path) -> None:
        self.build, self._settings, cache = build, settings, project / CACHE
        self.room = Workroom(project, cache)
        show_log()  # which tells whether it has to wait
        self.room.enter()
        build.look([settings.seeds, settings.topics])  # before they are read
        self._told = aside(partial(read_ahead, settings, cache / SHELF))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.room.leave()

    def told(self, settings: Settings) -> Told | None:
        """What the seeds state, if little of it is new and these are the settings after all."""
        return self._told() if settings == self._settings else None


def read_ahead(settings: Settings, folder: Path) -> Told | None:
    """What the seeds state; nothing where much of it is new, for which one process would take long."""
    shelf = Shelf(folder)
    base, stated = recalled(shelf)
    if not base:
        return None
    from papergarden.prepare import ENTRY, news  # which loads all that reads and cleans

    collection = collect(settings)
    before, texts = {one.report.path: one for one in stated}, {one.text for one in stated}
    others = [one for one in Seeds.of(collection.seeds).held if one.digest not in texts]
    unknown = sum(len(one) for one in others if one.path not in before)
    if unknown > FEW * ENTRY or sum(map(len, others)) > MOST:
        return None
    new = news(collection.seeds, shelf, before)
    topics = read_topics(collection.topics.path, collection.topics.text)
    return Told(settings, replace(collection, seeds=()), base, new, topics, shelf.used)
