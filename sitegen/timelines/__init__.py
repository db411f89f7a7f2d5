"""Stage 5: events -> timeline. Order, and how much each day matters to the story."""

from sitegen.timelines.arranging import arrange

__all__ = ["arrange"]
