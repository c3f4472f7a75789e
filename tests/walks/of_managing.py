"""Walks of whoever runs a business: new rates of pay for everybody in it, and whether somebody's work is a job."""

from .walk import Walk


def new_rates(hands, place):
    hands.menu("Who works where")
    hands.unfold("Other pages")
    hands.follow("New pay")
    hands.write("Pounds an hour for Isaac Field", "19.50")
    hands.follow("Agree this pay")
    hands.sees("One person gets new pay")
    agreed = "SELECT count(*) FROM placements_placement WHERE rate = 1950 AND person = :isaac"
    assert place.asked(agreed, isaac=place.of("Isaac Field")) == 1


def a_job_or_not(hands, place):
    hands.menu("Who works where")
    hands.unfold("Other pages")
    hands.follow("Is this a job?")
    hands.follow("Answer")
    hands.choose("We change", name="verdict")
    hands.follow("Go on")
    hands.tick("They come when they like")
    hands.write("What did you agree", "He says each week if he comes")
    hands.follow("Keep this answer")
    hands.sees("We kept your answer.")
    kept = "SELECT verdict FROM placements_status_review WHERE person = :stan AND answered_by = :person"
    assert place.asked(kept, stan=place.of("Stan Kowalski")) == "change"


WALKS = (
    Walk(
        name="agree new rates of pay", steps=new_rates, who="Dev Chaudhary", most=60, sends=("/placements/rates",)
    ),
    Walk(
        name="say whether somebody's work is a job",
        steps=a_job_or_not,
        who="Dev Chaudhary",
        most=60,
        sends=("/is-this-a-job/{review}", "/is-this-a-job/{review}/{answer}"),
    ),
)
