"""Templates that look closer at pages than moulds do, which know of a page only where it is printed."""

from collections.abc import Iterator

from jinja2 import nodes

PRINTED = {"e", "escape", "safe", "url"}
"""Filters after which a value still stands there as it is."""
THERE = {"defined", "none", "undefined"}
"""Questions that pages of one kind answer alike."""
_BETWEEN = (nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.CondExpr, nodes.Getattr)


def looks_closer(template: nodes.Template) -> bool:
    """Whether something depends on what a value of the page is, not only on whether there is one.

    That may be so for a single page, of which the pages of marks tell nothing.
    """
    return any(not _is_plain(path) for path in _ways_to_page(template, ()))


def _ways_to_page(node: nodes.Node, above: tuple[nodes.Node, ...]) -> Iterator[tuple[nodes.Node, ...]]:
    """Each place that speaks of the page, with all nodes above it, the nearest first."""
    if isinstance(node, nodes.Name) and node.name == "page":
        yield above
    for child in node.iter_child_nodes():
        yield from _ways_to_page(child, (node, *above))


def _is_plain(above: tuple[nodes.Node, ...]) -> bool:
    """Whether the page, or a field of it, is printed there or asked for."""
    for node in above:
        if isinstance(node, nodes.Output | nodes.If):
            return True
        is_named = isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const)
        is_printed = isinstance(node, nodes.Filter) and node.name in PRINTED
        is_asked = isinstance(node, nodes.Test) and node.name in THERE
        if not (isinstance(node, _BETWEEN) or is_named or is_printed or is_asked):
            return False
    return True
