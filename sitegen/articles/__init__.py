"""Stage 1: files -> articles, with their prose and sentences found."""

from sitegen.articles.assemble import plain_article

__all__ = ["plain_article"]
