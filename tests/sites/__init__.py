"""Whole sites, each in one text file."""
