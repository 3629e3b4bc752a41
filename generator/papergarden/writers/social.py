"""What networks show where somebody shares a link to a page, and what feed readers find."""

from markupsafe import Markup

from papergarden.model import Settings
from papergarden.model.settings import quoted
from papergarden.text.escape import html
from papergarden.writers.markup import markup


class Social:
    """Makes elements for the heads of pages; none for a site without an address, which all of them need."""

    def __init__(self, settings: Settings) -> None:
        self._site, self._has_cards = html(settings.site_url), settings.cards
        self._name = f'<meta property="og:site_name" content="{html(settings.site_name)}">'

    def card(self, title: str, kind: str, address: str, picture: str) -> Markup:
        """The title and the picture of a page at an address; ``kind`` is a type of Open Graph.

        What the page is about is said by the frame, where search engines look for it, too.
        """
        return markup(self.elements(html(title), kind, address, picture))

    def elements(self, title: str, kind: str, address: str, picture: str) -> str:
        """The same of a title that is HTML already."""
        if not self._site:
            return ""
        shown = (
            f' <meta property="og:image" content="{self._site}{quoted(picture)}">'
            ' <meta name="twitter:card" content="summary_large_image">'
        )
        return (
            f'<meta property="og:title" content="{title}"> '
            f'<meta property="og:type" content="{kind}"> '
            f'<meta property="og:url" content="{self._site}{quoted(address)}"> '
            f"{self._name}{shown if self._has_cards else ''}"
        )

    def feeds(self, title: str, address: str) -> Markup:
        """The feeds of the list at an address."""
        if not self._site:
            return markup("")
        start = f'title="{html(title)}" href="{self._site}{quoted(address)}'
        return markup(
            f'<link rel="alternate" type="application/atom+xml" {start}feed.xml"> '
            f'<link rel="alternate" type="application/feed+json" {start}feed.json">'
        )
