"""Reports of one event are one event: whatever the order of the files, whoever repeats whom, however the day moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.events import link
from sitegen.model import Article, DisagreementKind, Event, EventStatus
from tests.events.press import article, events, reports
from tests.events.story import read_story

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
BRIDGE = "The Corran bridge was closed to traffic on {Sunday|2025-03-16}."


def _named(found: tuple[Event, ...], words: str) -> Event:
    (event,) = [event for event in found if any(words in report.headline for report in event.reports)]
    return event


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_events_do_not_depend_on_the_order_of_files(path: Path) -> None:
    """Shuffled articles and reports give the same events, to the last field."""
    story = read_story(path)
    found = story.reports()
    shuffled = sorted(found, key=lambda report: (report.text, report.clause.start, report.article))
    assert link(story.articles[::-1], tuple(shuffled), story.as_of) == story.events()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_ids_stay_when_an_article_is_added(path: Path) -> None:
    """When a story's last article comes in, events keep their ids; one that turns out to be part of another takes that one's."""
    story = read_story(path)
    before = link(story.articles[:-1], tuple(r for r in story.reports() if r.article != story.articles[-1].id), story.as_of)
    known = {event.id for event in before}
    now = {(report.article, report.clause, report.text): event.id for event in story.events() for report in event.reports}
    for event in before:
        assert {now[report.article, report.clause, report.text] for report in event.reports} & known
    assert sum(event.id in set(now.values()) for event in before) >= 0.8 * len(before)


def test_ids_are_unique_and_fit_for_an_address() -> None:
    """Ids are lower-case words between hyphens, and no two are alike."""
    for path in STORIES:
        ids = [event.id for event in read_story(path).events()]
        assert len(ids) == len(set(ids))
        assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and len(name) <= 70 for name in ids)


def test_two_sources_make_one_event() -> None:
    """What two publishers report of one day is one event with both as sources."""
    one = article(BRIDGE, source="Gazette", name="a.md")
    two = article("Engineers closed the bridge at Corran on {16 March|2025-03-16}.", source="Herald", name="b.md")
    (event,) = events(one, two)
    assert event.sources == ("Gazette", "Herald")
    assert event.disagreement is None


def test_an_event_says_what_holds_it_together() -> None:
    """Each join names its rule and the parts of its score, which together reach what the days ask for."""
    one = article(BRIDGE, source="Gazette", name="a.md")
    two = article("Engineers closed the bridge at Corran on {16 March|2025-03-16}.", source="Herald", name="b.md")
    (event,) = events(one, two)
    (bond,) = event.bonds
    assert {bond.one, bond.two} == {0, 1}
    assert bond.rule == "words"
    assert "words" in dict(bond.parts)
    assert sum(value for _, value in bond.parts) >= bond.needed > 0


def test_different_things_on_one_day_stay_apart() -> None:
    """Two reports of one day that share nothing are two events."""
    one = article(BRIDGE, source="Gazette", name="a.md")
    two = article("The choir of Dorn sang for the bishop on {Sunday|2025-03-16}.", source="Herald", name="b.md")
    assert len(events(one, two)) == 2


def _voices(*articles: Article) -> tuple[str, ...]:
    (event,) = events(*articles)
    return event.sources


def test_a_shared_credit_counts_once() -> None:
    """An article that repeats an agency's report is no second source beside it or beside another that does."""
    text = "The Corran bridge was closed to traffic on {Sunday|2025-03-16}, police said."
    other = "Traffic was turned away from the closed Corran bridge on {Sunday|2025-03-16}."
    agency = article(text, source="Agency", name="a.md")
    first = article(other, source="Gazette", name="b.md", credit="Agency")
    second = article(other, source="Herald", name="c.md", credit="Agency")
    assert _voices(agency, first) == ("Agency",)
    assert _voices(first, second) == ("Gazette",)


def test_a_copied_text_counts_once() -> None:
    """Two articles that share most of their sentences speak with one voice, with no credit given."""
    text = (
        BRIDGE
        + " "
        + " ".join(
            f"Inspectors found crack number {n} in the steel below lane {n} and the owner of the bridge has promised to mend it."
            for n in range(9)
        )
    )
    assert _voices(article(text, source="Gazette", name="a.md"), article(text + " More soon.", source="Herald", name="b.md")) == (
        "Gazette",
    )


def test_neighbouring_days_are_a_disagreement_with_its_reason() -> None:
    """Early Monday in one report and Sunday in the other may be one hour in two time zones."""
    one = article("President Ada Holm said {early Monday|2025-03-17} that she will meet the rebels in Dorn.", source="Gazette", name="a.md")
    two = article("President Ada Holm said on {Sunday|2025-03-16} that she will meet the rebels in Dorn.", source="Herald", name="b.md")
    (event,) = events(one, two)
    assert event.disagreement is not None
    assert event.disagreement.kind is DisagreementKind.ADJACENT_DAY
    assert "time zone" in event.disagreement.note
    assert len(event.disagreement.claims) == 2


def test_one_moment_in_two_zones() -> None:
    """Clock times that name their zones and are one moment differ only by time zone."""
    one = article("The rocket Boreas lifted off from Reyk at {01:10 on 18 March|2025-03-18T01:10+02:00}.", "2025-03-19", "Gazette", "a.md")
    two = article("The rocket Boreas lifted off from Reyk at {23:10 GMT on 17 March|2025-03-17T23:10Z}.", "2025-03-19", "Herald", "b.md")
    (event,) = events(one, two)
    assert event.disagreement is not None
    assert event.disagreement.kind is DisagreementKind.TIME_ZONE


_FRESH = (
    "The Corran bridge was closed to traffic on {16 February|2025-02-16}. The council fined the builder, Marl & Sons, on"
    " {3 March|2025-03-03}. Two cows broke through the gate of the sluice on {Monday|2025-03-31}; they walked along the towpath."
)
_LOOKING_BACK = (
    "It is seven weeks since engineers closed the bridge at Corran, on {16 February|2025-02-16}. The builder was fined by the council on"
    " {3 March|2025-03-03}. Herding cattle from the towpath took the fire brigade the whole of {1 April|2025-04-01}."
)


def test_what_is_left_over_in_two_articles_is_one_thing() -> None:
    """An article that looks back and one that tells of the day next door, each with one thing that the other leaves out."""
    one = article(_FRESH, "2025-04-01", "Gazette", "a.md")
    two = article(_LOOKING_BACK, "2025-04-20", "Herald", "b.md")
    event = _named(events(one, two), "cows")
    assert [report.text for report in event.reports] == ["Monday", "1 April"]
    assert event.disagreement is not None


@pytest.mark.parametrize(
    "beside",
    [
        _LOOKING_BACK + " The towpath was swept on {30 March|2025-03-30}.",
        _LOOKING_BACK.replace("from the towpath ", ""),
        _LOOKING_BACK.replace("{16 February|2025-02-16}", "{16 January|2025-01-16}").replace(
            "{3 March|2025-03-03}", "{3 January|2025-01-03}"
        ),
    ],
    ids=["two things are left over", "no word in common", "hardly one story"],
)
def test_what_is_left_over_and_could_be_another_thing_stays_apart(beside: str) -> None:
    """Where more than one thing is left over, or nothing but the day speaks for it, nobody knows."""
    one = article(_FRESH, "2025-04-01", "Gazette", "a.md")
    two = article(beside, "2025-04-20", "Herald", "b.md")
    assert len(_named(events(one, two), "cows").reports) == 1


def test_days_apart_are_a_conflict() -> None:
    """The same thing dated three days apart by two sources is a conflict."""
    one = article(
        "Attorney General Ilsa Marsh filed the suit against Corvin Foods on {7 March|2025-03-07}.", "2025-03-12", "Gazette", "a.md"
    )
    two = article(
        "The suit that Attorney General Ilsa Marsh filed against Corvin Foods on {10 March|2025-03-10} is long.",
        "2025-03-13",
        "Herald",
        "b.md",
    )
    (event,) = events(one, two)
    assert event.disagreement is not None
    assert event.disagreement.kind is DisagreementKind.CONFLICT


def test_a_coarser_date_agrees() -> None:
    """A month and a day in it are no disagreement, and the day holds."""
    one = article("The ship Aurelia enters service in {October|2025-10}.", source="Gazette", name="a.md")
    two = article("The ship Aurelia enters service on {4 October|2025-10-04}.", source="Herald", name="b.md")
    (event,) = events(one, two)
    assert event.disagreement is None
    assert str(event.interval.first_day) == "2025-10-04"


@pytest.mark.parametrize(("value", "number"), [("2025-05-10", 1), ("2025-05-21", 1), ("2025-05-03", 2), ("2025-05-29", 2)])
def test_the_middle_of_a_month_has_no_sharp_ends(value: str, number: int) -> None:
    """Nobody counts the days: "mid-May" is said of the tenth and of the twenty-first."""
    one = article("Workers will fit the new collars to the bridge in {mid May|2025-05}.", "2025-04-01", "Gazette", "a.md")
    two = article(f"Workers will fit the new collars to the bridge on {{a day|{value}}}.", "2025-04-01", "Herald", "b.md")
    assert len(events(one, two)) == number


def test_things_of_different_kinds_are_not_joined_by_a_month_alone() -> None:
    """Where one is only said to be of a long time, and nothing else says that it is the other."""
    past = "The mill closed on {3 May|2024-05-03}. A fire gutted the store on {9 June|2024-06-09}."
    one = article(f"{past} The chief executive resigned on {{22 July|2024-07-22}}.", "2024-09-01", "Gazette", "a.md")
    two = article(f"{past} Doctors declared the epidemic over in {{July|2024-07}}.", "2024-09-03", "Herald", "b.md")
    assert len(events(one, two)) == 4


def test_what_is_still_to_come_of_a_year_is_not_what_is_over() -> None:
    """A year, month or week that is running is for plans what is left of it, and for what happened what is gone."""
    one = article("The reservoir at Corran was filled by rain on {20 February|2025-02-20}.", "2025-02-21", source="Gazette", name="a.md")
    two = article("The reservoir at Corran will not be filled with rain {this year|2025}.", "2025-03-12", source="Herald", name="b.md")
    assert len(events(one, two)) == 2


def test_what_was_over_before_a_day_did_not_happen_on_it() -> None:
    """A meeting told in the past tense is not the one that another source plans for a later day."""
    one = article("Ministers met in Dorn on {Thursday|2025-03-13}.", "2025-03-14", "Gazette", "a.md")
    two = article("Ministers will meet in Dorn on {Tuesday|2025-03-18}.", "2025-03-17", "Herald", "b.md")
    assert len(events(one, two)) == 2


def test_a_postponement_is_one_event_with_a_new_day() -> None:
    """The old day stays as that from which the event was moved, and is no disagreement."""
    one = article("The hearing of the Corvin case will be held on {Thursday|2025-03-20}.", "2025-03-14", "Gazette", "a.md")
    two = article(
        "The hearing of the Corvin case has been postponed from {Thursday|2025-03-20} to {next Tuesday|2025-03-25}.",
        "2025-03-17",
        "Herald",
        "b.md",
    )
    (event,) = events(one, two)
    assert str(event.interval.first_day) == "2025-03-25"
    assert event.rescheduled_from is not None
    assert str(event.rescheduled_from.first_day) == "2025-03-20"
    assert event.disagreement is None
    assert event.status is EventStatus.SCHEDULED


def test_a_correction_within_a_source_is_no_disagreement() -> None:
    """A day that a source gave and corrected belongs to the event and differs from nobody."""
    text = "The vote ends at noon on {4 July|2025-07-04}, not on {Thursday|2025-07-03}."
    found = events(article(text, "2025-06-20"))
    assert len(found) == 1
    assert found[0].disagreement is None


def test_the_heading_is_the_clause_that_tells() -> None:
    """Of several reports the one with a subject, a past verb and its day names the event, however much the others share."""
    one = article("The Corran dam in Dorn has not held water since {Sunday|2025-03-16}.", source="Gazette", name="a.md")
    two = article("The Corran dam in Dorn burst on {Sunday|2025-03-16}.", source="Herald", name="b.md")
    three = article("Holm, who saw the Corran dam in Dorn burst on {Sunday|2025-03-16}, fled.", source="Courier", name="c.md")
    assert "The Corran dam in Dorn burst on Sunday" in {event.headline for event in events(one, two, three)}


LIMITS = [
    ("The Corran dam in Dorn should be mended by {Wednesday|2025-03-19}.", "2025-03-18"),
    ("The Corran dam in Dorn will be mended at {the weekend|2025-W12-WE}.", "2025-03-24"),
]


@pytest.mark.parametrize(("marked", "day"), LIMITS, ids=["a limit", "a weekend beside a Monday"])
def test_a_limit_contradicts_no_day(marked: str, day: str) -> None:
    """By when something will be is no claim of its day, and a weekend may be the day beside it."""
    one = article(marked, source="Gazette", name="a.md")
    two = article(f"The Corran dam in Dorn will be mended on {{that day|{day}}}.", source="Herald", name="b.md")
    assert all(event.disagreement is None for event in events(one, two))


STATUSES = [
    ("The fair will open on {Saturday|2025-03-22}.", "2025-03-17", EventStatus.SCHEDULED),
    ("The fair will open on {Saturday|2025-03-22}.", "2025-03-25", EventStatus.DUE),
    ("The fair opened on {Saturday|2025-03-15}.", "2025-03-17", EventStatus.PAST),
    ("The fair on {Saturday|2025-03-22} has been called off.", "2025-03-17", EventStatus.CANCELLED),
]


@pytest.mark.parametrize(("marked", "as_of", "status"), STATUSES, ids=[str(status) for *_, status in STATUSES])
def test_status_as_of_a_day(marked: str, as_of: str, status: EventStatus) -> None:
    """An event is scheduled until its day, due once the day has passed without a report, and off when called off."""
    (event,) = events(article(marked), as_of=as_of)
    assert event.status is status


def test_a_later_report_settles_what_was_due() -> None:
    """A plan whose day has passed is past once a source reports it."""
    plan = article("The Dorn fair will open on {Saturday|2025-03-22}.", source="Gazette", name="a.md")
    told = article("The Dorn fair opened on {Saturday|2025-03-22} in the rain.", "2025-03-24", "Herald", "b.md")
    (event,) = events(plan, told)
    assert event.status is EventStatus.PAST


def test_aliases_of_the_site_are_one_name() -> None:
    """Names that the site's own list calls one are one, on reports and events."""
    one = article("Karol Wend visited Dorn on {Sunday|2025-03-16}.", source="Gazette", name="a.md")
    two = article("The Grey Cardinal visited Dorn on {Sunday|2025-03-16}.", source="Herald", name="b.md")
    found = link((one, two), reports(one) + reports(two), one.day, {"Karol Wend": ("Grey Cardinal",)})
    assert "Grey Cardinal" not in {name for event in found for name in event.actors}
    assert "Karol Wend" in _named(found, "Karol Wend").actors


def test_nothing_makes_nothing() -> None:
    """No articles make no events, and an article without dates makes none."""
    made = article("Nothing happened here.")
    assert link((), (), made.day) == ()
    assert events(made) == ()


def test_the_same_minute_of_a_day_is_one_moment() -> None:
    """Two sources that share no word and one clock time of a quiet day tell one thing; of an hour beside it they may not."""
    one = article("Guards missed the men at {5:10 a.m. on Friday|2025-03-14T05:10}. Police sealed the roads.", name="one.md")
    same, other = (
        article(f"{{{time} on 14 March|2025-03-14T{value}}}: their absence is noticed at the count.", source="Wire", name="two.md")
        for time, value in (("5:10 a.m.", "05:10"), ("7:45 a.m.", "07:45"))
    )
    assert len(events(one, same)) == 1
    assert len(events(one, other)) == 2


def test_the_small_hours_may_be_the_evening_before() -> None:
    """One word in common joins what is told of one night by two days; of two afternoons it does not."""
    late = article("Our instruments lost the cable at {23:52 on 9 March|2025-03-09T23:52}. The islanders have candles.", name="one.md")
    early, noon = (
        article(f"The cable had parted {{{text}|{value}}}. The coastguard sent a boat.", source="Wire", name="two.md")
        for text, value in (("early on Monday", "2025-03-10TMO"), ("at noon on Monday", "2025-03-10T12:00"))
    )
    (event,) = [event for event in events(late, early) if len(event.reports) > 1]
    assert event.disagreement is not None
    assert event.disagreement.kind is DisagreementKind.ADJACENT_DAY
    assert all(len(event.reports) == 1 for event in events(late, noon))


@pytest.mark.parametrize(("text", "together"), [("early Monday", 2), ("Monday", 1)])
def test_what_is_early_on_a_day_may_be_told_the_day_before(text: str, together: int) -> None:
    """A paper of Sunday can tell what is early Monday further east, and not what is Monday."""
    first = article("The president revealed on {Sunday|2025-03-16} that he will phone the premier of Orland.", "2025-03-16", "Post", "a.md")
    second = article(f"The president said {{{text}|2025-03-17}} that he will phone the premier of Orland.", "2025-03-17", "Wire", "b.md")
    assert max(len(event.reports) for event in events(first, second)) == together
