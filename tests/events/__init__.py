"""Tests of the events stage."""
