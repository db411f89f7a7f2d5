"""The interface's own words: messages from a catalogue, dates as the reader's language writes them.

English is the source language of the messages; other languages are gettext
catalogues, ``catalogues/LANGUAGE.po``. Dates come from CLDR through Babel.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from sitegen.dates import Granularity, Interval, Modifier, month_start
from sitegen.languages import primary

_SETTINGS = {"en": "en_GB"}
"""The country whose usage a bare language code stands for, where CLDR's default is not this site's."""


def message(text: str) -> str:
    """Marks a text as a message for the catalogues; it is translated where it is used."""
    return text


_PART_OF_DAY = {5: message("morning"), 12: message("afternoon"), 18: message("evening"), 20: message("night")}
_SEASONS = {3: message("spring %(year)s"), 6: message("summer %(year)s"), 9: message("autumn %(year)s"), 12: message("winter %(year)s")}
_MODIFIED = {
    Modifier.START: message("early %(when)s"),
    Modifier.MID: message("middle of %(when)s"),
    Modifier.END: message("late %(when)s"),
    Modifier.BEFORE: message("before %(when)s"),
    Modifier.AFTER: message("after %(when)s"),
    Modifier.ON_OR_BEFORE: message("by %(when)s"),
    Modifier.EQUAL_OR_LESS: message("by %(when)s"),
    Modifier.ON_OR_AFTER: message("from %(when)s"),
    Modifier.EQUAL_OR_MORE: message("from %(when)s"),
    Modifier.APPROX: message("about %(when)s"),
    Modifier.LESS_THAN: message("about %(when)s"),
    Modifier.MORE_THAN: message("about %(when)s"),
}
_IN_THE_DAY = {
    Modifier.START: message("early in the day"),
    Modifier.MID: message("in the middle of the day"),
    Modifier.END: message("late in the day"),
}
_QUOTED = re.compile(r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»')
_MONTHS_IN = {Granularity.HALF: 6, Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.MONTH: 1}


@dataclass(frozen=True, slots=True)
class Words:
    """What the site says in its own voice, in one language."""

    locale: Locale
    catalogue: NullTranslations

    @property
    def language(self) -> str:
        """The BCP 47 tag for ``lang``."""
        return str(self.locale.language)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.locale.text_direction)

    def gettext(self, message: str) -> str:
        """A message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A message in the number that the count asks for, the count filled in."""
        return self.catalogue.ngettext(one, many, count) % {"count": self.number(count)}

    def number(self, count: int) -> str:
        """``1,460``."""
        return format_decimal(count, locale=self.locale)

    def sentence_of(self, rule: str) -> str:
        """The catalogue's sentence for a rule that worked out a date; "" where it has none, as in English, which the rule says itself."""
        said = self.catalogue.pgettext("rule", rule)
        return "" if said == rule else said

    def quoted(self, text: str) -> str:
        """The text in quotation marks; those it has itself become the inner ones."""
        inner = _QUOTED.sub(lambda found: self.gettext("‘%(text)s’") % {"text": found[0][1:-1]}, text)
        return self.gettext("“%(text)s”") % {"text": inner}

    @property
    def conjunction(self) -> str:
        """What stands between the two parts of a list of two, with its spaces: " and "."""
        return str(self.locale.list_patterns["standard"]["2"]).format("", "")

    def listed(self, texts: Sequence[str]) -> str:
        """``Ann Lee, Bo Ray and Cy Dow``."""
        return format_list(texts, "standard", self.locale)

    def day(self, day: dt.date) -> str:
        """``Tue, 18 Mar 2025``."""
        return _form("yMMMEd", day, str(self.locale))

    def short_day(self, day: dt.date) -> str:
        """``Tue 18 Mar``."""
        return _form("MMMEd", day, str(self.locale))

    def long_day(self, day: dt.date) -> str:
        """``Tuesday, 18 March 2025``."""
        return _form("full", day, str(self.locale))

    def plain_day(self, day: dt.date) -> str:
        """``18 March 2025``."""
        return _form("long", day, str(self.locale))

    def day_and_month(self, day: dt.date) -> str:
        """``18 Mar``."""
        return _form("MMMd", day, str(self.locale))

    def short_month(self, day: dt.date) -> str:
        """``Mar``."""
        return _form("MMM", day, str(self.locale))

    def month(self, day: dt.date) -> str:
        """``March 2025``."""
        return _form("yMMMM", day, str(self.locale))

    def stretch(self, first: dt.date, last: dt.date) -> str:
        """``26 Feb – 12 Mar 2025``, ``March 2025`` or ``2025``; one day where both are the same."""
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day == monthrange(last.year, last.month)[1]:
            return self.month(first)
        return _interval("yMMMd", first, last, str(self.locale))

    def weekday(self, day: dt.date) -> str:
        """``Tuesday``."""
        return str(self.locale.days["stand-alone"]["wide"][day.weekday()])

    def weekday_names(self) -> tuple[tuple[str, str], ...]:
        """Short and full names of the days of the week, Monday first."""
        short = self.locale.days["stand-alone"]["abbreviated"]
        full = self.locale.days["stand-alone"]["wide"]
        return tuple((short[day], full[day]) for day in range(7))

    def moment(self, when: dt.datetime | dt.date) -> str:
        """A day, with the time of day where one is known."""
        if not isinstance(when, dt.datetime):
            return self.day(when)
        zone = f" UTC{when.isoformat()[-6:]}".removesuffix("+00:00") if when.tzinfo else ""
        return f"{self.day(when.date())}, {when:%H:%M}{zone}"

    def when(self, interval: Interval) -> str:
        """An interval in words, as precise as it is and no more."""
        words = self._stretch(interval)
        return self.gettext(_MODIFIED[interval.modifier]) % {"when": words} if interval.modifier else words

    def within(self, interval: Interval, day: dt.date) -> str:
        """What an interval adds to a day that is already named: a time, a part of the day, other days; "" if nothing."""
        is_the_day = interval.days == 1 and interval.granularity is Granularity.DAY and interval.first_day == day
        if is_the_day and (not interval.modifier or interval.modifier in _IN_THE_DAY):
            return self.gettext(_IN_THE_DAY[interval.modifier]) if interval.modifier else ""
        return self.when(interval).removeprefix(f"{self.day(day)}, ")

    def _stretch(self, interval: Interval) -> str:
        match interval.granularity:
            case Granularity.MINUTE | Granularity.HOUR | Granularity.PART:
                return self._time(interval)
            case Granularity.WEEKEND if interval.days == 2:
                return self.gettext("weekend of %(days)s") % {"days": self.days(interval)}
            case Granularity.WEEK if interval.days == 7:
                return self.gettext("week of %(days)s") % {"days": self.days(interval)}
            case Granularity.MONTH | Granularity.QUARTER | Granularity.HALF | Granularity.SEASON:
                return self._months(interval)
            case Granularity.YEAR | Granularity.DECADE | Granularity.CENTURY:
                return self._years(interval)
            case _:
                return self.days(interval)

    def _time(self, interval: Interval) -> str:
        start = interval.start
        if interval.granularity is not Granularity.PART:
            return f"{self.day(start.date())}, {start:%H:%M}" if interval.days == 1 else self.days(interval)
        if start.hour in _PART_OF_DAY and interval.end - start <= dt.timedelta(hours=12):
            return f"{self.day(start.date())}, {self.gettext(_PART_OF_DAY[start.hour])}"
        return self.days(interval)

    def days(self, interval: Interval) -> str:
        """The calendar days of an interval, from first to last."""
        if interval.days == 1:
            return self.day(interval.first_day)
        return _interval("yMMMd", interval.first_day, interval.last_day, str(self.locale))

    def _months(self, interval: Interval) -> str:
        first = interval.start
        count = _MONTHS_IN[interval.granularity]
        if first != month_start(first.year, first.month) or interval.end != month_start(interval.end.year, interval.end.month):
            return self.days(interval)
        if interval.end != month_start(first.year, first.month + count):
            return _interval("yMMMM", interval.first_day, interval.last_day, str(self.locale))
        match interval.granularity:
            case Granularity.QUARTER:
                return _form("yQQQ", interval.first_day, str(self.locale))
            case Granularity.HALF:
                half = self.gettext("first half of %(year)s") if first.month == 1 else self.gettext("second half of %(year)s")
                return half % {"year": first.year}
            case Granularity.SEASON:
                return self._season(interval)
            case _:
                return self.month(interval.first_day)

    def _season(self, interval: Interval) -> str:
        first = interval.start
        shown = f"{first.year}–{(first.year + 1) % 100:02}" if first.month == 12 else first.year
        return self.gettext(_SEASONS[first.month]) % {"year": shown} if first.month in _SEASONS else self.days(interval)

    def _years(self, interval: Interval) -> str:
        first, last = interval.first_day, interval.last_day
        is_span = interval.granularity is not Granularity.YEAR and first.year % 10 == 0 and last.year - first.year + 1 in {10, 100}
        if is_span and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return self.gettext("%(year)ss") % {"year": first.year}
        return self.stretch(first, last)


# CLDR patterns are slow to fill in, and a site names the same days over and over.
@lru_cache(maxsize=1 << 16)
def _form(form: str, day: dt.date, locale: str) -> str:
    """A day in one of Babel's lengths or as a CLDR skeleton."""
    return format_date(day, form, locale) if form in {"full", "long"} else format_skeleton(form, day, locale=locale)


@lru_cache(maxsize=1 << 16)
def _interval(skeleton: str, first: dt.date, last: dt.date, locale: str) -> str:
    return format_interval(first, last, skeleton, locale=locale)


@lru_cache(maxsize=8)
def words_for(language: str) -> Words:
    """The words of a language; where there is no catalogue for it, messages stay English and dates are its own."""
    locale = _locale(language.replace("-", "_")) or _locale(primary(language))
    return Words(locale, _catalogue(locale.language)) if locale else words_for("en")


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(_SETTINGS.get(tag.lower(), tag))
    except (UnknownLocaleError, ValueError):
        return None


def _catalogue(language: str) -> NullTranslations:
    source = files("sitegen.pages") / "catalogues" / f"{language}.po"
    if not source.is_file():
        return NullTranslations()
    compiled = io.BytesIO()
    with source.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
