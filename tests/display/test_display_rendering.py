"""Views become pages, papers and insides."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from alongside.display import Edition, Said, View
from alongside.display.frame import Item, Notice, Who

DAY = View("day.html", "Bakery", {"starts": datetime(2026, 6, 5, 9, tzinfo=UTC), "helper": "Priya", "loaves": 3})


def test_instant_is_shown_as_clocks_in_the_zone_show_it(display):
    assert "<strong>10:00</strong>" in display.render("bakery", DAY)
    assert "<strong>11:00</strong>" in display.render("bakery", DAY, zone="Europe/Paris")


def test_time_without_a_zone_is_refused(display):
    naive = View("day.html", "Bakery", {**DAY.facts, "starts": datetime(2026, 6, 5, 9)})  # noqa: DTZ001 - that is the fault
    with pytest.raises(ValueError, match="no time zone"):
        display.render("bakery", naive)


def test_edition_and_own_words_reach_every_sentence(display):
    easy = display.render("bakery", DAY, edition=Edition.EASY, words={"supporter": "helper"})
    assert "You bake. Your helper is there." in easy
    assert "There are 3 loaves." in easy
    assert "10\u00a0o’clock in\u00a0the\u00a0morning" in easy


def test_easy_template_is_taken_for_easy_read_only(display):
    week = View("week.html", "Week")
    assert "The easy one." in display.render("bakery", week, edition=Edition.EASY)
    assert "standard edition alone" in display.render("bakery", week)


def test_title_is_worded_and_braces_of_people_are_left_alone(display):
    page = display.render("bakery", DAY, frame="page", edition=Edition.EASY)
    assert "<h1>The place where we bake</h1>" in page
    braced = View("week.html", "A {strange} name & more")
    assert "<h1>A {strange} name &amp; more</h1>" in display.render("bakery", braced, frame="page")
    said = View("week.html", Said("Rota for {name}", name="<Rosa>"))
    assert "<h1>Rota for &lt;Rosa&gt;</h1>" in display.render("bakery", said, frame="page")


def test_names_are_escaped(display):
    shown = display.render(
        "bakery", View("day.html", "Bakery", {**DAY.facts, "helper": "<script>alert(1)</script>"})
    )
    assert "<script>" not in shown


def test_forgotten_fact_is_an_error(display):
    with pytest.raises(UndefinedError, match="helper"):
        display.render("bakery", View("day.html", "Bakery", {"starts": DAY.facts["starts"]}))


def test_template_of_another_part_is_not_reached(display):
    with pytest.raises(TemplateNotFound):
        display.render("bakery", View("forms.html", "Bakery"))


@pytest.mark.parametrize("name", ["/etc/passwd.html", "week.easy.html", "week"])
def test_view_with_a_strange_template_name_is_refused(name):
    with pytest.raises(ValueError, match="template"):
        View(name, "Week")


def test_page_frame_shows_who_where_and_what_changed(display):
    page = display.render(
        "bakery",
        DAY,
        frame="page",
        enterprise="Tideline Together",
        menu=[Item(title="Home", path="/"), Item(title="Bakery", path="/bakery", part="bakery")],
        here="/bakery/day",
        who=Who(name="Sam", helper="Priya"),
        notices=[Notice(text=Said("{day} has changed.", day="Friday"), look="See the new time.", path="#friday")],
        mistakes=[("mail", "Write the address.")],
    )
    assert page.count('<a href="/bakery" aria-current="true">') == 2
    assert 'href="/" aria-current' not in page
    assert "Sam is here. Priya is helping." in page
    assert "Friday has changed." in page
    assert '<a href="#mail">Write the address.</a>' in page
    assert '<html lang="en-GB">' in page
    assert "OpenMoji, CC BY-SA 4.0" in page
    assert "style=" not in page
    assert re.findall(r"<script[^>]*>", page) == ['<script src="/static/scripts/read-aloud.js" defer>']


def test_mistakes_at_the_top_are_said_as_beside_their_fields(display):
    mistakes = [("helper", Said("You bake with your {supporter}.")), ("loaves", "“{x}” is no number.")]
    page = display.render("bakery", DAY, frame="page", edition=Edition.EASY, mistakes=mistakes)
    assert '<a href="#helper">You bake. Your supporter is there.</a>' in page
    assert '<a href="#loaves">“{x}” is no number.</a>' in page


def test_readers_at_the_same_time_each_get_their_own_edition(display):
    def one(edition):
        return "There are 3 loaves." in display.render("bakery", DAY, edition=edition)

    editions = [Edition.EASY, Edition.STANDARD] * 20
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, editions)) == [edition is Edition.EASY for edition in editions]


def test_table_whose_rows_are_all_kept_back_still_has_a_row(display):
    """A body without rows is broken for a screen reader, and the paper it is on is no accessible PDF."""
    shown = display.render("bakery", View("loaves.html", "Loaves", {"rows": [["Rye", "12"]]}))
    assert ("12" in shown, shown.count("<tfoot>")) == (True, 1)
    kept_back = display.render("bakery", View("loaves.html", "Loaves", {"rows": []}))
    assert re.search(r"<tbody>\s*<tr><th scope=\"row\">All</th>", kept_back)
    assert "<tfoot>" not in kept_back


@pytest.mark.parametrize(
    ("pages", "edition", "found"),
    [
        (6, Edition.STANDARD, []),
        (7, Edition.STANDARD, ["beside-this wide", "more beside-this narrow"]),
        (7, Edition.EASY, ["more beside-this"]),
    ],
)
def test_many_pages_beside_this_one_fold_up_where_there_is_little_room(display, pages, edition, found):
    below = [Item(title=f"Page {n}", path=f"/page/{n}") for n in range(pages)]
    page = display.render("bakery", DAY, frame="page", edition=edition, below=below, here="/page/0")
    assert re.findall(r'class="([^"]*beside-this[^"]*)"', page) == found
