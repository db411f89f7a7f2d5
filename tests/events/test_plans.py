"""What becomes of planned days, what is no report at all, and what strangers tell of one event."""

from __future__ import annotations

import pytest

from sitegen.model import DisagreementKind, EventStatus, Standing
from tests.events.press import article, events, reports

FATES = [
    ("A court stopped the university from holding its resit on {20 March|2025-03-20}.", Standing.CANCELLED),
    ("The referee called Saturday's rearranged game off; it was to have been played on {20 March|2025-03-20}.", Standing.CANCELLED),
    ("The match, announced for {28 March|2025-03-28}, will not go ahead.", Standing.CANCELLED),
    ("The inquiry fixed for {20 April|2025-04-20} has been closed early and will not take place.", Standing.CANCELLED),
    ("The show that should have opened on {20 April|2025-04-20} has been abandoned.", Standing.CANCELLED),
    ("The meeting of members called for {19 March|2025-03-19} has been postponed.", Standing.POSTPONED),
    ("The talks, announced on {Monday|2025-03-10}, have been called off.", Standing.HAPPENED),
    ("He decorated his home lavishly for {Christmas|2025-12-25}.", Standing.HAPPENED),
    ("The company will not attempt to fly the probe on {Thursday|2025-03-20}.", Standing.CANCELLED),
    ("The bridge will not open until {Thursday|2025-03-20}.", Standing.SCHEDULED),
    ("The survey did not get going on {the 9th|2025-03-09} as planned.", Standing.POSTPONED),
    ("The survey did not get going on {the 9th|2025-03-09} for want of a crew.", Standing.HAPPENED),
    ("There was no vote on {10 March|2025-03-10}.", Standing.DENIED),
    ("It was nothing like {the 9th|2025-03-09}, when they shut the crossing.", Standing.HAPPENED),
    ("The invitation sent out this morning carried the date {7 April|2025-04-07} in error.", Standing.DENIED),
    ("The union called a strike for {5 April|2025-04-05}.", Standing.SCHEDULED),
    ("Correction: an early version of this story had the driver arrested on {Friday|2025-03-14}.", Standing.DENIED),
    ("Correction: the first edition stated that the mill burned down on {Friday|2025-03-14}.", Standing.DENIED),
    ("Correction: the mill, the brigade stated, burned down on {Friday|2025-03-14}.", Standing.HAPPENED),
    ("Correction: the driver, 41, had a stroke on {Friday|2025-03-14}.", Standing.HAPPENED),
    ("Riders had the mayor arrested on {Friday|2025-03-14}.", Standing.HAPPENED),
    ("The barge, due on {Friday|2025-03-14}, has not been seen.", Standing.SCHEDULED),
    ("The lift ought to have gone down {yesterday|2025-03-16}.", Standing.SCHEDULED),
    ("Bids were supposed to be in by {Friday|2025-03-14}.", Standing.SCHEDULED),
    ("Notice 013 gave the day on which the pumps reached the mine as {10 March|2025-03-10}. That is incorrect.", Standing.DENIED),
    ("The house, listed in {1990|1990}, is for sale.", Standing.HAPPENED),
    ("Never: on {Friday|2025-03-14} he won by a seat.", Standing.HAPPENED),
    ("They would have been braver on {Friday|2025-03-14}.", Standing.HAPPENED),
    ("The count was fixed for {Friday|2025-03-14}, but the clerks walked out.", Standing.SCHEDULED),
    ("The pipe was fixed on {Friday|2025-03-14}, but it burst again.", Standing.HAPPENED),
    ("The lift opened {today|2025-03-17}, later than planned.", Standing.HAPPENED),
    ("A circular giving {Thursday|2025-03-20} is to be disregarded.", Standing.DENIED),
    ("A circular giving advice is out on {Thursday|2025-03-20}.", Standing.SCHEDULED),
    ("The builder has dropped its target of {10 March|2025-03-10}.", Standing.POSTPONED),
    ("The crossing was due on {10 March|2025-03-10} and was put off because the boat leaked.", Standing.POSTPONED),
    ("The crossing was slow on {10 March|2025-03-10} and was put off the map.", Standing.HAPPENED),
    ("On {20 March|2025-03-20} the court may rule.", Standing.PROPOSED),
    ("In {2012|2012} a plan to close the mill was dropped.", Standing.HAPPENED),
    ("The two cancelled evenings in {February|2025-02} cost a fortune.", Standing.CANCELLED),
    ("The merger planned for {May|2025-05} fell through.", Standing.CANCELLED),
    ("The bonds that were going to be sold in {February|2025-02} never saw daylight.", Standing.CANCELLED),
    ("{Tomorrow|2025-03-18} may be the last day of the search.", Standing.PROPOSED),
]


@pytest.mark.parametrize(("text", "standing"), FATES)
def test_the_main_verb_says_what_becomes_of_a_day(text: str, standing: Standing) -> None:
    """A thing that is named with its day is called off, put off or kept by the sentence's verb."""
    (report,) = reports(article(text))
    assert report.standing is standing


# Old and new day in any order.
TAKEN_PLACE = [
    "The hearing will not be held on {20 March|2025-03-20} but on {3 April|2025-04-03}.",
    "The museum will reopen on {3 April|2025-04-03} instead of {20 March|2025-03-20}.",
    "The summit will open on {3 April|2025-04-03}, not {20 March|2025-03-20} as planned.",
    "The run-off will be on {3 April|2025-04-03} and no longer on {20 March|2025-03-20}.",
    "The new fares apply from {3 April|2025-04-03} and not from {20 March|2025-03-20}.",
    "The vote, planned for {3 April|2025-04-03}, has been brought forward to {20 March|2025-03-20}.",
]


@pytest.mark.parametrize("text", TAKEN_PLACE)
def test_a_day_takes_the_place_of_another(text: str) -> None:
    """One event, and the day that it was moved from is kept."""
    (event,) = events(article(text))
    assert event.rescheduled_from is not None


MOVED = [
    "Boats were to leave on {20 March|2025-03-20}; they will now leave on {3 April|2025-04-03}.",
    "The meeting called for {20 March|2025-03-20} has been postponed. It will now be held on {3 April|2025-04-03}.",
    "Its engineer was to have faced the board on {20 March|2025-03-20}. The hearing has been moved to {3 April|2025-04-03}.",
    "The session first fixed for {20 March|2025-03-20} was put off. She will appear at the session on {3 April|2025-04-03}.",
    "The survey did not get going on {the 10th|2025-03-10} as planned. It began on {the 14th|2025-03-14}.",
    "The service, planned for {20 March|2025-03-20}, will take place on {3 April|2025-04-03}.",
    "{Tonight|2025-03-17TNI} should have been the concert. It should. We have moved it to {next Saturday|2025-03-22}.",
    "The minister, whose plane could not land on {Thursday|2025-03-13}, came by train {a day later|2025-03-14}.",
    "The vote planned for {20 March|2025-03-20} has been pushed to {3 April|2025-04-03}.",
    "The hearing, due on {20 March|2025-03-20}, has been relisted for {3 April|2025-04-03}.",
    "The museum had hoped to reopen on {20 March|2025-03-20} but will not do so before {3 April|2025-04-03}.",
    "The match was due to be played on {20 March|2025-03-20} but was rained off and has been rearranged for {3 April|2025-04-03}.",
    "The strike threatened for {20 March|2025-03-20} has been suspended until {3 April|2025-04-03}.",
    "The first delivery was promised for {20 March|2025-03-20}. The company now says {3 April|2025-04-03}.",
    "The opening of the bridge, first announced for {20 March|2025-03-20}, is now {3 April|2025-04-03}.",
    "The minister was expected in Dorn on {20 March|2025-03-20}; her visit has been rescheduled for {3 April|2025-04-03}.",
    "The bridge was to open on {20 March|2025-03-20}. It needs two more weeks, and it will open on {3 April|2025-04-03}.",
    "Repairs were meant to start on {20 March|2025-03-20} but will now wait until {3 April|2025-04-03}.",
    "Instead of {20 March|2025-03-20}, the museum will reopen on {3 April|2025-04-03}.",
    "The inspection had been fixed for {10 March|2025-03-10}. Fog delayed it until {14 March|2025-03-14}.",
    "The owners had meant to show the hall on {10 March|2025-03-10}, but in the end it was {14 March|2025-03-14}.",
    "The fair, which did not take place on {10 March|2025-03-10}, will be held on {3 April|2025-04-03}.",
    "The new pump, promised for {10 March|2025-03-10}, came only on {14 March|2025-03-14}.",
    "The audit, expected in {January|2025-01}, was handed in on {10 March|2025-03-10}.",
    "The report, once expected on {20 March|2025-03-20}, is due on {3 April|2025-04-03}.",
    "The owner has given up its plan to start work on {20 March|2025-03-20} and now speaks of {3 April|2025-04-03}.",
    "Ministers who were to discuss the bill on {10 March|2025-03-10} will do so on {3 April|2025-04-03}.",
    "The museum, which was to have opened on {10 March|2025-03-10}, will stay shut until {3 April|2025-04-03} while locks are changed.",
    "The yard has quietly dropped its target of {20 March|2025-03-20}, and its books speak of {3 April|2025-04-03}.",
    "Members failed at their first attempt to elect a chair, on {10 March|2025-03-10}. They managed it on {14 March|2025-03-14}.",
    "Divers were unable to open the hatch on {10 March|2025-03-10}. They did so on {14 March|2025-03-14}.",
    "The shutter should have opened on {10 March|2025-03-10}, but a spring broke. Divers worked it loose {two days later|2025-03-12}.",
    "The hearing, noticed for {20 March|2025-03-20}, has been continued by two weeks, to {3 April|2025-04-03}.",
    "They agreed that the council foreseen for {20 March|2025-03-20} would be held in Dorn on {3 April|2025-04-03}.",
    "The handover, previously due by {20 March|2025-03-20}, will now take place on {3 April|2025-04-03}.",
    "First figures, promised by {20 March|2025-03-20}, will not be ready before {3 April|2025-04-03}.",
    "The new timetable, once promised for {June|2025-06}, should come in {October|2025-10}.",
    "I told you that the answer was due on {20 March|2025-03-20}. It is in fact due on {3 April|2025-04-03}.",
    "**Reopening.** It will not be {20 March|2025-03-20}. A pump is stuck, and the firm has put the date back to {3 April|2025-04-03}.",
    "The cup tie with Dorn, rained off on {10 March|2025-03-10}, will be played on {25 March|2025-03-25}.",
]


@pytest.mark.parametrize("text", MOVED)
def test_a_new_day_replaces_the_old_one(text: str) -> None:
    """Within a sentence or by the next, and the two are one event."""
    made = article(text)
    old, new = reports(made)
    assert old.standing is Standing.POSTPONED
    assert new.replaces == old.interval
    (event,) = events(made)
    assert event.rescheduled_from == old.interval


TOLD_BEFORE = [
    "Work will start on {8 April|2025-04-08} and not, as previously indicated, on {24 March|2025-03-24}.",
    "The two will now sit down in Dorn on {3 April|2025-04-03} instead of in Vale on {20 March|2025-03-20}, the palace said.",
    "The hall will reopen on {3 April|2025-04-03} and not, as first announced, on {20 March|2025-03-20}.",
    "The third round opened on {Monday|2025-03-17}. It had been due to start on {10 March|2025-03-10}, but a plane was late.",
    "The ferry passed its trial on {Friday|2025-03-14}. The test had been set for {10 March|2025-03-10}, but no pilot could be found.",
    "The yard launched the ferry on {Friday|2025-03-14}. It is big. The trip had been set for {10 March|2025-03-10}, but it blew.",
    "Electors will choose a reeve on {8 April|2025-04-08}. The council had first called the vote for {24 March|2025-03-24}.",
    "The barge was launched on {Friday|2025-03-14}. It rained. A band played. The launch had been planned for {3 March|2025-03-03}.",
    "The record is out {next Friday|2025-03-28}. It was meant to be {3 March|2025-03-03}, but the drummer was ill.",
    "The bridge will open to cars on {8 April|2025-04-08}. It was to have been finished in {June 2022|2022-06}, but the river rose.",
    "“We open on {8 April|2025-04-08}, full stop,” he said. Brave words: it should have opened in {2022|2022}!",
    "The members' meeting has been moved to {8 April|2025-04-08}. Cross out {next Tuesday|2025-03-25}.",
    "The mill will shut on {8 April|2025-04-08}. It had planned to do so on {8 May|2025-05-08}, but brought it forward by {a month|P1M}.",
    "A judge will hear them on {8 April|2025-04-08}. The sitting, set for {25 March|2025-03-25}, was put back by {two weeks|P2W}.",
    "Creditors voted on {Friday|2025-03-14} to take less. The vote was to have been held on {10 March|2025-03-10} but was put back.",
]


OTHER_PLANS = [
    "The mill burned down on {Friday|2025-03-14}. A test of the siren had been set for {10 March|2025-03-10}, but nobody came.",
    "The mill was sold on {Friday|2025-03-14}. The launch of the ferry had been planned for {10 March|2025-03-10}.",
    "On {10 March|2025-03-10} the tour was called off, and on {14 March|2025-03-14} she had her operation.",
    "The king was due to arrive on {20 March|2025-03-20}. He will open the fair on {3 April|2025-04-03}.",
    "The board was to meet on {20 March|2025-03-20} and is to vote on {3 April|2025-04-03}.",
    "The court will sit on {20 March|2025-03-20}, but the jury will not be called before {3 April|2025-04-03}.",
    "The envoys, due in Dorn on {10 March|2025-03-10}, dined with the king on {14 March|2025-03-14}.",
    "The accounts, due in {early April|2025-04}, are the last under Cora Lund, who leaves on {30 March|2025-03-30}.",
    "The match should have been played on {10 March|2025-03-10}, but the pitch froze. The mayor resigned {the next day|2025-03-11}.",
    "Divers were unable to open the hatch on {10 March|2025-03-10}. They met the owner on {14 March|2025-03-14}.",
    "The driver had been due to stand trial on {20 March|2025-03-20}. Instead the firm will pay a fine on {3 April|2025-04-03}.",
    "The vote, called off on {10 March|2025-03-10}, will be held on {25 March|2025-03-25}.",
    "They would have been braver in {the summer of 2021|2021-SU}. The drum left the hall on {12 March|2025-03-12}.",
]


@pytest.mark.parametrize("text", OTHER_PLANS)
def test_two_plans_of_one_text_are_not_one_that_was_moved(text: str) -> None:
    """Another thing will be done on the later day."""
    assert all(report.replaces is None for report in reports(article(text)))


@pytest.mark.parametrize("text", TOLD_BEFORE)
def test_an_old_day_may_be_told_after_the_new_one(text: str) -> None:
    """A text that begins with what happened says later which day had been meant for it."""
    made = article(text)
    new, old = reports(made)
    assert (old.standing, new.replaces) == (Standing.POSTPONED, old.interval)
    (event,) = events(made)
    assert event.interval == new.interval


def test_what_could_not_take_place_is_carried_out_later() -> None:
    """Called off as it was, it came about on another day."""
    text = "Flights set for {10 March|2025-03-10} could not take place. They were carried out on {14 March|2025-03-14}."
    off, new = reports(article(text))
    assert (off.standing, new.replaces) == (Standing.CANCELLED, off.interval)


def test_a_plan_that_moved_twice_keeps_both_its_old_days() -> None:
    """Each new day takes the place of the one before it."""
    new, first, second = reports(
        article("The tunnel is now to open in {May|2025-05}. It was meant for {the end of 2023|2023}, then for {next month|2025-04}.")
    )
    assert (second.replaces, new.replaces) == (first.interval, second.interval)


def test_a_length_moves_a_plan_only_to_the_day_it_leads_to() -> None:
    """Two weeks from the 25th are no other day of the text."""
    text = "A judge will hear them on {1 April|2025-04-01}. The audit, set for {25 March|2025-03-25}, was put back by {two weeks|P2W}."
    assert all(report.replaces is None for report in reports(article(text)))


def test_a_day_that_is_not_the_one_is_denied_behind_an_aside() -> None:
    """As in "on Tuesday and not, as was said at first, on Monday"."""
    new, old = reports(article("Work will start on {8 April|2025-04-08} and not, as was said at first, on {24 March|2025-03-24}."))
    assert (new.standing, old.standing) == (Standing.SCHEDULED, Standing.DENIED)


def test_the_name_of_a_month_is_no_kind_of_event() -> None:
    """The third of March is no march."""
    (report,) = reports(article("The new date is {30 March|2025-03-30}."))
    assert report.predicates == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Prosecutors opened a criminal investigation on {Monday|2025-03-10}.", "inquiry"),
        ("Guards opened the lower gate on {Monday|2025-03-10}.", "open"),
        ("A vote opens on {Monday|2025-03-24} and closes a week later.", "vote"),
    ],
)
def test_what_is_begun_says_what_happened(text: str, kind: str) -> None:
    """To open an inquiry is not to open a gate: the verb only says that its object began."""
    (report,) = reports(article(text))
    assert kind in report.predicates
    assert ("open" in report.predicates) == (kind != "inquiry")


@pytest.mark.parametrize(
    "text",
    [
        "The desk is staffed {Monday|2025-03-17} to {Friday|2025-03-21}.",
        "She is charged under the {1974|1974} Act.",
        "DORN | {Mon Mar 17, 2025 7:51 pm|2025-03-17T19:51} EDT DORN (Wire) - The harbour is shut.",
        "Updated: {17 March 2025|2025-03-17}",
        "The strike in pictures {17 March 2025|2025-03-17}, Business",
        "Dockers march through Dorn updated: {Mon Feb 10 2025 10:24:00|2025-02-10T10:24} The dockers of Dorn have walked out.",
        "The lake is four metres lower than it was {two weeks ago|2025-03-03}.",
        "Our report of {10 March|2025-03-10} gave the wrong date for the return.",
        "A page of advice appears in {tomorrow|2025-03-18}'s paper.",
        "An early version of our {8:05 p.m.|2025-03-16T20:05} entry gave a wrong name.",
        "The version of this note issued at {2 pm|2025-03-17T14:00} gave a wrong name.",
        "The second version of our statement, emailed at {2 pm|2025-03-17T14:00}, gave a wrong name.",
    ],
)
def test_names_habits_and_stamps_report_nothing(text: str) -> None:
    """They hold a date, and nothing happens on it."""
    assert reports(article(text)) == ()


@pytest.mark.parametrize("text", ["Start of the search: {17 March 2025|2025-03-17}", "The strike in pictures {10 March 2025|2025-03-10}"])
def test_a_day_without_a_verb_reports_what_stands_before_it(text: str) -> None:
    """Where a colon names it, or where it is not that of the text itself."""
    assert len(reports(article(text))) == 1


def test_an_entry_of_a_list_reports_what_the_colon_parts_from_its_day() -> None:
    """An entry such as "opening: 12 January" is a report like any other."""
    (report,) = reports(article("Collapse of the north face: {14 November 2023|2023-11-14}"))
    assert report.predicates == ("failure",)


def test_a_correction_withdraws_the_day_given_before() -> None:
    """Another day for the same thing in the same article, said to be a correction."""
    made = article("The market opens on {Wednesday|2025-03-19}.\n\nA correction: the market opens on {Thursday|2025-03-20}.")
    assert [report.standing for report in reports(made)] == [Standing.DENIED, Standing.SCHEDULED]
    (event,) = events(made)
    assert event.interval.first_day.day == 20


CORRECTED = [
    "The pool closes on {20 March|2025-03-20}. A letter to parents had said {19 March|2025-03-19}; a second put that right.",
    "The pool closes on {20 March|2025-03-20}.\n\nCorrection: the first copy gave the day of the closing as {19 March|2025-03-19}.",
    "The boiler burst on {10 March|2025-03-10}.\n\nOur last issue was wrong about the boiler. It had put it on {9 March|2025-03-09}.",
    "The pool closes on {20 March|2025-03-20}. Correction: we said {19 March|2025-03-19}.",
    "The pool closes on {20 March|2025-03-20}. Erratum: the text handed out at noon named {19 March|2025-03-19}.",
    "Erratum: the pool closes on {20 March|2025-03-20}. The leaflet said {19 March|2025-03-19}.",
    "The pool closes on {20 March|2025-03-20}. The bulletin of this morning wrongly gave {19 March|2025-03-19}.",
    "The pool closes on {20 March|2025-03-20}. Our preview had {19 March|2025-03-19}. Sorry.",
    "The pool closes on {20 March|2025-03-20}. In our entry at noon we had said {19 March|2025-03-19}. That was our mistake.",
    "The pool closes on {20 March|2025-03-20}; our headline said {19 March|2025-03-19}, for which we are sorry.",
    "The pool closes on {20 March|2025-03-20}. The date of {19 March|2025-03-19} given in the first notice is incorrect.",
    "The pool closes on {20 March|2025-03-20}. Our earlier report that it closes on {19 March|2025-03-19} was incorrect.",
    "The pool closes on {20 March|2025-03-20}. A notice on the website gave {19 March|2025-03-19}; that was a slip.",
    "The pool closes on {20 March|2025-03-20}. In an earlier post we had it closing on {19 March|2025-03-19}; that was wrong.",
]


def test_a_day_may_be_put_right_in_the_next_sentence() -> None:
    """What the text had said and what it says now are one thing, on the day that it says now."""
    text = (
        "At noon we wrote that the pool opens again on {Thursday|2025-03-20}. That was our mistake: the council says {Friday|2025-03-21}."
    )
    (event,) = events(article(f"The market closes on {{Tuesday|2025-03-18}}. {text}"))[1:]
    assert (event.interval.first_day.day, len(event.reports), event.disagreement) == (21, 2, None)


def test_the_hour_of_what_a_text_said_is_no_event() -> None:
    """Of "at 11:10 we wrote that …" only what was written is told."""
    (report,) = reports(article("At {11:10|2025-03-17T11:10} we wrote that the pool opens on {Thursday|2025-03-20}."))
    assert report.interval.first_day.day == 20


NO_CORRECTION = [
    "The pool closes on {20 March|2025-03-20}. It is wrong, the mayor said, to shut the market on {19 March|2025-03-19} as well.",
    "The pool closed on {10 March|2025-03-10}. The council said on {Tuesday|2025-03-11} that it would open again. Sorry, it added.",
    "She was wrong about the pool. We swam there on {10 March|2025-03-10}.",
]


@pytest.mark.parametrize("text", NO_CORRECTION)
def test_what_only_speaks_of_a_mistake_withdraws_no_day(text: str) -> None:
    """No text is said to have given the day."""
    assert all(report.standing is not Standing.DENIED for report in reports(article(text)))


@pytest.mark.parametrize("text", CORRECTED)
def test_a_day_that_a_text_got_wrong_is_no_event_of_its_own(text: str) -> None:
    """It is told of the same thing, which has one day, and nobody differs about it."""
    (event,) = events(article(text))
    assert event.interval.first_day.day in {10, 20}
    assert event.disagreement is None


LABELLED = [
    "**19:50** The parade is on {Saturday|2025-03-22}.\n\n**20:15** Correction: it was wrong. The bus sets off on {Friday|2025-03-21}.",
    """The minister answers to the committee on {Tuesday|2025-03-18}. The ward opens on {Wednesday|2025-03-19}.

## 11:35 Correction

The clerk of the committee has rung us. She is to appear on {Thursday|2025-03-20}.""",
]


@pytest.mark.parametrize("text", LABELLED)
def test_an_entry_headed_correction_puts_right_the_day_before_it(text: str) -> None:
    """What it is about is named anywhere in the entry, or is the last thing of a day beside the right one."""
    found = reports(article(text))
    assert [report.standing for report in found].count(Standing.DENIED) == 1
    assert found[0].standing is Standing.DENIED
    assert found[-1].contradicts == found[0].interval
    assert len(events(article(text))) == len(found) - 1


NOT_LABELLED = [
    "The parade is on {Saturday|2025-03-22}.\n\nCorrection centres are full, the minister says. She opens one on {Friday|2025-03-21}.",
    "The parade is on {Saturday|2025-03-22}.\n\nCorrection: the club has looked again. The ground opens on {8 April|2025-04-08}.",
    "The parade is on {Saturday|2025-03-22}.\n\nNotes: the club has looked again. The bus sets off on {Friday|2025-03-21}.",
]


@pytest.mark.parametrize("text", NOT_LABELLED)
def test_no_day_is_put_right_where_no_correction_is_due(text: str) -> None:
    """Another day stands in another entry, or too far off to be a slip."""
    assert all(report.standing is not Standing.DENIED for report in reports(article(text)))


def test_a_correction_that_says_what_was_wrong_takes_back_nothing_else() -> None:
    """Whatever stands in the entries before it."""
    text = (
        "The siren will be tested on {Thursday|2025-03-20}.\n\n**Correction.** We gave the wrong date for the village. Its people will come"
        " home on {Saturday|2025-03-22}, not on {Friday|2025-03-21}."
    )
    assert [report.standing for report in reports(article(text))] == [Standing.SCHEDULED, Standing.SCHEDULED, Standing.DENIED]


def test_the_day_on_which_a_wrong_day_was_given_is_not_wrong() -> None:
    """Of "a notice on Monday gave 19 March" only the latter is taken back."""
    text = "A notice on {Monday|2025-03-10} gave {19 March|2025-03-19}; that was a slip."
    assert [report.standing for report in reports(article(text))] == [Standing.HAPPENED, Standing.DENIED]


def test_a_correction_names_what_it_corrects() -> None:
    """The day that stood before is withdrawn, if the sentence speaks of a day and of the thing."""
    wrong = "The ferry sails first on {20 March|2025-03-20}."
    right = "A correction: we gave the wrong day for the ferry, it leaves on {21 March|2025-03-21}."
    assert [report.standing for report in reports(article(f"{wrong}\n\n{right}"))] == [Standing.DENIED, Standing.SCHEDULED]


LEAVES = "The drum leaves for Accra on {23 March|2025-03-23}."
TWO_THINGS = [
    "It lands there on {24 March|2025-03-24}. Correction: we first gave {22 March|2025-03-22}.",
    "Bonuses may be claimed until {15 April|2025-04-15}. The leaflet gave {22 March|2025-03-22} in error.",
    "The hall opens on {1 April|2025-04-01}. The letter gave the new day for the drum in error as {24 March|2025-03-24}.",
]


@pytest.mark.parametrize("text", TWO_THINGS)
def test_a_day_given_wrongly_is_of_the_thing_whose_day_is_next_to_it(text: str) -> None:
    """A slip is seldom by more than a day or two; and what the correction names is what it corrects."""
    (drum,) = [event for event in events(article(f"{LEAVES} {text}")) if any("drum leaves" in report.headline for report in event.reports)]
    assert len(drum.reports) == 2


def test_a_day_given_wrongly_is_of_the_right_one_in_its_sentence() -> None:
    """Not of what the wrong day was printed with."""
    text = "Bids must be in by {4 April|2025-04-04}; the notice sent with the order at first said {3 April|2025-04-03} and was corrected."
    (event,) = events(article(f"The minister signed the order on {{Friday|2025-03-14}}. {text}"))[1:]
    assert [report.standing for report in event.reports] == [Standing.SCHEDULED, Standing.DENIED]


def test_a_day_that_is_denied_is_the_one_named_before() -> None:
    """Whatever word its sentence shares with another."""
    text = (
        "The hearing has been put off from {18 March|2025-03-18} to {25 March|2025-03-25}. The mine handed over the book on"
        " {Friday|2025-03-14}. There is no sense in asking {tomorrow|2025-03-18} about a book that nobody has opened."
    )
    (hearing,) = [event for event in events(article(text)) if "hearing" in event.headline]
    assert [report.text for report in hearing.reports if report.standing is Standing.DENIED] == ["tomorrow"]


def test_a_day_given_wrongly_is_of_what_the_correction_names() -> None:
    """Even where something else happened on the wrong day."""
    text = (
        "Release from the dam commenced on {12 March|2025-03-12}. The bridge fell on {13 March|2025-03-13}. A curfew was declared on"
        " {the same day|2025-03-13}. Corrigendum: our last report stated that release had commenced on {13 March|2025-03-13}."
    )
    (release,) = [event for event in events(article(text)) if "dam" in event.headline]
    assert len(release.reports) == 2


def test_a_correction_may_give_both_days_and_withdraws_no_third() -> None:
    """What it names in passing has a day of its own."""
    text = (
        "The pumps went to work on {13 March|2025-03-13}.\n\nCorrection: Notice 013 gave the day on which the pumps reached the mine as"
        " {10 March|2025-03-10}. The correct day is {11 March|2025-03-11}."
    )
    work, wrong, right = reports(article(text))
    assert (work.standing, wrong.standing) == (Standing.HAPPENED, Standing.DENIED)
    assert right.contradicts == wrong.interval


def test_nobody_tells_of_a_day_that_was_given_wrongly() -> None:
    """A day that a source has taken back is not what another tells of that day."""
    one = article(
        "Correction: the first edition stated that the arrest was made on {Friday|2025-03-14}. He was held on {Saturday|2025-03-15}.",
        name="one.md",
    )
    two = article("Shops stayed shut on {Friday|2025-03-14}. The man was arrested on {Saturday|2025-03-15}.", source="Post", name="two.md")
    (shut,) = [event for event in events(one, two) if any("Shops" in report.headline for report in event.reports)]
    assert len(shut.reports) == 1


def test_two_plans_of_one_kind_on_days_apart_are_two() -> None:
    """A story has many meetings ahead; only words of its own make one of two."""
    one = article("The dam at Orl burst on {3 March|2025-03-03}. Farmers will meet in the barn on {Thursday|2025-03-20}.", name="one.md")
    two = article(
        "It is two weeks since the Orl dam burst on {3 March|2025-03-03}. Tenants will sit down with a minister on {26 March|2025-03-26}.",
        source="Post",
        name="two.md",
    )
    assert [len(event.reports) for event in events(one, two)] == [2, 1, 1]


def test_two_sources_that_date_one_thing_differently_contradict_each_other() -> None:
    """They share a word that nobody else uses, and neither knows both days."""
    one = article(
        "A hailstorm tore the roof off the stand on {16 January|2025-01-16}. The club lost to Geelong on {Saturday|2025-03-15}.",
        name="one.md",
    )
    two = article(
        "The club lost its biggest stand in the hailstorm of {9 January|2025-01-09}. It went down 3-1 at Geelong on {15 March|2025-03-15}.",
        source="Business Review",
        name="two.md",
    )
    differing = [event.disagreement for event in events(one, two) if event.disagreement]
    assert [found.kind for found in differing] == [DisagreementKind.CONFLICT]


def test_who_looks_back_may_have_the_wrong_day_of_what_had_been_told() -> None:
    """What was told on its own day was over; an account of weeks later that puts it behind that day contradicts it."""
    told = article("The club lodged an appeal against the fine {today|2025-03-17}. It lost at Dorn on {Saturday|2025-03-15}.")
    later = "The club lodged its appeal against the fine on {25 March|2025-03-25}. It had lost at Dorn on {15 March|2025-03-15}."
    back = article(later, "2025-05-06", "Business Review", "b.md")
    (event,) = [event for event in events(told, back) if "appeal" in event.headline]
    assert event.disagreement is not None
    soon = article(later, "2025-03-26", "Business Review", "b.md")
    assert len([event for event in events(told, soon) if "appeal" in event.headline]) == 2


def test_what_would_have_come_about_did_not() -> None:
    """A perfect after "would" tells of a day on which nothing happened, unless it says how somebody was."""
    (report,) = reports(article("Had the hall not burned, the two would have met there on {10 March|2025-03-10}."))
    assert report.standing is Standing.SCHEDULED
    (report,) = reports(article("On {10 March|2025-03-10} nobody met who would have"))
    assert report.standing is Standing.HAPPENED
    (report,) = reports(article("They would have to meet on {10 March|2025-03-10}."))
    assert report.standing is Standing.HAPPENED


def test_a_later_mention_does_not_revive_what_was_called_off() -> None:
    """Somebody who had booked for the day does not say that it stands."""
    off = article("The farewell match against Hobart, announced for {28 March|2025-03-28}, has been cancelled.", "2025-03-10", name="a.md")
    on = article("Shaz had booked a bus to the Hobart match for {28 March|2025-03-28}.", "2025-03-12", "Fanzine", "b.md")
    (event,) = events(off, on)
    assert event.status is EventStatus.CANCELLED


def test_one_thing_told_of_a_time_long_past_is_the_same_in_other_words() -> None:
    """Nobody tells anything else of that year, and the day lies in the season."""
    one = article(
        "A slab the size of a bus dropped from the wall in {spring of 2022|2022-SP}. The owner went on trial on {Monday|2025-03-17}.",
        name="one.md",
    )
    two = article(
        "The jury heard of a smaller slip on {3 March 2022|2022-03-03}. The owner denied the charges on {Monday|2025-03-17}.",
        source="Business Review",
        name="two.md",
    )
    assert sorted(len(event.reports) for event in events(one, two)) == [2, 2]


def test_sources_may_date_a_lone_thing_of_long_ago_on_neighbouring_days() -> None:
    """Two days of a year of which nothing else is told are rival days of one thing."""
    one = article(
        "The line closed on {29 May 1965|1965-05-29}. Trains will run again from {4 October|2025-10-04}, its builders said.",
        name="one.md",
    )
    two = article(
        "They told my father on {30 May 1965|1965-05-30} that his job was gone. The first trains run on {4 October|2025-10-04}.",
        source="Business Review",
        name="two.md",
    )
    (past,) = [event for event in events(one, two) if event.interval.first_day.year == 1965]
    assert past.disagreement is not None
    assert past.disagreement.kind is DisagreementKind.ADJACENT_DAY


def test_what_one_article_tells_apart_is_not_joined_by_its_day_alone() -> None:
    """Two things of one day, told by both articles, stay two."""
    told = ("{19 November 2024|2024-11-19} the firm dismissed 31 people.", "{19 November 2024|2024-11-19} the keeper was sold to Hexley.")
    one = article(f"On {told[0]} On {told[1]}", name="one.md")
    two = article(
        "They sacked the staff on {19 November 2024|2024-11-19}. Hexley took the keeper on {19 November 2024|2024-11-19}.",
        source="Business Review",
        name="two.md",
    )
    assert sorted(len(event.reports) for event in events(one, two)) == [2, 2]


def test_an_article_that_reports_rival_claims_knows_one_event() -> None:
    """Each clause is somebody's, of the same definite thing and with the same verb."""
    one = article(
        "The logbook shows that the crack was found on {20 February|2025-02-20}. "
        "The authority maintains that it was found on {24 February|2025-02-24}.",
        name="one.md",
    )
    two = article("A crew found the crack in the wall on {24 February|2025-02-24}.", source="Authority", name="two.md")
    (event,) = events(one, two)
    assert event.disagreement is not None
    assert event.disagreement.kind is DisagreementKind.CONFLICT


RIVALS = [
    "According to the ministry the first patient fell ill on {10 March|2025-03-10}; doctors say that he fell ill on {12 March|2025-03-12}.",
    "The first patient fell ill on {10 March|2025-03-10}, according to the ministry. Doctors put it at {12 March|2025-03-12}.",
    "He resigned on {10 March|2025-03-10}, according to the party; his lawyer says it was {12 March|2025-03-12}.",
    "The indictment names {10 March|2025-03-10} as the day of the payment. The defence says that it was made on {12 March|2025-03-12}.",
    "The mill shut on {10 March|2025-03-10}, not on {12 March|2025-03-12} as the ministry says.",
    "The mill shut on {10 March|2025-03-10} and not, as the ministry says, on {12 March|2025-03-12}.",
    "The mayor says the order was given on {10 March|2025-03-10}. The police log has it on {12 March|2025-03-12}.",
    "The union says talks broke down on {10 March|2025-03-10}; the employers say they broke down on {12 March|2025-03-12}.",
    "The official version is that the bridge fell on {10 March|2025-03-10}. Three witnesses swear that it fell on {12 March|2025-03-12}.",
    "Officially the school closed on {10 March|2025-03-10}. Parents say that it shut on {12 March|2025-03-12}.",
    "The permit was granted on {10 March|2025-03-10}, the ministry says. The copy bears the date {12 March|2025-03-12}.",
]


@pytest.mark.parametrize("text", RIVALS)
def test_a_text_may_tell_that_two_others_differ(text: str) -> None:
    """It reports one thing, with the day that each of them gives."""
    (event,) = events(article(text))
    assert event.disagreement is not None


OTHER_THINGS = [
    "Police said that a man was arrested on {Monday|2025-03-10}. The mayor said that a woman was arrested on {Tuesday|2025-03-11}.",
    "Officials said that the bridge was hit on {Monday|2025-03-10}. Doctors said that the hospital was hit on {Tuesday|2025-03-11}.",
    "The owner says the mill burned down on {10 March|2025-03-10}. The farm has a fair on {12 March|2025-03-12}.",
    "The court heard on {Monday|2025-03-10} that he fled. Neighbours say he came back on {Tuesday|2025-03-11}.",
    "The mill shut on {10 March|2025-03-10}, not on {12 March|2025-03-12} as was said at first.",
    "The gate was raised at {07:00|2025-03-10T07:00} ({2100 GMT on Sunday|2025-03-09T21:00Z}), the authority said.",
    "The crack was found on {Monday|2025-03-10}. The authority said that the wall was found to be sound on {Tuesday|2025-03-11}.",
]


@pytest.mark.parametrize("text", OTHER_THINGS)
def test_claims_of_different_things_are_no_rivals(text: str) -> None:
    """A verb alone makes no event."""
    assert all(report.contradicts is None for report in reports(article(text)))


@pytest.mark.parametrize(("clock", "number"), [("{9.30am on Friday|2025-03-14T09:30}", 2), ("{6.50pm on Friday|2025-03-14T18:50}", 1)])
def test_what_is_told_of_the_morning_is_not_what_is_told_of_the_evening(clock: str, number: int) -> None:
    """One name in common joins two reports of a day, but not across its hours."""
    friday = "{Friday|2025-03-14}"
    one = article(f"Ada Holm spoke at {clock}. A mill burned down on {friday}. Bees swarmed in Dorn on {friday}.", name="one.md")
    two = article(
        f"Ada Holm was voted in at {{7pm on Friday|2025-03-14T19:00}}. Bees swarmed in Dorn on {friday}. A mill burned down on {friday}.",
        source="Post",
        name="two.md",
    )
    assert sum(any("Holm" in report.headline for report in event.reports) for event in events(one, two)) == number


SLIPS = [
    ("The premier plans to visit Dorn on {Friday|2025-03-21}.", "Her trip to Dorn has been put off until {28 March|2025-03-28}."),
    ("The first boats leave for the island on {20 March|2025-03-20}.", "The island boats will now leave on {7 April|2025-04-07}."),
    (
        "The army hopes to open its bridge over the Dorn on {17 March|2025-03-17}.",
        "The army opened its bridge a day later than planned, on {18 March|2025-03-18}.",
    ),
    ("The mayor has invited residents to a meeting on {20 March|2025-03-20}.", "He has put that meeting off to {30 March|2025-03-30}."),
]


@pytest.mark.parametrize(("planned", "moved"), SLIPS)
def test_a_plan_is_followed_from_article_to_article(planned: str, moved: str) -> None:
    """Who puts something off and names only the new day moves the plan that another told before."""
    story = "The harbour was dredged in {2021|2021}. A storm broke the pier in {2019|2019}. The first crane came in {2016|2016}."
    one = article(f"{planned} {story}", "2025-03-16", name="one.md")
    two = article(f"{moved} {story}", "2025-03-18", source="Post", name="two.md")
    (event,) = [event for event in events(one, two) if event.interval.first_day.year == 2025]
    assert len(event.reports) == 2
    assert event.rescheduled_from is not None
    assert event.rescheduled_from.first_day < event.interval.first_day
    assert event.disagreement is None


OPENED = [
    (
        "The council will vote on the quarry licence on {10 March|2025-03-10}.",
        "The council threw out the quarry licence on {Friday|2025-03-14}. The vote had been put off from {Monday|2025-03-10}.",
    ),
    (
        "Rescuers will raise the barge on {10 March|2025-03-10}.",
        "The barge was raised by rescuers on {Friday|2025-03-14}. The raising of the barge had been postponed from {Monday|2025-03-10}.",
    ),
]


@pytest.mark.parametrize(("planned", "told"), OPENED)
def test_what_was_put_off_until_nobody_said_when_is_what_came_of_it(planned: str, told: str) -> None:
    """A plan whose old day alone is named has its new one where the likest thing is told since."""
    story = "The quarry opened in {2021|2021}. A storm broke the pier in {2019|2019}. The first crane came in {2016|2016}."
    one = article(f"{planned} {story}", "2025-03-08", name="one.md")
    two = article(f"{told} {story}", "2025-03-15", source="Post", name="two.md")
    (event,) = [event for event in events(one, two) if event.interval.first_day.year == 2025]
    assert event.interval.first_day.day == 14
    assert event.rescheduled_from is not None
    assert event.disagreement is None


NIGHTS = [
    (
        "The boy was freed from the shaft at {23:40 on 13 March|2025-03-13T23:40}.",
        "Rescuers reached him in {the small hours of 14 March|2025-03-14TMO}.",
        1,
    ),
    (
        "The boy was freed from the shaft at {14:40 on 13 March|2025-03-13T14:40}.",
        "Rescuers reached him in {the small hours of 14 March|2025-03-14TMO}.",
        2,
    ),
    (
        "The boy was freed from the shaft at {23:40 on 13 March|2025-03-13T23:40}. Thieves emptied the bank at {23:10|2025-03-13T23:10}.",
        "Rescuers reached him in {the small hours of 14 March|2025-03-14TMO}.",
        3,
    ),
]


@pytest.mark.parametrize(("evening", "morning", "number"), NIGHTS)
def test_one_night_may_be_told_by_its_evening_and_by_its_morning(evening: str, morning: str, number: int) -> None:
    """Where each article tells one thing of the night, in whatever words."""
    story = "The shaft was dug in {2021|2021}. A storm broke the pier in {2019|2019}. The first crane came in {2016|2016}."
    one = article(f"{evening} {story}", "2025-03-15", name="one.md")
    two = article(f"{morning} {story}", "2025-03-20", source="Post", name="two.md")
    assert len([event for event in events(one, two) if event.interval.first_day.year == 2025]) == number


def test_a_sentence_that_only_says_when_it_was_puts_right_the_one_before() -> None:
    """It is the same thing's day, and no event of its own."""
    (event,) = events(
        article(
            "Correction: the version sent out today said that the operation was on {Friday|2025-03-14}. It was on {Thursday|2025-03-13}."
        )
    )
    assert event.interval.first_day.day == 13


def test_a_cleft_sentence_tells_what_stands_behind_it() -> None:
    """The sentence says of its second half only when it was."""
    (report,) = reports(article("It was on {Friday|2025-03-14} that the dam burst."))
    assert report.verb == "burst"
    (report,) = reports(article("It was sunny on {Friday|2025-03-14}, and that pleased the dam's owner."))
    assert report.verb == "be"


def test_a_thing_named_with_its_day_is_not_what_became_of_another() -> None:
    """The search was called off, not the flood that it followed."""
    flood, search = reports(article("The search after the flood of {3 March|2025-03-03} was called off on {Friday|2025-03-14}."))
    assert (flood.standing, flood.predicates) == (Standing.HAPPENED, ("flood",))
    assert "search" in search.concepts


def test_what_was_told_later_is_not_the_plan_that_was_moved() -> None:
    """A plan that nobody had told is moved from nowhere."""
    one = article("The boats will now leave on {7 April|2025-04-07}.", "2025-03-16", name="one.md")
    two = article("The first boats leave on {20 March|2025-03-20}.", "2025-03-18", source="Post", name="two.md")
    assert all(event.rescheduled_from is None for event in events(one, two))


@pytest.mark.parametrize(("text", "day"), [("went dark before", 15), ("will stay open until", 15), ("went dark at", 16)])
def test_what_comes_before_the_midnight_of_a_day_is_of_that_day(text: str, day: int) -> None:
    """The midnight that ends Saturday is the first moment of Sunday."""
    (report,) = reports(article(f"The hall {text} {{midnight on Saturday|2025-03-15T24:00}}."))
    assert report.interval.first_day.day == day


RELEASE = """
The opening of the new hall has been moved from {7 April|2025-04-07} to {Saturday 12 April|2025-04-12}.

Rain held up the roof.

*Correction: The version of this release sent at {8.10am|2025-03-17T08:10} gave the new date as {Sunday 13 April|2025-04-13}.*

The final report on the fire is to be released {in the autumn|2025-FA}.
"""


def test_what_a_correction_says_of_its_own_text_is_not_what_it_corrects() -> None:
    """That a release gave a day says nothing of releases; the wrong day is that of the one beside it, and its hour is no event."""
    found = events(article(RELEASE))
    (opening,) = [event for event in found if any("opening" in report.headline for report in event.reports)]
    assert {report.interval.first_day.isoformat() for report in opening.reports} == {"2025-04-07", "2025-04-12", "2025-04-13"}
    assert len(found) == 2


def test_an_hour_is_of_what_was_told_of_its_part_of_the_day() -> None:
    """Who goes on to say when tells of the same; what happened later that day is another thing."""
    text = "Thieves emptied the mint {early on Sunday|2025-03-16}. The guard slept. A hatch was lifted at {3.15am|2025-03-16T03:15}."
    assert len(events(article(text))) == 1
    later = "Thieves emptied the mint {on Sunday evening|2025-03-16TEV}. The guard slept. A bus fell over at {3.15pm|2025-03-16T15:15}."
    assert len(events(article(later))) == 2
    entry = "The reeve resigned {early on Sunday|2025-03-16}. The guard slept.\n\n{3.15am|2025-03-16T03:15} Crowds fill the square."
    assert len(events(article(entry))) == 2
