"""Checks of a built site in real tools: Chromium, axe-core, the Nu HTML checker, Lighthouse."""
