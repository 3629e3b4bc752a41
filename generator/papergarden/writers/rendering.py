"""Pages from Jinja templates: everything a template prints is escaped, but for our own markup."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, TypeVar

from jinja2 import DictLoader, Environment, StrictUndefined, Template, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, new_context
from jinja2.utils import missing
from markupsafe import Markup

from papergarden.model import Draft, Page, Settings, Sheet
from papergarden.model.settings import quoted
from papergarden.text import escape
from papergarden.text.dates import day
from papergarden.writers import rich
from papergarden.writers.blame import note_place
from papergarden.writers.bylines import inverted
from papergarden.writers.catalog import Catalog
from papergarden.writers.compiled import Compiled
from papergarden.writers.digests import BEYOND, key_of
from papergarden.writers.each import Each
from papergarden.writers.feeds import has_feed
from papergarden.writers.heads import Heads
from papergarden.writers.kept import Kept
from papergarden.writers.keys import Keys
from papergarden.writers.linked_data import LinkedData
from papergarden.writers.markup import markup
from papergarden.writers.mending import mended
from papergarden.writers.pieces import Pieces, isolated, sheet_address
from papergarden.writers.settled import NOTHING, Settled
from papergarden.writers.social import Social
from papergarden.writers.timeline import timeline

SHORT = 30
"""Characters of a text that many pages may print: a date, a kind of link, an address on the site."""
TEXTS_KEPT = 1 << 12
PAGE_SIZE = 100
"""Papers on one page of a list: what still opens at once on a phone (under 100 kB of HTML)."""

Item = TypeVar("Item")
_BEYOND = re.compile(rf"[.\"']\s*(?:{'|'.join(BEYOND)})\b")
"""How a template names what only some keys stand for."""
_LISTING = re.compile(r"\brows\b")
"""How it names papers as items of lists, as which they show what few other pages do."""
_Make = Callable[["_Names"], str]
"""Makes text of what a page may show."""
_MakeEach = Callable[["_Names"], Iterable[str]]
"""Makes the elements of its head, one after the other."""


_LEADING = {"template": "redirect.html", "search": {"exclude": True}}
"""What is in the front matter of all pages that only lead to another."""


class _Escaping(CodeGenerator):
    """Compiles templates that print what ``finalize`` gives, which is escaped, and do not escape it again.

    Markup, as which most is given, they print as it is without asking.
    Nor do they tell functions in which loop or block they are called, for none of ours asks.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("(given if (given := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(f").__class__ is Markup else {finalize.src or 'escape('}given))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.write("context.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


_BODIES, _HEADS = Compiled(), Compiled()
"""Two, for the same text compiles to other code where it is printed otherwise."""


class _Context(Context):
    call: Any = staticmethod(operator.call)
    """No function of ours asks for the context, and looking whether it does takes longer than the call."""


class _Names(dict[str, Any]):
    """What a template may know, by name, as it asks for it."""

    def __missing__(self, name: str) -> object:
        return missing


class _Templates(Environment):
    code_generator_class = _Escaping
    context_class = _Context


class Renderer:
    """Renders templates with what all pages share.

    Args:
        catalog: what there is to show.
        settings: the collection's name and addresses.
        templates: Jinja sources by file name.
        kept: what was found out before.
        settled: whose pages are as they were, as far as their templates show nothing else.

    """

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        templates: Mapping[str, str],
        kept: Kept | None = None,
        settled: Settled = NOTHING,
    ) -> None:
        self.kept, self._settled = kept or Kept(), settled
        self.pieces = Pieces(catalog, self.kept.rows, self.kept.away)
        self._templates = templates
        both = Each(lambda key: catalog.listed[key] + catalog.digests[key])
        self._known = {
            (False, False): Keys(catalog, catalog.said),
            (False, True): Keys(catalog, catalog.listed),
            (True, False): Keys(catalog, catalog.digests),
            (True, True): Keys(catalog, both),
        }
        self._shown: dict[str, tuple[bool, bool] | None] = {}
        self._environment = _Templates(
            loader=DictLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_escaped,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_BODIES,
        )
        self._environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
        social, linked_data = Social(settings), LinkedData(settings)
        self._heads = Heads(social, linked_data).of
        self._environment.globals |= {
            "catalog": catalog,
            "settings": settings,
            "pieces": self.pieces,
            "linked_data": linked_data,
            "social": social,
            "has_feed": has_feed,
            "timeline": timeline,
        }
        self._environment.filters |= {
            "rich": rich.rich,
            "heading": rich.heading,
            "isolated": isolated,
            "mended": mended,
            "plain": rich.plain,
            "clipped": rich.clipped,
            "web_address": escape.web_address,
            "number": "{:,}".format,
            "size": size,
            "day": day,
            "sheet": sheet_address,
            "neighbours": neighbours,
            "parent": lambda address: address.split("/")[0] + "/",
            "inverted": inverted,
            "lower_first": lambda sentence: sentence[:1].lower() + sentence[1:],
        }
        self._head_templates = self._environment.overlay(finalize=_printable, bytecode_cache=_HEADS)
        self._words: dict[tuple[str, str], bool] = {}
        self._ready: dict[str, tuple[_Make, _MakeEach]] = {}
        self._globals = dict(self._environment.globals)

    def page(self, address: str, template: str, front: Mapping[str, Any], /, **context: Any) -> Page:
        """The page at an address (relative to the site, ending in ``/``, or "" for the home page)."""
        return Page(address, (self, address, template, front, context), _sheet, _key)

    def keys(self, template: str) -> Keys | None:
        """The keys of a template's pages, which stand for as much of each paper as it may show.

        None where the template, or another that it names, speaks of the catalog, which holds everything.
        """
        shown = self._shown_by(template)
        return self._known[shown] if shown else None

    def speaks_of(self, template: str, word: str) -> bool:
        """Whether a template, or another that it names, has a word in it."""
        if (template, word) not in self._words:
            texts = [self._templates[name] for name in self._named(template)]
            self._words[template, word] = any(re.search(rf"\b{word}\b", text) for text in texts)
        return self._words[template, word]

    def settled(self, template: str) -> Settled:
        """Whose pages of a template are as they were: nobody's where one shows what it wants."""
        shown = self._shown_by(template)
        return self._settled.among(*shown) if shown else NOTHING

    def _shown_by(self, template: str) -> tuple[bool, bool] | None:
        """Whether a template may show all of the papers that it is given, and them as items of lists."""
        if template not in self._shown:
            texts = [self._templates[name] for name in self._named(template)]
            around = any("catalog" in text for text in texts)
            shown = any(map(_BEYOND.search, texts)), any(map(_LISTING.search, texts))
            self._shown[template] = None if around else shown
        return self._shown[template]

    def draft(self, address: str, template: str, front: Mapping[str, Any], /, **context: Any) -> Draft:
        """The page at an address, of which it is known what its template may show.

        ``front`` becomes the front matter; its ``title`` and ``description`` are plain text here and HTML
        there, because themes print them as they are. So they do with ``head``, what the page has in its
        ``<head>``: from the template of that name beside the page's own, from ``heads``, or from the common
        template.
        """
        known = self._names(address, context)
        body, head = self._ready.get(template) or self._prepared(template)
        yield None
        text = body(known)
        yield None
        known.update(front=front, here=address)
        elements = []
        for element in head(known):
            elements.append(element)
            yield None
        made = " ".join(filter(None, elements))
        yield Sheet(_printed(front) | ({"head": made} if made else {}), text)

    def body(self, address: str, template: str, /, **context: Any) -> str:
        """What is on such a page, without what is about it."""
        body, _ = self._ready.get(template) or self._prepared(template)
        return body(self._names(address, context))

    def _names(self, address: str, context: Mapping[str, Any]) -> _Names:
        known = _Names(self._globals)
        known.update(context, root=markup("../" * address.count("/") or "./"))
        return known

    def _prepared(self, template: str) -> tuple[_Make, _MakeEach]:
        """What makes the body and the head of a page."""
        made = self._environment.get_template(f"{template}.md.j2")
        body = partial(_rendered, made, self._is_whole(made))
        head = self._heads.get(template)
        if head is None or f"{template}_head.html.j2" in self._templates:
            made = self._head_templates.select_template(_heads(template))
            head = partial(_folded, made, self._is_whole(made))
        self._ready[template] = body, head
        return body, head

    def _is_whole(self, template: Template) -> bool:
        """Whether a template is all there is to its page: it has no blocks and is no part of another."""
        return not template.blocks and "extends" not in self._templates[template.name or ""]

    def redirect(self, alias: str, address: str, name: str) -> Page:
        """A page at an address that only leads to another; ``name`` is what is to be found there."""
        subject = (self, alias, address, name)
        return Page(alias, subject, _redirect, _redirect_key, _redirect_front)

    def _named(self, template: str) -> list[str]:
        """The files of a template, of its head, and of all others that these name."""
        files = [name for name in (f"{template}.md.j2", *_heads(template)) if name in self._templates]
        for file in files:
            files += [name for name in self._templates if name in self._templates[file] and name not in files]
        return files


def _sheet(
    renderer: Renderer, address: str, template: str, front: Mapping[str, Any], context: Mapping[str, Any]
) -> Draft:
    return renderer.draft(address, template, front, **context)


def _key(
    renderer: Renderer, address: str, template: str, front: Mapping[str, Any], context: Mapping[str, Any]
) -> str:
    keys = renderer.keys(template)
    return keys.of(template, front, context) if keys else ""


def _redirect(renderer: Renderer, alias: str, address: str, name: str) -> Sheet:
    body = renderer.body(alias, "redirect", name=name, address=address)
    return Sheet(_redirect_front(renderer, alias, address, name), body)


def _redirect_front(renderer: Renderer, alias: str, address: str, name: str) -> dict[str, Any]:
    """Its front matter as themes print it, which no template has a say in."""
    title = escape.html(rich.plain(name))
    return ({"title": title} if title else {}) | _LEADING | {"redirect": quoted(address)}


def _redirect_key(renderer: Renderer, alias: str, address: str, name: str) -> str:
    return key_of("redirect", name, address) if renderer.keys("redirect") else ""


def _rendered(template: Template, is_whole: bool, known: _Names) -> str:
    """What a template makes of what it may know, globals and all: Jinja gathers them anew for each page.

    One that ``is_whole`` asks for nothing else.
    """
    context = new_context(template.environment, template.name, template.blocks, known, shared=True)
    if is_whole:
        context.resolve_or_missing = known.__getitem__  # type: ignore[assignment,method-assign]
    try:
        return "".join(template.root_render_func(context))
    except Exception as error:
        note_place(error)
        template.environment.handle_exception()


def _folded(template: Template, is_whole: bool, known: _Names) -> Iterator[str]:
    yield escape.fold(_rendered(template, is_whole, known))


def _heads(template: str) -> list[str]:
    """The templates for the heads of a template's pages: the first that is there."""
    return [f"{template}_head.html.j2", "page_head.html.j2"]


def sheets(items: Sequence[Item], size: int = PAGE_SIZE) -> Iterator[tuple[int, int, Sequence[Item]]]:
    """A long list cut into pages: (number from 1, how many, items). An empty list has one empty page."""
    for number in range(1, count_sheets(items, size) + 1):
        yield number, *one_sheet(items, number, size)


def count_sheets(items: Sequence[Item], size: int = PAGE_SIZE) -> int:
    """How many pages a long list has."""
    return -(-len(items) // size) or 1


def one_sheet(items: Sequence[Item], number: int, size: int = PAGE_SIZE) -> tuple[int, Sequence[Item]]:
    """How many pages a long list has, and the items on one of them, counted from 1."""
    return count_sheets(items, size), items[(number - 1) * size : number * size]


def neighbours(number: int, count: int) -> list[int]:
    """Of so many pages those that one of them links to: the first and the last, and two on either side."""
    near = {1, *range(number - 2, number + 3), count}
    return sorted(other for other in near if 1 <= other <= count and other != number)


def size(count: int) -> str:
    """A number of bytes for people: ``812 bytes``, ``48 kB``, ``3.4 MB``."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _escaped(value: object) -> str:
    """A value as a template prints it; what comes out is text, for there is nothing to escape it again."""
    if value.__class__ is str:
        return _often(value) if len(value) < SHORT else escape.markdown(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, (int, float)):  # a union is made anew each time
        return escape.markdown(str(value))
    if type(value) is Undefined:  # an inline "if" without "else"; a name that is not there raises
        return ""
    raise TypeError(f"a template prints text and numbers only, not {value!r}")


_often = lru_cache(TEXTS_KEPT)(escape.markdown)


def _printable(value: object) -> str:
    """For the templates of heads, which no Markdown passes: they are escaped for HTML alone."""
    return value if isinstance(value, Markup) else escape.html(str(value))


def _printed(front: Mapping[str, Any]) -> dict[str, Any]:
    """The front matter as themes print it, without empty fields."""
    return {
        name: escape.html(value) if name in ("title", "description") else escape.fold_all(value)
        for name, value in front.items()
        if value not in ("", None, [], ())
    }
