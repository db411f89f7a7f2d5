"""Stage 4: resolutions -> reports -> events. Who reports what, and which reports are of one event."""

from sitegen.events.counted import counted
from sitegen.events.linking import link
from sitegen.events.reports import reports_of
from sitegen.events.vocabularies import vocabulary_of
from sitegen.events.years import settle_years

__all__ = ["counted", "link", "reports_of", "settle_years", "vocabulary_of"]
