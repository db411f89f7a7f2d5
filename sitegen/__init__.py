"""sitegen: dated articles in, a briefing site out."""
