"""One reason in three sentences: each reader has her own, and no other travels with the refusal."""

from __future__ import annotations

import pytest

from alongside.refusal import Audience, Refusal, ToEach, worded

REASON = ToEach(
    person=worded("diary", "You have reached the hours of your permitted work."),
    manager=worded("diary", "That is over the agreed limit."),
    colleagues=worded("diary", "This swap is not possible."),
)


@pytest.mark.parametrize(
    ("audience", "sentence"),
    [
        (Audience.PERSON, "You have reached the hours of your permitted work."),
        (Audience.MANAGER, "That is over the agreed limit."),
        (Audience.COLLEAGUES, "This swap is not possible."),
    ],
)
def test_each_audience_reads_its_own_sentence_and_the_refusal_carries_no_other(
    audience: Audience, sentence: str
) -> None:
    refused = Refusal(REASON.to(audience))
    assert str(refused) == sentence
    assert "permitted" not in repr(vars(refused)) or audience is Audience.PERSON
