"""The seventh stage: the model becomes files in memory, HTML pages first."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import OutputFile
from sitegen.pages import outputs
from sitegen.pages.book import open_book
from sitegen.pages.desk import Desk
from sitegen.pages.full_text import full_text_files
from sitegen.pages.kinds import Page
from sitegen.pages.press import Press
from sitegen.pages.search import index_files
from sitegen.pages.sections.aliases import moved_pages, taken_aliases
from sitegen.pages.sections.clock import clock_pages
from sitegen.pages.sections.entries import entry_pages
from sitegen.pages.sections.front import front_pages
from sitegen.pages.sections.stories import story_pages
from sitegen.pages.sections.timelines import timeline_pages
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for
from sitegen.problems import ContentErrors


def render(site: SiteModel) -> tuple[OutputFile, ...]:
    """Every file of the site: pages, the theme's assets, and what machines read.

    Raises:
        UsageError: where the theme is not found, one of its templates has a fault, or Pagefind is asked for and missing.
        ContentErrors: where an article's alias is the address of something else.

    """
    desk = Desk(site, open_book(site), words_for(site.config.language))
    press = Press.of(desk)
    addresses = []
    files = []
    for page in plan(desk):
        addresses.append(page.path)
        files.append(press.print(page))
    full_text = full_text_files(files, site.root) if site.config.search == "pagefind" else ()
    made = (*files, *press.assets, *index_files(desk), *full_text, *outputs.render(site, addresses))
    moved = tuple(moved_pages(desk))
    if taken := tuple(taken_aliases(moved, made)):
        raise ContentErrors((*site.problems, *taken))
    return (*made, *map(press.print, moved))


def plan(desk: Desk) -> Iterator[Page]:
    """Every HTML page of the site, those for aliases left out."""
    yield from front_pages(desk)
    yield from timeline_pages(desk)
    yield from story_pages(desk)
    yield from entry_pages(desk)
    yield from clock_pages(desk)
