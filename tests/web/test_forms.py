"""Forms: what is typed comes back as typed, or is refused in one sentence beside its field and at the top."""

import re
import sys
from datetime import date, time
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.refusal import BadInput
from alongside.web import Form
from alongside.web import forms as kinds
from alongside.web.around import mistakes_of
from alongside.web.asked import Asked
from alongside.web.multipart import Sent

sys.path.insert(0, str(Path(__file__).parent))

FRUIT = (("plum", Said("A plum")), kinds.Answer("pear", "Pear {of} the valley", "bread"))


def minutes_of(text):
    if not text.isdigit():
        raise BadInput(f"“{text}” is no number of hours", remedy="Write it such as 12.")
    return int(text) * 60


class Everything(kinds.Fields):
    line = kinds.Line(Said("What do you bake?"), hint=Said("Such as rye."), longest=40)
    long = kinds.LongText(Said("How?"), needed=False)
    hours = kinds.Read(Said("Hours"), minutes_of, writer=lambda minutes: str(minutes // 60))
    number = kinds.Number(Said("How many?"), least=1, most=40)
    money = kinds.Money(Said("Pounds an hour"))
    day = kinds.Day(Said("On which day?"))
    clock = kinds.TimeOfDay(Said("From when?"))
    one = kinds.OneOf(Said("Which fruit?"), FRUIT)
    listed = kinds.FromList(Said("Which one?"), FRUIT)
    many = kinds.ManyOf(Said("Which of them?"), FRUIT)
    who = kinds.Person(Said("Who bakes?"), [("p1", "Rosa {x} <b>Fenn</b>")])
    sure = kinds.Yes(Said("I am sure"), needed=True)
    file = kinds.File(Said("A picture"), endings=(".png",))
    about = kinds.Hidden()


GOOD = {
    "line": "Rye",
    "hours": "12",
    "number": "8",
    "money": "12.71",
    "day": "2026-11-23",
    "clock": "16:30",
    "one": "plum",
    "listed": "pear",
    "many": "pear",
    "who": "p1",
    "sure": "yes",
    "about": "loaf",
}
PNG = Sent("rye.PNG", b"png")


def visit(*pairs, files=None, **sent):
    form = Form((*pairs, *sent.items()), files={} if files is None else files)
    return SimpleNamespace(part="bakery", form=form, query=Form())


@pytest.fixture(scope="module")
def display():
    import toy_bakery  # noqa: F401 - it stands beside this file

    return Display({"bakery": "toy_bakery"})


def shown(display, form, edition=Edition.STANDARD, template="form.html"):
    view = View(template, "Bake", {"form": form})
    mistakes = mistakes_of(view)
    return display.render("bakery", view, frame="page", edition=edition, mistakes=mistakes)


def test_answers_that_will_do_are_read_as_values():
    form = Everything(visit(**GOOD, files={"file": PNG}))
    assert form.sent
    assert form.valid(), form.errors
    assert (form.line.value, form.hours.value, form.number.value, form.money.value) == ("Rye", 720, 8, 1271)
    assert (form.day.value, form.clock.value) == (date(2026, 11, 23), time(16, 30))
    assert (form.one.value, form.listed.value, form.many.value) == ("plum", "pear", ("pear",))
    assert (form.who.value, form.sure.value, form.file.value, form.about.value) == ("p1", True, PNG, "loaf")
    assert form.long.value == ""


# --- each kind's one sentence

WRONG = [
    ("line", "", "Please write an answer."),
    ("line", " \n ", "Please write an answer."),
    ("line", "r" * 41, "This has 41 characters; the most is 40. Write less."),
    ("line", "rye\x07", "This holds a character that cannot be shown. Write it again by hand."),
    ("long", "l" * 10_001, "This has 10,001 characters; the most is 10,000. Write less."),
    ("long", "a\x1bb", "This holds a character that cannot be shown. Write it again by hand."),
    ("hours", "many", "“many” is no number of hours. Write it such as 12."),
    ("number", "", "Please write a number."),
    ("number", "ten", "“ten” is not a whole number. Write it in digits, such as 8."),
    ("number", "٨", "“٨” is not a whole number. Write it in digits, such as 8."),
    ("number", "0", "Write a number from 1 to 40."),
    ("number", "9" * 400, f"“{'9' * 60}…” is not a whole number. Write it in digits, such as 8."),
    ("money", "", "Please write an amount."),
    ("money", "12.7.1", "“12.7.1” is not an amount of money. Write pounds and pence: 12.71."),
    ("money", "-1", "Write 0.00 or more."),
    ("day", "", "Please choose a day."),
    ("day", "soon", "“soon” is not a day. Write it as year-month-day: 2026-11-23."),
    ("day", "9999-12-31", "The day 9999-12-31 is too far off. Give one from 1900 to 2199."),
    ("clock", "", "Please choose a time."),
    ("clock", "25:00", "“25:00” is not a time. Write it as 16:30."),
    ("clock", "16:30:30", "“16:30:30” is not a time. Write it as 16:30."),
    ("one", "", "Please choose an answer."),
    ("one", "leek", "Please choose one of these answers."),
    ("listed", "", "Please choose one from the list."),
    ("listed", "leek", "Please choose one of these answers."),
    ("many", "leek", "Please choose one of these answers."),
    ("who", "", "Please choose a person."),
    ("who", "p2", "Please choose one of these answers."),
    ("sure", "", "Please tick this to go on."),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG)
def test_each_kind_refuses_in_one_sentence_and_keeps_what_was_typed(display, name, text, sentence):
    form = Everything(visit(**{**GOOD, name: text}, files={"file": PNG}))
    assert not form.valid()
    assert [(one.name, str(one.mistake)) for one in form if one.errors] == [(name, sentence)]
    assert len(form[name].errors) == 1
    html = shown(display, form)
    told = html.index(f"</strong> {sentence}</p>")
    assert told < html.index(f'name="{name}"')  # above the field
    assert f'id="{name}-mistake"' in html
    if form[name].drawn in {"input", "area"}:
        assert typed(html)[name] == text


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Please choose a file."),
        (Sent("rye.png", b""), "The file is empty. Please choose another one."),
        (Sent("rye.exe", b"MZ"), "Please choose a file that ends in .png."),
    ],
)
def test_file_is_refused_in_one_sentence(file, sentence):
    form = Everything(visit(**GOOD, files={"file": file} if file else {}))
    assert not form.valid()
    assert str(form.file.mistake) == sentence


def test_file_that_was_right_has_to_be_chosen_again_where_something_else_was_wrong(display):
    form = Everything(visit(**{**GOOD, "day": ""}, files={"file": PNG}))
    assert not form.valid()
    assert str(form.file.mistake) == "Please choose the file again."
    assert '<a href="#file">A picture: Please choose the file again.</a>' in shown(display, form)


def test_many_needs_one_unless_it_need_not():
    class Loose(kinds.Fields):
        many = kinds.ManyOf(Said("Which?"), FRUIT, needed=False)
        day = kinds.Day(Said("When?"), needed=False)

    form = Loose(visit())
    assert form.valid()
    assert (form.many.value, form.day.data) == ((), None)
    with pytest.raises(LookupError, match="“day” has no answer"):
        form.day.value  # noqa: B018 - reading it is what raises
    assert not Everything(visit(**{**GOOD, "many": ""})).valid()


@pytest.mark.parametrize(("name", "sentence"), [("line", "Say it."), ("day", "Say it.")])
def test_form_may_say_itself_what_is_missing(name, sentence):
    class Own(kinds.Fields):
        line = kinds.Line(Said("What?"), missing=Said("Say it."))
        day = kinds.Day(Said("When?"), missing=Said("Say it."))

    form = Own(visit())
    assert not form.valid()
    assert str(form[name].mistake) == sentence
    assert dict(form.mistakes)[name] == (Said("Say it.").of("bakery"),)


# --- both editions


def test_mistakes_are_worded_in_both_editions_above_the_field_and_at_the_top(display):
    form = Everything(visit(**{**GOOD, "clock": "soon", "line": ""}, files={"file": PNG}))
    assert not form.valid()
    html = shown(display, form, Edition.EASY)
    assert "“soon” is not a time. Please write it like 16:30.</p>" in html
    assert '<a href="#clock">From when? “soon” is not a time. Please write it like 16:30.</a>' in html
    assert '<a href="#line">What do you bake? Please write an answer.</a>' in shown(display, form)


def test_every_sentence_of_the_kit_has_an_easy_wording_of_short_sentences():
    from alongside.display.missing import missing_texts
    from alongside.display.texts import wording

    (ours,) = missing_texts({"web": "alongside.web"})
    assert not ours.keys
    for _name, _text, sentence in WRONG:
        said = wording("alongside.web", "en@easy", sentence)
        assert all(len(one.split()) <= 12 for one in re.split(r"(?<=[.!?]) ", said))


def test_words_of_people_are_shown_as_they_are_and_those_of_the_part_are_looked_up(display):
    html = unescape(shown(display, Everything(visit())))
    assert "Rosa {x} <b>Fenn</b>" in html
    assert "Pear {of} the valley" in html


# --- what it looks like to a browser


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.labels, self.attributes, self.tags = [], [], [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.tags.append((tag, named))
        self.attributes |= set(named)
        self.ids += [named["id"]] if "id" in named else []
        self.links += [named["href"]] if tag == "a" else []
        self.labels += [named["for"]] if tag == "label" and "for" in named else []

    def named(self, name):
        return next(attrs for tag, attrs in self.tags if attrs.get("name") == name)


class Typed(HTMLParser):
    """What stands in each field, as a browser reads the page."""

    def __init__(self, html):
        super().__init__()
        self.found, self._area = {}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "input" and named.get("type") not in {"checkbox", "radio"}:
            self.found[named["name"]] = named.get("value", "")
        if tag == "textarea":
            self._area = named["name"]
            self.found[self._area] = ""

    def handle_data(self, data):
        if self._area:
            self.found[self._area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser leaves out the first line break after the tag.
            self.found[self._area] = self.found[self._area].removeprefix("\n")
            self._area = None


def typed(html):
    return Typed(html).found


def test_links_of_the_summary_lead_to_the_fields_and_ids_are_unique(display):
    form = Everything(visit())
    assert not form.valid()
    page = Page(shown(display, form))
    led = [link.removeprefix("#") for link in page.links if link.startswith("#") and link != "#main"]
    assert len(led) == 12
    assert set(led) <= set(page.ids)
    assert set(page.labels) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert not {name for name in page.attributes if name.startswith("on")} | page.attributes & {
        "style",
        "required",
    }


def test_field_says_its_hint_its_mistake_and_that_it_is_needed(display):
    form = Everything(visit(**{**GOOD, "line": ""}))
    form.valid()
    line = Page(shown(display, form)).named("line")
    assert line["aria-describedby"] == "line-hint line-mistake"
    assert line["aria-invalid"] == line["aria-required"] == "true"
    number = Page(shown(display, form)).named("number")
    assert number["inputmode"] == "numeric"
    assert number["autocomplete"] == "off"
    assert "How? <span" in shown(display, form)  # “(if you like)”


def test_form_that_is_opened_shows_what_it_begins_with(display):
    begins = SimpleNamespace(
        line="Rye", hours=720, money=1271, day=date(2026, 11, 23), clock=time(9), many=["pear"]
    )
    form = Everything(visit(), begins)
    assert not form.sent
    found = typed(shown(display, form))
    assert (found["line"], found["hours"], found["money"]) == ("Rye", "12", "12.71")
    assert (found["day"], found["clock"]) == ("2026-11-23", "09:00")
    assert 'value="pear" checked' in shown(display, form)
    assert Everything(visit(), {"number": 3}).number.shown == "3"


def test_nothing_that_a_form_begins_with_counts_once_it_was_sent_empty():
    form = Everything(visit(), {"line": "Rye"})
    assert not form.valid()
    assert form.line.errors


def test_field_that_is_drawn_without_its_label_is_refused():
    with pytest.raises(TypeError, match=r"the\(form.line\)"):
        str(Everything(visit()).line)


def test_field_may_not_take_a_name_that_every_form_has():
    with pytest.raises(TypeError, match="can be called “data”"):
        type("Bad", (kinds.Fields,), {"data": kinds.Line(Said("x"))})


# --- several forms on a page


class Rename(kinds.Fields):
    do = "rename"
    name = kinds.Line(Said("Name"))


class Revoke(kinds.Fields):
    do = "revoke"
    name = kinds.Line(Said("Why?"))


def test_only_the_form_that_was_sent_is_bound(display):
    asked = visit(do="revoke:A/7", name="because")
    forms = [Rename(asked), Revoke(asked, which="A/6"), Revoke(asked, which="A/7")]
    assert [one.sent for one in forms] == [False, False, True]
    assert [one.name.shown for one in forms] == ["", "", "because"]
    page = Page("".join(shown(display, one) for one in forms))
    fields = [attrs["id"] for tag, attrs in page.tags if attrs.get("name") == "name"]
    assert fields == ["rename-name", "revoke-A-6-name", "revoke-A-7-name"]
    marks = [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "do"]
    assert marks == ["rename", "revoke:A/6", "revoke:A/7"]


def test_form_that_stands_alone_is_not_bound_to_a_button_of_the_page():
    class Alone(kinds.Fields):
        name = kinds.Line(Said("Name"))

    assert not Alone(visit(off="17"), {"name": "Rye"}).sent
    assert Alone(visit(off="17"), {"name": "Rye"}).name.shown == "Rye"


def test_same_questions_several_times_in_one_form_are_told_apart():
    class Hours(kinds.Fields):
        since = kinds.TimeOfDay(Said("From when?"))

    asked = visit(**{"0-since": "09:00", "1-since": "10:00"})
    assert [Hours(asked, prefix=f"{n}-").since.data for n in (0, 1)] == [time(9), time(10)]
    assert Hours(asked, prefix="1-").since.id == "1-since"


def test_top_of_the_page_finds_every_form_among_the_facts():
    forms = [Rename(visit(do="rename")), Revoke(visit(do="revoke:1"), which="1")]
    assert not any(one.valid() for one in forms)
    view = View("form.html", "x", {"a": forms[0], "rest": [{"b": forms[1]}], "mistakes": {"c": "Look."}})
    assert [name for name, _said in mistakes_of(view)] == ["c", "rename-name", "revoke-1-name"]


def test_answers_are_looked_at_together_once_each_is_right(display):
    class Span(kinds.Fields):
        since = kinds.TimeOfDay(Said("From when?"))
        until = kinds.TimeOfDay(Said("Until when?"))

        def check(self):
            if self.until.value <= self.since.value:
                self.refuse(self.until, BadInput("the end is before the beginning", remedy="Give a later one."))

    assert not Span(visit(since="9:00")).valid()
    assert Span(visit(since="9.00", until="16:30:00")).valid()
    form = Span(visit(since="09:00", until="08:00"))
    assert not form.valid()
    link = '<a href="#until">The end is before the beginning. Give a later one.</a>'
    assert link in shown(display, form)


# --- what a part may say of its forms


def test_facts_of_a_form_reach_every_sentence_of_it(display):
    class Note(kinds.Fields):
        words = kinds.Line(Said("Something else {name} does well"), hint=Said("{name} reads this."))

    html = shown(display, Note(visit(), facts={"name": "Rosa <b>"}))
    assert "Something else Rosa &lt;b&gt; does well" in html
    assert "Rosa &lt;b&gt; reads this." in html


def test_field_may_ask_in_other_words_once_the_page_is_opened(display):
    form = Rename(visit())
    form.name.ask("What do {braces} mean?")
    assert "What do {braces} mean?" in shown(display, form)


def test_form_of_another_part_speaks_with_the_words_of_its_owner():
    class Theirs(kinds.Fields):
        owner = "enterprise"
        name = kinds.Line(Said("Name of the group"))

    assert Theirs(visit()).name.asks == Said("Name of the group").of("enterprise")


def test_form_that_merely_asks_for_a_page_is_read_from_the_address():
    class LookUp(kinds.Fields):
        by_address = True
        serial = kinds.Line(Said("Serial"))

    asked = visit(serial="sent")
    asked.query = Form((("serial", "7K2M"),))
    assert LookUp(asked).serial.value == "7K2M"


def test_form_that_begins_anew_shows_nothing_that_was_sent():
    form = Everything(visit(line="typed", files={"file": PNG}), {"line": "Rye"}, anew=True)
    assert (form.line.shown, form.file.mistake) == ("Rye", None)


def test_refusal_of_a_reader_is_worded_by_the_part_where_it_says_so(display):
    class Own(kinds.Fields):
        hours = kinds.Read(Said("Hours"), minutes_of, wrong=Said("{no_hours}"))
        more = kinds.Read(Said("More"), minutes_of, wrong=Said("Write more."))

    form = Own(visit(hours="x", more="y"))
    assert not form.valid()
    assert str(form.hours.mistake) == "“x” is no number of hours. Write it such as 12."
    assert form.hours.mistake.key == "{no_hours}"
    assert str(form.more.mistake) == "Write more."


def test_all_forms_that_are_sent_together_say_what_is_wrong():
    first, second = Rename(visit()), Revoke(visit())
    assert not kinds.all_valid((first, second))
    assert first.errors
    assert second.errors


def test_choice_that_need_not_be_made_is_left_out_where_there_is_none(display):
    class Maybe(kinds.Fields):
        who = kinds.Person(Said("Who bakes?"), needed=False)

    form = Maybe(visit())
    assert "Who bakes?" not in shown(display, form)
    form.who.offer([("p1", "Rosa")])
    assert "Who bakes?" in shown(display, form)
    assert not Maybe(visit(who="p1")).valid()  # nobody was offered


def test_key_that_is_offered_alone_says_itself_and_a_person_has_a_face(display):
    class Shows(kinds.Fields):
        skill = kinds.OneOf(Said("Which?"), ["key_holder"])
        who = kinds.Person(Said("Who?"), [("p1", "Rosa")], faces=True)

    html = shown(display, Shows(visit()))
    assert "<span>Key holder</span>" in html
    assert 'data-initial="R"' in html


def test_text_of_other_hands_is_taken_as_it_is():
    """Signs that are not seen by themselves hold others together, or come along when a text is copied."""
    form = Everything(
        visit(**{**GOOD, "line": "👩\u200d🍳 bakes", "long": "a\u00a0b\u00ad\ufeffc"}, files={"file": PNG})
    )
    assert form.valid(), form.errors
    assert form.line.value == "👩\u200d🍳 bakes"
    assert form.long.value == "a\u00a0b\u00ad\ufeffc"


# --- whatever is typed

TEXTS = (
    "line",
    "long",
    "hours",
    "number",
    "money",
    "day",
    "clock",
    "one",
    "listed",
    "many",
    "who",
    "sure",
    "about",
)
NEARLY = st.from_regex(r"[0-9£,.:+-]{1,14}", fullmatch=True)
ANYTHING = st.one_of(st.text(), NEARLY, st.text("\r\n \t\u200d{}<&\"'ab", max_size=12))


@settings(max_examples=500, deadline=None)
@given(sent=st.fixed_dictionaries(dict.fromkeys(TEXTS, ANYTHING)))
def test_whatever_is_typed_comes_back_as_typed_or_is_refused_with_a_sentence(display, sent):
    body = "&".join(f"{name}={quoted(text)}" for name, text in sent.items()).encode()
    request = Asked(here="/", content_type="application/x-www-form-urlencoded", body=body)
    if any("\0" in text for text in sent.values()):
        with pytest.raises(BadInput, match="Write the text again by hand"):
            request.form()
        return
    asked = request.form()
    form = Everything(SimpleNamespace(part="bakery", form=asked, query=Form()))
    good = form.valid()
    assert good is not bool(form.mistakes)
    html = shown(display, form)
    assert html.count('<p class="mistake"') == sum(bool(one.mistake) and one.drawn != "hidden" for one in form)
    found = typed(html)
    for name, text in asked.items():
        field = form[name]
        if field.drawn in {"input", "area", "hidden"}:
            # A page has one kind of line break; html.parser leaves it to us to say so.
            assert lines(found[name]) == lines(text)
        if field.errors:
            assert str(field.mistake)
        elif name in {"line", "long"}:
            assert "".join(field.value.split()) == "".join(text.split())


def quoted(text):
    from urllib.parse import quote_plus

    return quote_plus(text)


def lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")
