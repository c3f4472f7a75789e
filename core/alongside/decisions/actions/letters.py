"""What members are told: that the talk began, that a vote opened, that it ends today, what came out of it.

Written in the unit in which it happens. Sentences carry the title in both wordings; an edition takes its own. No
name stands in them: whoever was elected is read on the page, which finds an erased person nameless.
"""

from __future__ import annotations

from datetime import date

import attrs

from alongside.decisions import saying
from alongside.decisions.level import Level
from alongside.decisions.outcome import Outcome
from alongside.decisions.proposal import Proposal
from alongside.messages import outbox
from alongside.messages.message import Sentence
from alongside.store import Unit

PART = "decisions"


def _(key: str, picture: str = "ballot", **facts: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, facts=facts, picture=picture)


def write(unit: Unit, about: Proposal, person: str, what: str, title: Sentence, *lines: Sentence) -> None:
    """Write a letter about a proposal; nothing where the same was written to her before."""
    path = f"/decisions/{about.id}"
    outbox.write_to(unit, person, f"decisions:{what}", PART, title, lines, path=path)


def _call(unit: Unit, about: Proposal, person: str, what: str, title: Sentence, *lines: Sentence) -> None:
    """Write that she can vote: it goes no more once the vote is over."""
    path = f"/decisions/{about.id}"
    outbox.write_to(unit, person, f"decisions:{what}", PART, title, lines, path=path, until=about.closes)


def what_is_asked(about: Proposal) -> Sentence:
    """Say what is asked, as the first sentence of a letter."""
    return _("**{title}**", "speech", title=about.title, easy_title=about.easy_title)


def _until(about: Proposal) -> Sentence:
    return attrs.evolve(_("You can vote until {closes}.", "calendar"), moments={"closes": about.closes})


def talk_began(unit: Unit, about: Proposal, person: str, zone: str) -> None:
    """Tell a member that there is something to read and ask about."""
    lines = [what_is_asked(about), _("You can ask questions.", "question")]
    first = about.opens_from(zone)
    if first:
        lines.append(attrs.evolve(_("The vote may open on {day}.", "calendar"), days={"day": first}))
    write(unit, about, person, f"talk:{about.id}", _("Something to read and talk about"), *lines)


def said_anew(unit: Unit, about: Proposal, person: str, zone: str) -> None:
    """Tell a member that a text she may have read is another one by now, and from when on the vote may open."""
    outbox.take_back(unit, f"decisions:talk:{about.id}", person)
    outbox.replaced(unit, f"decisions:said-anew:{about.id}:", person)
    lines = [what_is_asked(about), _("The words have **changed**. Please read them again.", "changed")]
    first = about.opens_from(zone)
    if first:
        lines.append(attrs.evolve(_("The vote may open on {day}.", "calendar"), days={"day": first}))
    key = f"said-anew:{about.id}:{unit.now:%Y-%m-%dT%H:%M:%S}"
    write(unit, about, person, key, _("The words have changed"), *lines)


def vote_opened(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody on the roll that she can vote now."""
    lines = (what_is_asked(about), _until(about), _who_sees(about))
    _call(unit, about, person, f"opened:{about.id}", _("You can vote now"), *lines)


def _who_sees(about: Proposal) -> Sentence:
    return {
        Level.OPEN: _("It is an open vote: after the count, everybody sees what you chose.", "people"),
        Level.PRIVATE: _("Your vote is private.", "lock"),
        Level.LOCKED: _("Your vote is private, in a locked box.", "key"),
    }[about.level]


def vote_again(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody on the roll that the votes were lost with their key, and that she is asked again."""
    _forget_calls(unit, about, person)
    outbox.replaced(unit, f"decisions:ended-early:{about.id}:", person)
    lost = _("The votes are lost, so please **vote again**.", "changed")
    key = f"again:{about.id}:{str(about.public_key)[:16]}"
    _call(unit, about, person, key, _("Please vote again"), what_is_asked(about), lost, _until(about))


def ended_early(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody that no more votes are taken, and that the reason stands on the page."""
    vote_is_over(unit, about, person)
    over = _("The vote has **ended early**.", "wait")
    why = _("Read why on the page.", "question")
    # A vote that was begun again has another key, and may be ended early again.
    key = f"ended-early:{about.id}:{str(about.public_key)[:16]}"
    write(unit, about, person, key, _("A vote has ended early"), what_is_asked(about), over, why)


def votes_lost(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody on the roll that the votes of a locked box were lost, and that she is asked again soon."""
    _forget_calls(unit, about, person)
    lost = _("The key is lost, and the votes with it.", "key")
    soon = _("You can **vote again** soon. We tell you when.", "wait")
    key = f"lost:{about.id}:{str(about.public_key)[:16]}"
    write(unit, about, person, key, _("The votes are lost"), what_is_asked(about), lost, soon)


def withdrawn(unit: Unit, about: Proposal, person: str, *, votes: bool) -> None:
    """Tell somebody that it was withdrawn, and her ballot is gone if she had one. Why stands on the page."""
    gone = _("This vote was **taken back**.", "changed")
    lines = [_("This vote was **taken back**. Your vote is gone.", "changed") if votes else gone]
    lines += [_("The page says why.", "list")] if about.opens else []
    write(unit, about, person, f"withdrawn:{about.id}", _("A vote was taken back"), what_is_asked(about), *lines)


def vote_is_over(unit: Unit, about: Proposal, person: str) -> None:
    """Take back what has not gone yet and is not so any more: nobody is told to vote after the end."""
    outbox.take_back(unit, f"decisions:talk:{about.id}", person)
    outbox.replaced(unit, f"decisions:said-anew:{about.id}:", person)
    _forget_calls(unit, about, person)


_REMINDERS = ("ends-soon", "last-day")


def _forget_calls(unit: Unit, about: Proposal, person: str) -> None:
    """Take back all that says that she can vote, or soon."""
    _forget(unit, about, person, "opened", "again", "lost", "more-days", *_REMINDERS)


def _forget(unit: Unit, about: Proposal, person: str, *kinds: str) -> None:
    for what in kinds:
        outbox.replaced(unit, f"decisions:{what}:{about.id}:", person)


_DONE = _("Have you voted? Then **all is done**.", "done")
"""Said to everybody who is reminded: some are, voted or not (see ``reactions``)."""


def ends_soon(unit: Unit, about: Proposal, person: str, *, private: bool) -> None:
    """Remind somebody that a vote ends in a day or two; once."""
    key = f"ends-soon:{about.id}:{about.closes:%Y-%m-%dT%H:%M}"
    lines = (what_is_asked(about), _until(about), _DONE)
    _remind(unit, about, person, key, _("A vote ends soon"), *lines, private=private)


def last_day(unit: Unit, about: Proposal, person: str, day: date, *, private: bool) -> None:
    """Remind somebody that she can vote until today."""
    today = _("Today is the **last day** to vote.", "calendar")
    lines, title = (what_is_asked(about), today, _DONE), _("Today is the last day to vote")
    _remind(unit, about, person, f"last-day:{about.id}:{day}", title, *lines, private=private)


def _remind(
    unit: Unit, about: Proposal, person: str, what: str, title: Sentence, *lines: Sentence, private: bool
) -> None:
    key, path = f"decisions:{what}", f"/decisions/{about.id}"
    outbox.remind(unit, person, "vote", key, PART, title, lines, path=path, until=about.closes, private=private)


def more_days(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody on the roll that there is more time to vote, because members are not sure or want to talk."""
    _forget(unit, about, person, "more-days", *_REMINDERS)
    longer = _("There is **more time** to vote.", "wait")
    key = f"more-days:{about.id}:{about.closes:%Y-%m-%dT%H:%M}"
    _call(unit, about, person, key, _("There is more time to vote"), what_is_asked(about), longer, _until(about))


def wants_to_talk(unit: Unit, about: Proposal, person: str, how_many: int) -> None:
    """Tell whoever proposed it, or a teller, that a member wants to talk; who it is stands on the page."""
    talk = _("Somebody wants to **talk** about this.", "speech")
    look = _("Look on the page who it is.", "people")
    # By the moment too: where one has voted and another waits, there are as many as before.
    key = f"wants-to-talk:{about.id}:{how_many}:{unit.now:%Y-%m-%dT%H:%M:%S}"
    write(unit, about, person, key, _("Somebody wants to talk with you"), what_is_asked(about), talk, look)


def result(unit: Unit, about: Proposal, outcome: Outcome, person: str) -> None:
    """Tell somebody on the roll what came out, without the name of anybody; she can vote no more."""
    vote_is_over(unit, about, person)
    if any(about.option(key).person for key in (*outcome.chosen_ones, *outcome.tied)):
        came_out = [_("Members have places now. See who they are on the page.", "people")]
    else:
        verdict, reason = saying.verdict(about, outcome), saying.reason(about, outcome)
        came_out = [_plain(verdict, "done" if outcome.chosen_ones else "scales"), _plain(reason, "people")]
    early = [_("The vote ended early.", "wait")] if about.ended_early else []
    came_out += [_plain(sentence, "lock") for sentence in saying.not_counted(about, outcome.damaged)]
    thanks = _("Thank you for deciding together.", "handshake")
    title = _("The votes are counted")
    write(unit, about, person, f"result:{about.id}", title, what_is_asked(about), *came_out, *early, thanks)


def objections_wait(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody who may look at objections that they wait for her, and for somebody with her."""
    wait = _("There are **objections**. They wait for you.", "raised-hand")
    two = _("Two of you look at each, and answer.", "people")
    path = f"/decisions/{about.id}/objections"
    title, lines = _("Objections wait for an answer"), (what_is_asked(about), wait, two)
    outbox.write_to(unit, person, f"decisions:objections:{about.id}", PART, title, lines, path=path)


def objections_answered(unit: Unit, about: Proposal, person: str) -> None:
    """Take back what has not reached her: the objections wait no more."""
    outbox.take_back(unit, f"decisions:objections:{about.id}", person)


def settled(unit: Unit, about: Proposal, outcome: Outcome, person: str) -> None:
    """Tell somebody on the roll what was decided once the objections were looked at."""
    came_out = _plain(saying.verdict(about, outcome), "done" if outcome.chosen_ones else "scales")
    read = _("Read the objections and the answers on the page.", "raised-hand")
    title = _("The objections were looked at")
    write(unit, about, person, f"settled:{about.id}", title, what_is_asked(about), came_out, read)


def _plain(sentence: saying.Sentence, picture: str) -> Sentence:
    return Sentence(key=sentence.key, facts={k: str(v) for k, v in sentence.facts.items()}, picture=picture)


def rung_in(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody that her vote by telephone is noted: whoever did not ring can say so in time."""
    noted = _("We noted your vote **by telephone**.", "phone")
    change = _("Was it not you? Tell us. You can vote again until the end.", "help")
    outbox.replaced(unit, f"decisions:rung-in:{about.id}:", person)
    key = f"rung-in:{about.id}:{unit.now:%Y-%m-%dT%H:%M:%S}"
    write(unit, about, person, key, _("Your vote by telephone"), what_is_asked(about), noted, change)


def put_forward(unit: Unit, about: Proposal, person: str) -> None:
    """Ask a member whom another would like to see elected; who that is stands on the page."""
    asks = _("Somebody asks you to **stand**.", "people")
    free = _("You choose. You can say **yes** or **no**.", "question")
    title = _("Do you want to stand?")
    write(unit, about, person, f"put-forward:{about.id}", title, what_is_asked(about), asks, free)


def somebody_withdrew(unit: Unit, about: Proposal, person: str, option: str, *, votes: bool) -> None:
    """Tell somebody that one of those who stood has withdrawn; who that is stands on the page."""
    gone = _("Somebody who stood has **withdrawn**. See the page.", "people")
    stays = _("Your vote stays. You can change it until {closes}.", "ballot")
    lines = [what_is_asked(about), gone]
    if votes and unit.now < about.closes:
        lines.append(attrs.evolve(stays, moments={"closes": about.closes}))
    write(unit, about, person, f"withdrew:{about.id}:{option}", _("Somebody has withdrawn"), *lines)


def candidate_asked(unit: Unit, about: Proposal, person: str, question: str) -> None:
    """Tell somebody who stands that a question waits for her."""
    waits = _("Somebody asks you a **question**.", "question")
    free = _("You can answer once, or say that you would rather not.", "speech")
    key = f"candidate-asked:{question}"
    write(unit, about, person, key, _("A question waits for you"), what_is_asked(about), waits, free)


def noted_as_standing(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody that a teller has noted that she stands: if she never said so, she can say that."""
    noted = _("We noted that you **stand**. Your name is on the ballot.", "people")
    change = _("Is that not right? Take your name off on the page, or tell us.", "help")
    key = f"noted-as-standing:{about.id}:{unit.now:%Y-%m-%dT%H:%M:%S}"
    write(unit, about, person, key, _("You stand for election"), what_is_asked(about), noted, change)


def noted_as_not_standing(unit: Unit, about: Proposal, person: str) -> None:
    """Tell somebody that a teller has noted that she stands no more: she may stand again until the vote opens."""
    outbox.replaced(unit, f"decisions:noted-as-standing:{about.id}:", person)
    noted = _("We noted that you **do not stand** any more.", "people")
    change = _("Is that not right? Stand again on the page, or tell us.", "help")
    key = f"stands-no-more:{about.id}:{unit.now:%Y-%m-%dT%H:%M:%S}"
    write(unit, about, person, key, _("You do not stand any more"), what_is_asked(about), noted, change)


def question_answered(unit: Unit, about: Proposal, person: str, answer: str) -> None:
    """Tell whoever asked that there is an answer."""
    read = _("Your question has an **answer**.", "speech")
    write(unit, about, person, f"answer:{answer}", _("Your question has an answer"), what_is_asked(about), read)


def review_due(unit: Unit, about: Proposal, person: str) -> None:
    """Ask whoever proposed it, or a teller where she is gone, whether what was decided has happened."""
    ask = _("Did it happen? Please tell the others.", "question")
    key = f"review:{about.id}:{about.review}"
    write(unit, about, person, key, _("Did it happen?"), what_is_asked(about), ask)


def count_due(unit: Unit, about: Proposal, person: str) -> None:
    """Tell a teller that a vote is past its end and waits to be counted."""
    waits = _("The vote has ended. Please count it.", "clipboard")
    key = f"count:{about.id}:{about.closes:%Y-%m-%dT%H:%M}"
    write(unit, about, person, key, _("A vote waits to be counted"), what_is_asked(about), waits)
