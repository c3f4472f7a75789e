"""What is sent of a form that was found on a page: filled in, empty, and wrong in each of its fields."""

from alongside.testing.pages.forms import forms_of

PAGE = """
<form method="post" action="/team"><input type="hidden" name="do" value="add">
<label>Who <select name="who"><option value="">Choose</option><option value="sam">Sam</option></select></label>
<select name="day"><option value="0">Monday</option><option value="1" selected>Tuesday</option></select>
<input name="words"><input type="radio" name="part" value="all"><button name="act" value="keep">Keep</button>
</form>"""


def test_what_was_not_chosen_from_a_list_is_sent_empty_as_what_was_not_written_is():
    (form,) = forms_of(PAGE, "/team")
    assert form.lists == ["who", "day"]
    assert form.emptied() == {"do": "add", "who": "", "day": "", "words": "", "act": "keep"}


def test_answer_that_no_list_has_is_sent_where_each_field_is_wrong():
    (form,) = forms_of(PAGE, "/team")
    sent, answers = form.mistaken(), {"", "sam", "0", "1"}
    assert sent["who"] not in answers
    assert sent["day"] not in answers
    assert len(sent["words"]) > 1000
    assert "part" not in sent


def test_list_is_sent_as_it_stands_where_a_form_is_to_be_taken():
    (form,) = forms_of(PAGE, "/team")
    (sent,) = form.ways_to_send()
    assert (sent["who"], sent["day"]) == ("sam", "1")
