"""`embed/oembed.json`: how another site shows the timeline, as oEmbed 1.0 says it (type ``rich``)."""

from __future__ import annotations

from html import escape

from sitegen.model import OutputFile
from sitegen.pages.outputs.data import Json, dumps, text_file
from sitegen.pages.outputs.metadata import OEMBED
from sitegen.pages.paths import EMBED, HOME, absolute
from sitegen.pages.site import SiteModel

_WIDTH, _HEIGHT = 720, 560


def files(site: SiteModel, pages: tuple[str, ...]) -> tuple[OutputFile, ...]:
    """One answer for the whole site; none where its address is not known or the theme makes no page for frames."""
    if not site.base_url or EMBED not in pages:
        return ()
    address, title = absolute(site.base_url, EMBED), site.briefing.title
    answer: dict[str, Json] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.config.title,
        "provider_url": absolute(site.base_url, HOME),
        "width": _WIDTH,
        "height": _HEIGHT,
        "html": f'<iframe src="{escape(address)}" title="{escape(title)}" width="{_WIDTH}" height="{_HEIGHT}" loading="lazy"></iframe>',
    }
    return (text_file(OEMBED, dumps(answer) + "\n"),)
