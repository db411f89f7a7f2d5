"""Measurements, run by hand; see RESULTS.md."""
