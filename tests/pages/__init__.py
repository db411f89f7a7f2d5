"""Tests of the pages, against a story made by hand."""
