"""The seventh stage: the model becomes files in memory, HTML pages first."""
