"""Refusals: one clear sentence that says what, where, and what to do; and a status for pages."""

import pytest

from alongside.refusal import BadInput, NotAllowed, NotFound, Refusal, SomebodyWasFaster


@pytest.mark.parametrize(
    ("refusal", "sentence", "status"),
    [
        (
            NotAllowed("Rosa", "cafe.plan", "Orchard Café"),
            "Rosa may not do this for Orchard Café: it needs “cafe.plan”. Ask a steward to give it.",
            403,
        ),
        (
            NotFound("person", "rsoa", "Did you mean “rosa”?"),
            "There is no person “rsoa”. Did you mean “rosa”?",
            404,
        ),
        (NotFound("person", "rsoa"), "There is no person “rsoa”.", 404),
        (
            SomebodyWasFaster("shift"),
            "Somebody else has just changed this shift. Look at it again, then try once more.",
            409,
        ),
        (
            BadInput("“32 May” is not a day", where="people.csv, row 4, born", remedy="Write it 2026-05-31."),
            "people.csv, row 4, born: “32 May” is not a day. Write it 2026-05-31.",
            400,
        ),
        (BadInput("the file is empty"), "The file is empty.", 400),
    ],
)
def test_refusal_says_what_where_and_what_to_do(refusal, sentence, status):
    assert isinstance(refusal, Refusal)
    assert (refusal.sentence, refusal.status) == (sentence, status)
