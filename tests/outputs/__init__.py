"""Tests of the files that machines read."""
