"""Finding temporal expressions."""
