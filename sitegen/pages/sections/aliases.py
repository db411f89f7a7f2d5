"""The pages that lead from an article's aliases to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sitegen.model import OutputFile
from sitegen.pages import paths
from sitegen.pages.desk import Desk
from sitegen.pages.kinds import MovedPage
from sitegen.pages.outputs.feeds import summary
from sitegen.problems import Place, Problem, problem


def moved_pages(desk: Desk) -> Iterator[MovedPage]:
    """One for each alias. Not for search engines or the site's own search: they have the article itself."""
    for article in desk.site.articles:
        for alias in article.aliases:
            yield MovedPage(
                path=paths.alias_path(alias),
                template="moved.html",
                title=article.title,
                description=summary(article),
                section=paths.ARTICLES,
                article=article,
            )


def taken_aliases(pages: Iterable[MovedPage], files: Iterable[OutputFile]) -> Iterator[Problem]:
    """An error for every alias at whose address the site has something else, or would have a file where a folder must be."""
    taken = {file.path.casefold() for file in files}
    folders = {str(folder) for path in taken for folder in PurePosixPath(path).parents}
    for page in pages:
        path = PurePosixPath(paths.file_of(page.path).casefold())
        if str(path) in folders or any(str(part) in taken for part in (path, *path.parents)):
            place = Place(f"content/{page.article.id}", *page.article.aliases_at)
            message = f"'{page.path}', the address of an alias, is taken by something else on the site"
            yield problem("duplicate-alias", place, message, "drop the alias, or write another")
        taken.add(str(path))
        folders.update(map(str, path.parents))
