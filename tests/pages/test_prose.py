"""The body of an article on its page."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model import Article, Markup, Resolution, Run, Span
from sitegen.pages.prose import MarkedDate, Segment, after, body_html, extract, near
from tests.pages.fixture import article_of, resolution_of


def marked(article: Article, *resolutions: Resolution, gloss: str = "") -> str:
    """The article's body with these dates marked."""
    return str(body_html(article, tuple(MarkedDate(each, n, f"#why-{n}", gloss) for n, each in enumerate(resolutions, 1))))


def article(text: str, *pieces: Markup | Run) -> Article:
    """An article of one paragraph, or of these pieces."""
    made = article_of("a", "Title", "Source", __import__("datetime").date(2031, 5, 14), [text])
    return replace(made, pieces=pieces) if pieces else made


def test_date_is_a_time_in_a_link_to_its_reason() -> None:
    """A day becomes a time element inside a link to its note, and everything else is escaped."""
    one = article("A < B on Monday.")
    assert marked(one, resolution_of(one, "on Monday", "2031-05-12", 0)) == (
        '<p>A &lt; B <a class="date" href="#why-1" id="date-1"><time datetime="2031-05-12">on Monday</time>'
        '<sup class="number">1</sup></a>.</p>\n'
    )


def test_span_has_no_datetime() -> None:
    """A span of days carries EDTF; what has no day carries neither."""
    one = article("It was last week, or soon.")
    html = marked(one, resolution_of(one, "last week", "2031-W19-WE", 0), resolution_of(one, "soon", "FUTURE_REF", 0))
    assert '<span data-edtf="2031-05-10/2031-05-11">last week</span>' in html
    assert '<a class="date open" href="#why-2" id="date-2">soon<sup class="number">2</sup></a>' in html
    assert "<time" not in html


def test_date_across_markup_and_inside_links() -> None:
    """A date that markup cuts in two is marked in both parts; inside the article's own link it gets no second link."""
    text = "on Monday on Friday"
    pieces = (Markup("<p><em>"), Run("on Mon", 0), Markup("</em>"), Run("day ", 6), Markup('<a href="https://example.org/">'))
    one = article(text, *pieces, Run("on Friday", 10), Markup("</a></p>"))
    html = marked(one, resolution_of(one, "on Monday", "2031-05-12", 0), resolution_of(one, "on Friday", "2031-05-16", 0))
    assert html.count('href="#why-1"') == 2
    assert html.count('id="date-1"') == 1
    assert 'href="#why-2"' not in html
    assert '<a rel="nofollow noopener noreferrer" href="https://example.org/"><time datetime="2031-05-16">on Friday</time></a>' in html


def test_second_layer_against_scripts() -> None:
    """Whatever the Markdown reader lets through, no script, handler, style or frame reaches the page."""
    evil = '<p onclick="x()" style="color:red"><script>x()</script><iframe src="//e"></iframe><a href="javascript:x()">'
    html = marked(article("text", Markup(evil), Run("text", 0), Markup("</a></p>")))
    assert html == "<p><a>text</a></p>"


def test_headings_stand_below_the_pages_own() -> None:
    """A body that starts at level one moves down by one, so that the page keeps one h1."""
    html = marked(article("Head", Markup("<h1>"), Run("Head", 0), Markup("</h1><h2>x</h2>")))
    assert html == "<h2>Head</h2><h3>x</h3>"


def test_gloss_stands_before_its_block() -> None:
    """Each block with dates is preceded by what its dates mean; nested blocks share one gloss."""
    text = "one Monday two Tuesday"
    pieces = (Markup("<ul><li>"), Run("one Monday", 0), Markup("</li><li>"), Run("two ", 11), Run("Tuesday", 15), Markup("</li></ul><p>"))
    one = article(text, *pieces, Markup("end</p>"))
    html = marked(one, resolution_of(one, "Monday", "2031-05-12", 0), resolution_of(one, "Tuesday", "2031-05-13", 0), gloss="a day")
    assert html.startswith('<aside class="gloss-margin" aria-hidden="true"><p><q>Monday</q> <span>→</span> a day</p><p><q>Tuesday</q>')
    assert html.count("<aside") == 1


def test_extract_drops_markup_and_sets_the_phrase_apart() -> None:
    """An extract reads as a reader sees it."""
    one = replace(article("He said *on\nMonday* so."), prose="He said  on\nMonday  so.")
    parts = extract(one, Span(0, 22), [Span(9, 18)])
    assert [(part.text, part.is_date) for part in parts] == [("He said ", False), ("on Monday", True), (" so", False)]


def test_after_keeps_the_phrase_apart() -> None:
    """What follows a headline starts without the comma that led on, and its date phrase stays marked."""
    parts = (Segment("He said", is_date=False), Segment(" on Monday", is_date=True), Segment(", and left.", is_date=False))
    assert after(parts, 7) == (Segment("on Monday", is_date=True), Segment(", and left.", is_date=False))
    assert after(parts, 17) == (Segment("and left.", is_date=False),)
    assert after(parts, 99) == ()


def test_a_long_extract_is_cut_at_marks_around_a_place() -> None:
    """What is no longer than it may be stays whole; else it begins behind the mark before the place and ends between words."""
    parts = (
        Segment("So they say: the wall, a ruin, fell on ", is_date=False),
        Segment("Monday", is_date=True),
        Segment(" with a noise", is_date=False),
    )
    assert near(parts, 23, 80) == parts
    assert "".join(part.text for part in near(parts, 31, 40)) == "… a ruin, fell on Monday with a noise"
    assert "".join(part.text for part in near(parts, -1, 22)) == "… fell on Monday…"
