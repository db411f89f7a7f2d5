"""Which pages a site has: one module for each part of it, pure functions that make page records."""
