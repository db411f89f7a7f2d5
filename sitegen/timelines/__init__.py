"""Stage 5: events -> timeline. Order, how much each day matters to the story, and what changed since another build."""

from sitegen.timelines.arranging import arrange
from sitegen.timelines.changes import checked_events, diff

__all__ = ["arrange", "checked_events", "diff"]
