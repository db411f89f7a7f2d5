"""Files to disk and to the browser."""
