"""What a theme put around and into a page, looked at as text."""

import re

_ARTICLE = '<article class="md-content__inner'
"""Where Material begins with what is on a page."""
_INDENT = re.compile(r"\n\s+")
_UNREAD = re.compile(
    r' data-md-component="[a-z]+"|(?<=id="__drawer") autocomplete="off"|<input [^>]*id="__search"[^>]*>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*'
)
"""What only Material's scripts read of its frame, which this one does without."""
_BUILT = re.compile(r"\n<!--\nMkDocs version : .*\nBuild Date UTC : .*\n-->")
"""What MkDocs' own themes say below a home page, so that no two builds of them are alike."""
_ID, _NAME = re.compile(r'\sid="([^"]*)"'), re.compile(r'<a\s(?:[^>]*\s)?name="([^"]*)"')


def slimmed(page: str) -> str:
    """A page without what nobody reads of its frame: of Material's the indents, and what is for scripts."""
    before, article, rest = page.partition(_ARTICLE)
    if not article:
        return _BUILT.sub("", page)
    inside, end, after = rest.rpartition("</article>")
    before, after = (_UNREAD.sub("", _INDENT.sub("\n", part)) for part in (before, after))
    return "".join((before, article, inside.rstrip(), end, after))


def anchors(html: str) -> set[str]:
    """What links to a part of this HTML may lead to."""
    return {*_ID.findall(html), *_NAME.findall(html)}
