"""Tests of the timelines stage."""
