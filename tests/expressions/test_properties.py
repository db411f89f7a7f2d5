"""What holds for every text, not only for those somebody thought of."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sitegen
from sitegen.model import Certainty

_SCRAPS = (
    "Monday Tue. Friday Sundays weekend week month year years day days hours quarter century decade spring fall winter May March Sept. "
    "August today tomorrow yesterday tonight now soon recently noon midnight morning night overnight early late mid end the a an of on at "
    "in by until since from to between and or after before this next last past every each ago later earlier first second third two ten "
    "hundred half 1 3 12 28th 31 2025 1984 '60s 1990s 10:30 24:61 7pm 99/99/9999 12/06/2025 2025-02-30 00 0 -1 Q3 FY26 H1 BC AD GMT "
    "said will would may march due Christmas Easter Thanksgiving fiscal about nearly more than up I II ## - — … , . ; : ( ) \" “ ” ' % $ "
    "\n \n\n \t é 日 🎉 \u200f \u0000 a.m. p.m. o'clock"
)
WORDS = tuple(_SCRAPS.split(" "))
VALUE = re.compile(
    r"P(?:X|\d+(?:\.\d+)?)(?:Y|M|W|D|Q|H|S|DE|CE|WE)?.*|PT.+|XXXX.*|FY\d{4}.*|(?:PAST|PRESENT|FUTURE)_REF|BC\d+.*|\d{2,4}(?:-.+)?(?:T.+)?"
)
PARAGRAPHS = (
    "The council will meet on Thursday to choose a mayor.",
    "A barge sank on Monday with nine tons of salt.",
    "The toll rose last week and will rise again next month.",
    "Voters go to the polls on 14 September 2031.",
    "The choir sings every Friday.",
    "It rained for three days.",
)

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
edges = st.one_of(days, st.sampled_from([dt.date.min, dt.date.max]))


def found(text: str, published: dt.date) -> list[tuple[str, str]]:
    """Each expression's words, on one line, with its value."""
    return [(" ".join(one.expression.text.split()), one.timex.value) for one in sitegen.annotate(text, published)]


@settings(max_examples=300, deadline=None)
@given(text=texts, published=edges)
def test_any_text_is_annotated_in_place(text: str, published: dt.date) -> None:
    """On any text and date nothing raises; spans are in order, apart, and hold the words they claim."""
    end = 0
    for one in sitegen.annotate(text, published):
        span = one.expression.span
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == one.expression.text
        end = span.end


@settings(max_examples=200, deadline=None)
@given(text=texts, published=days)
@example(text="Noon on 31 February 2012", published=dt.date(2012, 3, 1))
def test_values_have_the_form_of_timex3(text: str, published: dt.date) -> None:
    """Every value is a TIMEX3 value, empty only where nothing could be resolved; every interval ends after it starts."""
    for one in sitegen.annotate(text, published):
        unresolved = one.certainty is Certainty.UNRESOLVED and one.interval is None
        assert VALUE.fullmatch(one.timex.value) or (unresolved and not one.timex.value), one.timex
        assert one.interval is None or one.interval.start < one.interval.end


@settings(max_examples=100, deadline=None)
@given(text=texts, published=days)
def test_the_same_text_gives_the_same_answer(text: str, published: dt.date) -> None:
    """Annotating twice gives equal records: nothing is remembered between texts."""
    assert sitegen.annotate(text, published) == sitegen.annotate(text, published)


@settings(max_examples=100, deadline=None)
@given(published=days, weeks=st.integers(-500, 500))
def test_relative_days_move_with_the_publication(published: dt.date, weeks: int) -> None:
    """The same words, published some weeks later, mean days as many weeks later."""
    text = "The pier burned on Monday. It reopens on Thursday. The mayor called yesterday; she calls again tomorrow."
    moved = published + dt.timedelta(weeks=weeks)
    before = [dt.date.fromisoformat(value) for _, value in found(text, published)]
    after = [dt.date.fromisoformat(value) for _, value in found(text, moved)]
    assert len(before) == 4
    assert after == [day + dt.timedelta(weeks=weeks) for day in before]


@settings(max_examples=100, deadline=None)
@given(published=days)
def test_a_bare_weekday_is_at_most_a_week_away(published: dt.date) -> None:
    """Told in the past it is one of the last seven days or today; planned, one of the next seven or today."""
    told, planned = (
        dt.date.fromisoformat(value) for _, value in found("The pier burned on Monday. It will reopen on Thursday.", published)
    )
    assert told.isoweekday() == 1
    assert planned.isoweekday() == 4
    assert -7 <= (told - published).days <= 0
    assert 0 <= (planned - published).days <= 7


@settings(max_examples=100, deadline=None)
@given(published=days, stated=days)
def test_a_stated_date_means_itself(published: dt.date, stated: dt.date) -> None:
    """A date with its year means that day, whenever the text was published."""
    month = calendar.month_name[stated.month]
    text = f"It was signed on {stated.day} {month} {stated.year} and again on {month} {stated.day}, {stated.year}, or {stated.isoformat()}."
    assert [value for _, value in found(text, published)] == [stated.isoformat()] * 3


@settings(max_examples=100, deadline=None)
@given(published=days, breaks=st.lists(st.booleans(), min_size=80, max_size=80))
def test_line_breaks_inside_a_paragraph_change_nothing(published: dt.date, breaks: list[bool]) -> None:
    """A line may break between any two words of a paragraph."""
    words = " ".join(PARAGRAPHS).split()
    broken = "".join(word + ("\n" if cut else " ") for word, cut in zip(words, breaks, strict=False)).strip()
    assert found(broken, published) == found(" ".join(words), published)


@pytest.mark.parametrize("order", list(permutations(range(len(PARAGRAPHS)), 3)))
def test_paragraphs_that_stand_alone_keep_their_meaning(order: tuple[int, ...]) -> None:
    """Paragraphs that do not refer to each other mean the same in any order and company."""
    published = dt.date(2031, 9, 3)
    chosen = [PARAGRAPHS[index] for index in order]
    alone = [pair for paragraph in chosen for pair in found(paragraph, published)]
    assert found("\n\n".join(chosen), published) == alone


def test_a_hundred_thousand_short_texts() -> None:
    """A hundred thousand generated scraps: none raises, none gets an interval that ends before it starts."""
    chance = random.Random(20250514)  # noqa: S311 - a fixed sequence of scraps, not a secret
    published = dt.date(2025, 5, 14)
    total = 0
    for _ in range(100_000):
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
        total += len(sitegen.annotate(text, published))
    assert total > 50_000


SHAPES = (
    "Monday ",
    "the ",
    "1 ",
    "1",
    "a",
    "12/",
    "2025-",
    "10:",
    "last ",
    "the day after ",
    "two days later ",
    "and ",
    "May, ",
    "(",
    '"',
    '"Monday" ',
    "\n",
    "\n\nMonday",
    "# Monday\n\n",
    "- 1\n",
    "one hundred ",
    "from 3 to ",
    "Mr. ",
    "é",
    " ",
    ". ",
    "In 1812 ",
    "said on Monday that he would ",
)


@pytest.mark.timeout(60)  # no search goes back: a second is enough, the square of such a length would take far longer
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_only(shape: str) -> None:
    """Also where the text is made to be hard."""
    length = 60_000
    found = sitegen.annotate((shape * (length // len(shape) + 1))[:length], dt.date(2025, 5, 14))
    assert all(resolution.expression.text for resolution in found)
