"""Language as data: words, shapes and token classes of one language, read from its folder.

The engine knows no word of any language. A language is a folder here with
``words.yaml`` (classes of words and shapes of numbers), rule files, and word
lists of other stages; see `lexicon` and `tokens`. What is the same in all of
them, the days of holidays, stands beside the folders.
"""

from sitegen.languages.cuts import halves
from sitegen.languages.holidays import known_holidays
from sitegen.languages.lexicon import Lexicon, available, data, lexicon, with_rules
from sitegen.languages.patterns import Pattern, compile_pattern
from sitegen.languages.tags import per_language, primary, region
from sitegen.languages.tokens import END_OF_BLOCK, Tokens, tokenise

__all__ = [
    "END_OF_BLOCK",
    "Lexicon",
    "Pattern",
    "Tokens",
    "available",
    "compile_pattern",
    "data",
    "halves",
    "known_holidays",
    "lexicon",
    "per_language",
    "primary",
    "region",
    "tokenise",
    "with_rules",
]
