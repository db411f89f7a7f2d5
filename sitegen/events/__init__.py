"""Stage 4: resolutions -> reports -> events. Who reports what, and which reports are of one event."""

from sitegen.events.reports import reports_of

__all__ = ["reports_of"]
