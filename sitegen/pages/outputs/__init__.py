"""Everything of a site that a machine reads: data, feeds, calendars, what crawlers ask for.

`render` makes the files; `sitegen.pages.outputs.metadata` has what the head of an
HTML page says to machines (JSON-LD, Open Graph, oEmbed) for the templates to call.

Addresses are absolute only where a format demands it, and then only where the
site's own address is known. Without one there is no `sitemap.xml`, no
`news-sitemap.xml`, no `card.png` and no `embed/oembed.json`, which would be useless; feeds and
`llms.txt` link relatively, and calendar entries and JSON Feed items carry no `url`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model import OutputFile
from sitegen.pages.outputs import calendars, crawlers, data, embed, feeds, picture, schemas, tables
from sitegen.pages.site import SiteModel


def render(site: SiteModel, pages: Iterable[str] = ()) -> tuple[OutputFile, ...]:
    """The files, by path; ``pages`` are the addresses of the HTML pages that were made, for the sitemap.

    An address is as in `sitegen.pages.paths`: ``events/x/``, not ``events/x/index.html``.
    """
    addresses = tuple(pages)
    made = (
        *data.files(site),
        *tables.files(site),
        *schemas.files(),
        *feeds.files(site),
        *calendars.files(site),
        *crawlers.files(site, addresses),
        *embed.files(site, addresses),
        *picture.files(site),
    )
    return tuple(sorted(made, key=lambda file: file.path))
