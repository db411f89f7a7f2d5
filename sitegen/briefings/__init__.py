"""The sixth stage: a timeline becomes the bounded briefing of the front page."""
