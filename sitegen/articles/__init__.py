"""Stage 1: files -> articles, with their prose and sentences found."""

from sitegen.articles.assemble import plain_article, read_article, slugs_in
from sitegen.articles.reading import Source, read_sources
from sitegen.articles.slugs import check_unique

__all__ = ["Source", "check_unique", "plain_article", "read_article", "read_sources", "slugs_in"]
