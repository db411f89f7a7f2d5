"""The demonstration, held to the byte."""
