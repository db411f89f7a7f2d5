"""What each date's clause reports: its verb, its standing, its people, its heading."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen import annotate
from sitegen.articles import plain_article
from sitegen.events import reports_of
from sitegen.events.clauses import Clause, parse
from sitegen.events.grammar import grammar
from sitegen.events.headlines import headline_of
from sitegen.events.tokens import tokens_of
from sitegen.model import Report, Standing
from tests.events.press import article, reports


def _only(marked: str, published: str = "2025-03-17") -> Report:
    (report,) = reports(article(marked, published))
    return report


def test_a_sentence_with_two_dates_holds_two_reports() -> None:
    """Saying and what is said have each their own clause, verb and standing."""
    said, call = reports(
        article(
            "President Ada Holm said {early Monday|2025-03-17} that she will speak with Prime Minister Tor Lind on {Tuesday|2025-03-18}."
        )
    )
    assert (said.verb, said.standing, said.saying) == ("say", Standing.HAPPENED, True)
    assert (call.verb, call.standing, call.saying) == ("speak", Standing.SCHEDULED, False)
    assert said.speaker == "Ada Holm"
    assert "Tor Lind" in call.actors


STANDINGS = [
    ("The harbour closed on {Sunday|2025-03-16}.", Standing.HAPPENED),
    ("The harbour will close on {Friday|2025-03-21}.", Standing.SCHEDULED),
    ("The harbour is due to reopen {today|2025-03-17}.", Standing.SCHEDULED),
    ("The mayor may resign on {Friday|2025-03-21}.", Standing.PROPOSED),
    ("If the vote fails, the mayor will resign on {Friday|2025-03-21}.", Standing.CONDITIONAL),
    ("The concert on {Friday|2025-03-21} has been called off.", Standing.CANCELLED),
    ("The parade will not take place on {Saturday|2025-03-22}.", Standing.CANCELLED),
    ("Organisers cancelled the parade on {Sunday|2025-03-16}.", Standing.HAPPENED),
    ("The club called off its gala, which was to have been held on {Friday|2025-03-14}.", Standing.CANCELLED),
    ("Later on {Monday|2025-03-17} the two were to meet the governor.", Standing.SCHEDULED),
    ("The office had at first said {Monday|2025-03-24}.", Standing.DENIED),
    ("The regatta, which was to be rowed on {22 March|2025-03-22}, has been cancelled.", Standing.CANCELLED),
    ("{Today|2025-03-17} would have been the first day of the regatta.", Standing.SCHEDULED),
]


@pytest.mark.parametrize(("marked", "standing"), STANDINGS, ids=[marked for marked, _ in STANDINGS])
def test_standing(marked: str, standing: Standing) -> None:
    """A clause says whether its event happened, is planned, is doubtful or is off."""
    assert _only(marked).standing is standing


def test_a_postponement_keeps_both_days() -> None:
    """The old day is postponed, the new one scheduled, and the new one knows the old."""
    old, new = reports(article("The vote has been moved from {Thursday|2025-03-20} to {next Tuesday|2025-03-25}."))
    assert (old.standing, new.standing) == (Standing.POSTPONED, Standing.SCHEDULED)
    assert new.replaces == old.interval


def test_new_dates_replace_what_the_sentence_before_calls_off() -> None:
    """A sentence like "The new dates are …" gives new days to what was just cancelled."""
    off, new = reports(article("The fair will not take place {this weekend|2025-W12-WE}. The new dates are {12 April|2025-04-12}."))
    assert off.standing is Standing.CANCELLED
    assert new.replaces == off.interval


STRETCHES = [
    ("Crews will strike from {3|2025-04-03} to {7 April|2025-04-07}.", "3 to 7 April"),
    ("They may return from {Friday, 4 April|2025-04-04}, to {Sunday, 6 April|2025-04-06}.", "Friday, 4 April, to Sunday, 6 April"),
    ("The march is on {14|2025-03-14} and {15 March|2025-03-15}.", "14 and 15 March"),
    ("Voting takes place between {Monday|2025-03-24} and {Wednesday|2025-03-26}.", "Monday and Wednesday"),
    ("Voting opens on {Monday|2025-03-24} and closes on {Friday|2025-03-28}.", "Monday and closes on Friday"),
    (
        "A desk to help with the forms opens in the hall {tomorrow|2025-03-18} and closes on {Friday|2025-03-21}.",
        "tomorrow and closes on Friday",
    ),
    ("The walkout, which began on {Saturday|2025-03-15}, runs until {tomorrow|2025-03-18}.", "Saturday, runs until tomorrow"),
    ("The hearing is {next Tuesday|2025-03-25}, {25 March|2025-03-25}.", "next Tuesday, 25 March"),
]


@pytest.mark.parametrize(("marked", "text"), STRETCHES, ids=[text for _, text in STRETCHES])
def test_two_ends_make_one_report(marked: str, text: str) -> None:
    """The two ends of a stretch, or one day said twice, are one report with the words from the first through the second."""
    report = _only(marked)
    assert report.text == text
    assert report.interval.first_day <= report.interval.last_day


def test_the_last_of_a_kind_opens_no_stretch() -> None:
    """A word that may be a verb of beginning and is none: "its last meeting"."""
    assert (
        len(reports(article("Members held their last meeting on {Saturday|2025-03-15} and the office closes on {Friday|2025-03-21}."))) == 2
    )


def test_what_began_as_one_thing_and_ended_as_another_is_two() -> None:
    """A relative clause that is a subject takes in more than one event."""
    assert len(reports(article("What began as a march on {Friday|2025-03-14} ended in a fire on {Sunday|2025-03-16}."))) == 2


def test_a_letter_is_of_the_day_that_it_is_dated() -> None:
    """Between its commas stands nothing but the date."""
    (report,) = reports(article("There was a letter from the engineer, dated {14 March|2025-03-14}, which warned of rust."))
    assert report.concepts == ("letter",)


def test_what_the_same_people_did_next_is_of_the_same_day() -> None:
    """A second verb with the subject and the tense of the first; with a subject, a tense or a day of its own it is not."""
    went = "Officers went to a house on {Friday|2025-03-14}"
    assert "arrest" in _only(f"{went} and detained a porter.").concepts
    assert "arrest" not in _only(f"{went} and will detain a porter.").concepts
    assert "arrest" not in _only(f"{went} and a porter was detained.").concepts
    first, _ = reports(article(f"{went} and detained a porter on {{Sunday|2025-03-16}}."))
    assert "arrest" not in first.concepts


def test_what_came_of_it_is_of_the_same_day() -> None:
    """A clause behind a comma that says what an act did, told in its tense or by a participle."""
    signed = "The king signed the order on {Friday|2025-03-14}"
    assert "curfew" in _only(f"{signed}, which set a curfew in Dorn.").concepts
    assert "curfew" not in _only(f"{signed}, which will set a curfew in Dorn.").concepts
    assert "curfew" in _only(f"{signed}, putting Dorn under curfew.").concepts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{Two years ago|2023} they'd have laughed at him.", 0),
        ("{In 1990|1990} nobody would have printed it.", 0),
        ("The tunnel would have been finished in {2023|2023}.", 1),
        ("Bonds due in {2031|2031} lost three cents.", 0),
        ("Repairs due in {2031|2031} were put off.", 1),
    ],
)
def test_a_year_may_only_measure_or_name(text: str, count: int) -> None:
    """A year to set against now, or that in which a debt falls due."""
    assert len(reports(article(text))) == count


def test_a_described_noun_is_no_verb() -> None:
    """As in "since Monday for the big run on Friday", which is no stretch that runs from the one to the other."""
    first, second = reports(article("She has trained since {Monday|2025-03-10} for the big run through Dorn on {Friday|2025-03-21}."))
    assert first.interval.days == second.interval.days == 1


def test_the_name_of_a_month_is_no_march() -> None:
    """Neither in the clause of a date nor beside it."""
    _, report = reports(article("The shop closed on {3 March|2025-03-03}. Its owner retired on {4 April|2025-04-04}."))
    assert "~march" not in report.context


def test_a_day_said_twice_is_one_report() -> None:
    """Counted and named, with a comma and a preposition between."""
    report = _only("They flew {two days later|2025-03-14}, on {14 March|2025-03-14}, in fog.")
    assert report.text == "two days later, on 14 March"


def test_what_was_last_done_ends_no_stretch() -> None:
    """An adverb before a participle is no verb of ending."""
    first, second = reports(article("The line, which opened in {June 2019|2019-06}, was last checked in {January|2025-01}."))
    assert (first.interval.start.year, second.interval.start.year) == (2019, 2025)


def test_a_verb_may_stand_behind_where_its_plural_subject_is() -> None:
    """A present with its object, which a clause with a day of its own ends before."""
    text = "The reeve walked out on {10 March|2025-03-10}, and folks in Ward 5 pick his successor on {8 April|2025-04-08}."
    old, new = reports(article(text))
    assert (old.standing, new.standing, new.headline) == (
        Standing.HAPPENED,
        Standing.SCHEDULED,
        "Folks in Ward 5 pick his successor on 8 April",
    )


def test_two_days_apart_are_two_reports() -> None:
    """Days that are not the ends of one stretch stay apart."""
    first, second = reports(article("He arrived on {Friday|2025-03-14} and left on {Sunday|2025-03-16}."))
    assert (first.verb, second.verb) == ("arrive", "leave")


NO_REPORTS = [
    "Throw away jars marked BEST BY {11/30/2025|2025-11-30}.",
    "The firm is in private hands; its {2030|2030} bonds fell by three cents.",
    "Read more on the harvest in the {Saturday|2025-03-22} paper.",
    "Sales were lower than {last year|2024}.",
    "The company gave its {third-quarter|2024-Q3} results.",
    "{November 6, 2025|2025-11-06} - The company has a new chief.",
]


@pytest.mark.parametrize("marked", NO_REPORTS)
def test_dates_that_report_nothing(marked: str) -> None:
    """A date that measures, names a thing or heads a release is no report."""
    assert reports(article(marked)) == ()


HEADLINES = [
    (
        "A plan using nets to stop the ice and hold it was begun on {Monday|2025-03-17}.",
        "A plan using nets to stop the ice and hold it was begun on Monday",
    ),
    (
        "Nets found in Orla, Vale and Dorn since {2 March|2025-03-02} have been sold.",
        "Nets found in Orla, Vale and Dorn since 2 March have been sold",
    ),
    ("Not much was sold {that day|2025-03-17}, but on each of the next days, they sold a boat.", "Not much was sold that day"),
    (
        "It was unclear {Monday night|2025-03-17TNI} whether the boats would be back.",
        "It was unclear Monday night whether the boats would be back",
    ),
    (
        "The board said on {Monday|2025-03-17} that the bill for mending and painting the boats rose.",
        "The board said on Monday that the bill for mending and painting the boats rose",
    ),
    ("In a suit filed {Monday|2025-03-17}, the crews asked for their pay.", "In a suit filed Monday, the crews asked for their pay"),
    ("Even before the board meets on {Monday|2025-03-17}, its head has spoken.", "The board meets on Monday"),
    ("Even before {Monday|2025-03-17} the crews had left.", "Even before Monday the crews had left"),
    (
        "In a note sent on {Monday|2025-03-17}, Ann Berg, a member of the board, said the crews had won.",
        "In a note sent on Monday, Ann Berg, a member of the board, said the crews had won",
    ),
    ("There was no crew that left on {Monday|2025-03-17}.", "There was no crew that left on Monday"),
    ("It was based in part on papers that were read on {Monday|2025-03-17}.", "Papers … were read on Monday"),
    ("The chain, founded in {1931|1931}, has since lost customers.", "The chain, founded in 1931"),
    ("Ida Marsh, who filed the suit on {7 March|2025-03-07}, wants the deal frozen.", "Ida Marsh … filed the suit on 7 March"),
    ("A judge heard the suit that the state brought on {10 March|2025-03-10}.", "The suit that the state brought on 10 March"),
    ("A line between Orla and Dorn opened on {Monday|2025-03-17} for all.", "A line between Orla and Dorn opened on Monday for all"),
    ("It opened a line between Orla and Dorn on {Monday|2025-03-17}.", "It opened a line between Orla and Dorn on Monday"),
    (
        "He gave evidence to the panel in Orla that is weighing the fire of {8 March|2025-03-08}.",
        "The panel in Orla … is weighing the fire of 8 March",
    ),
    (
        "The deputies, led by Ida Marsh, also brought a bill on {Monday|2025-03-17}.",
        "The deputies, led by Ida Marsh, also brought a bill on Monday",
    ),
    (
        "Tempers rose elsewhere as security forces in Orla on {Sunday|2025-03-16} clashed with farmers who shouted.",
        "Security forces in Orla on Sunday clashed with farmers",
    ),
    ("Bellwood was founded in {1988|1988} and has run the route since {2015|2015}.", "Bellwood was founded in 1988"),
    (
        "Later on {Monday|2025-03-17} the ministry let it be known that the envoy will fly home.",
        "Later on Monday the ministry let it be known that the envoy will fly home",
    ),
    (
        "What the union wants is a yes to the offer that its members saw {last week|2025-W11}.",
        "What the union wants is a yes to the offer that its members saw last week",
    ),
    ("When the wall was measured on {Monday|2025-03-17} it had sunk.", "When the wall was measured on Monday it had sunk"),
    ("Because the wall was old and fell on {Monday|2025-03-17}, they left.", "The wall was old and fell on Monday"),
    ("The mayor criticised the ban imposed {last week|2025-W11} on trawlers.", "The ban imposed last week on trawlers"),
    (
        "The mayor commented {today|2025-03-17} on the report published by the port.",
        "The mayor commented today on the report published by the port",
    ),
    ("The mayor said the police arrested a man on {Sunday|2025-03-16}.", "The mayor said the police arrested a man on Sunday"),
    ("The men who were arrested on {Sunday|2025-03-16} will appear in court.", "The men … were arrested on Sunday"),
    ("The siren that fell on {Sunday|2025-03-16} will be replaced, the mayor said.", "The siren … fell on Sunday"),
    ("Inspectors ordered the whole pit shut on {Sunday|2025-03-16}.", "Inspectors ordered the whole pit shut on Sunday"),
    ("Under an order issued {Sunday|2025-03-16}, the port stays shut.", "Under an order issued Sunday, the port stays shut"),
    (
        'Ada Holm, whom the mayor appointed, told reporters on {Sunday|2025-03-16} she expects "a short and easy vote."',
        "Ada Holm, whom the mayor appointed, told reporters on Sunday she expects a short and easy vote",
    ),
]


@pytest.mark.parametrize(("marked", "headline"), HEADLINES, ids=[headline for _, headline in HEADLINES])
def test_headlines_are_cut_to_the_clause(marked: str, headline: str) -> None:
    """A heading is the clause of the date with its subject, as it stands in the article, "…" for what comes between them."""
    assert reports(article(marked))[0].headline == headline


def test_headlines_are_never_long_and_never_reworded() -> None:
    """However long a sentence, its heading fits, and each of its words stands in the sentence."""
    marked = "The committee " + "and the very long list of bodies that advise it on most things " * 4 + "met on {Friday|2025-03-14}."
    report = _only(marked)
    assert len(report.headline) <= 120
    words = report.headline.rstrip("…").lower().split()
    assert all(word in marked.lower() for word in words if word != "…")


def test_a_clause_of_nobody_leans() -> None:
    """A clause without a name or a thing of its own is about what stands before it."""
    assert _only('"We will be there on {Friday|2025-03-21}," she said.').leans
    assert not _only("The harbour will close on {Friday|2025-03-21}.").leans
    assert not _only("{Yesterday|2025-03-16} it was the living who filled the streets.").leans


def test_not_before_a_day_is_that_day() -> None:
    """What will be done before a day may be done on any until then; what will not be done before it, on that day at the earliest."""
    before = _only("The plant will be restarted before {24 November|2025-11-24}.", "2025-10-10")
    assert (before.interval.first_day.isoformat(), before.interval.last_day.isoformat()) == ("2025-10-11", "2025-11-23")
    earliest = _only("The plant is not expected to restart before {24 November|2025-11-24}.", "2025-10-10")
    assert (earliest.interval.first_day.isoformat(), earliest.interval.days) == ("2025-11-24", 1)


def test_whom_a_question_is_about_does_not_answer_it() -> None:
    """Where a pronoun speaks, the name beside it is not taken for the speaker's."""
    text = (
        "Asked if he was right to leave Ada Holm alone, he replied: “Had I known on {Sunday|2025-03-16} what we know, I would have stayed.”"
    )
    assert _only(text).speaker == ""


def test_a_speaker_stands_outside_the_quotation() -> None:
    """Who is named in quoted words is spoken of; who says them is named beside them."""
    text = "“They say Karol Wend won on {Sunday|2025-03-16} and told the crowd so,” says Ada Holm, who watched."
    assert _only(text).speaker == "Ada Holm"


@pytest.mark.parametrize("loose", ["that", "and the", "to a", "of"])
def test_a_heading_ends_where_its_words_end(loose: str) -> None:
    """What only leads to something that was cut away goes with it."""
    text = f"The owners told the police {loose}"
    words = grammar("en")
    parsed = parse(tokens_of(text, 0, "en"), words)
    assert headline_of(parsed, Clause(0, len(parsed.tokens)), text, words) == "The owners told the police"


def test_a_quoted_word_does_not_end_a_clause() -> None:
    """What follows the marks around a word or two goes on with their clause."""
    text = "Two members of the council introduced their own “mended” dam law on {Sunday|2025-03-16}, based on that of Vasmark."
    assert _only(text).headline.startswith("Two members of the council introduced their own “mended” dam law on Sunday")
    listed = "Several members, among them Ada Holm, also introduced their own “mended” law on {Sunday|2025-03-16}."
    assert "“mended” law" in _only(listed).headline
    assert _only(listed).verb == "introduce"


def test_who_says_so_does_not_end_a_clause() -> None:
    """Between a date and its own verb, somebody's word for it is a remark; where it has the sentence's only verb, it is not."""
    paid = _only("In {February|2025-02}, the state says, the firm paid the clerk.")
    assert (paid.verb, paid.saying) == ("pay", False)
    assert _only("On {Sunday|2025-03-16}, the clerk said, with a shrug.").saying


def test_who_does_so_does_what_stands_before() -> None:
    """A clause that does so is about the act of the sentence before it."""
    first, then = reports(article("The club said it would appeal {next week|2025-W13}. It must do so by {Friday|2025-03-28}."))
    assert set(first.terms) <= set(then.terms)


def test_who_says_so_last_has_no_day_of_its_own() -> None:
    """What stands before the comma is what was said, not when."""
    text = "The school will stay shut {today|2025-03-17}, {tomorrow|2025-03-18} and on {Friday|2025-03-21}, says its head, Ada Holm."
    assert all("will stay shut" in report.headline for report in reports(article(text)))


def test_a_thing_named_by_what_was_done_to_it_has_a_day_of_its_own() -> None:
    """The day of the main verb is not that of the participle, and each has the words that it governs."""
    freed, held = reports(article("The court on {Friday|2025-03-14} freed three men detained on {3 March|2025-03-03} after a march."))
    assert (freed.headline, held.headline) == ("The court on Friday freed three men", "Three men detained on 3 March after a march")
    assert (freed.predicates, held.predicates) == (("release",), ("arrest",))


def test_until_a_time_is_over_ends_no_clause() -> None:
    """When a month is out only says until when something will be done."""
    verdict = _only("The panel will give its verdict before {the month|2025-03} is out.")
    assert (verdict.verb, verdict.standing) == ("give", Standing.SCHEDULED)


def test_silence_is_no_happening() -> None:
    """Who declines to comment has said nothing, which is words and no deed."""
    assert _only("The owners declined to comment on {Sunday|2025-03-16}.").saying
    assert not _only("The boat declined in value on {Sunday|2025-03-16}.").saying


INTERVIEW = """
HOST: And what about the concert at the school?

REYES: It is moved to {Friday|2025-03-21}.

HOST: You were there last year.

REYES: I sang on {Sunday|2025-03-16}.
"""


def test_an_answer_is_about_its_question() -> None:
    """A turn that begins with a pronoun goes on from the turn before, and who speaks is no part of what is told."""
    answer, other = reports(article(INTERVIEW))
    assert {"concert", "school"} <= set(answer.terms)
    assert other.headline == "I sang on Sunday"


def test_words_are_told_by_phrases_too() -> None:
    """To set out what is known is to speak, and the day is that of the words; to set out is to leave."""
    assert _only("The company {today|2025-03-17} sets out what is known of the leak.").saying
    assert not _only("The walkers set out on {Saturday|2025-03-15} in the rain.").saying


SAID_ANOTHER_DAY = [
    ('"My father used to say, it will rain tomorrow," said Ida Lund.', 0),
    ('"The coach told us, tomorrow is another race," said Ida Lund.', 0),
    ('"He rang me and said, it will be over by Monday," his sister recalls.', 0),
    ('"The bridge, the mayor says, opens on Monday," said Ida Lund.', 1),
    ('"The mayor says the bridge opens on Monday," said Ida Lund.', 1),
    ('"The bridge opened, they told us, on 3 March 2025," said Ida Lund.', 1),
    ("The mayor said, the bridge opens on Monday.", 1),
]
PLACES = [
    ("The gang got in at 3.10 a.m. on 3 March 2025 and left nine minutes later.", 1),
    ("The lift stuck at 3.10 a.m. on 3 March 2025. It fell nine minutes later.", 2),
    ("Doors open at 6.30 p.m. on 3 March 2025 and the band begins at 7.15 p.m.", 2),
    ("In the 1970s curators liked to say so.", 0),
    ("The chapel was built in the 19th century.", 0),
    ("The chapel was built in 1871.", 1),
    ("The dam was finished in 1978. Nearly half a century later, the asking has begun.", 1),
    ("Elections are to be held no later than May 2027.", 1),
    ("Fewer people came than in May 2024.", 0),
]


@pytest.mark.parametrize(("text", "count"), SAID_ANOTHER_DAY)
def test_words_repeated_from_another_day_set_no_date(text: str, count: int) -> None:
    """Nobody knows of which day a "tomorrow" was counted that somebody repeats in a quotation."""
    day = dt.date(2025, 3, 17)
    made = plain_article(text, day, "en")
    assert len(reports_of(made, annotate(text, day))) == count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministers put their names to the papers on {Friday|2025-03-14}.", "deal"),
        ("Voters cast their votes on {Friday|2025-03-14}.", "vote"),
        ("Members cast a vote on {Friday|2025-03-14}.", "vote"),
        ("The gang put some 900 records online {yesterday|2025-03-16}.", "publish"),
        ("They let two of their hostages go on {Friday|2025-03-14}.", "release"),
        ("Police led the two drivers away on {Friday|2025-03-14}.", "arrest"),
        ("They took the road over the hill on {Friday|2025-03-14}.", ""),
        ("Ministers put their trust in the papers on {Friday|2025-03-14}.", ""),
    ],
)
def test_a_phrase_names_its_kind_of_event_whosever_it_is(text: str, kind: str) -> None:
    """Articles and possessives inside a phrase vary and are no part of it."""
    assert (kind in _only(text).concepts) if kind else not _only(text).concepts


@pytest.mark.parametrize(("text", "count"), PLACES)
def test_what_has_a_place_on_a_timeline_of_days(text: str, count: int) -> None:
    """A decade has none, a year has; a day that measures another has none, one that sets a limit has."""
    day = dt.date(2025, 3, 17)
    assert len(reports_of(plain_article(text, day, "en"), annotate(text, day))) == count
