"""A program that casts votes by the product's own actions until it is killed: for each line it forks some casters.

A line is a JSON list: address, proposal, seed, casters, acts of each, whether forms are known again (false is the
control), the voters, and for each voter the form that was on its way when casters were killed before. Each caster
has voters of its own. It says ``will VOTER FORM …`` before a form goes, ``took`` once its unit is committed,
``again`` where the form was done before, and ``refused`` where the product does not take it.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import traceback
import uuid

import attrs
from casting_facts import NOON, PARTS, PERMISSIONS, TELLER, WAYS

from alongside.decisions.actions import papers, telephone, voting
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.roll import Checked
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.refusal import Refusal
from alongside.store import Actor, Store
from alongside.store.unit import Guarded
from alongside.testing.engines import statements_shared
from alongside.web import sent
from alongside.web.asked import Asked

OF_FORMS = "application/x-www-form-urlencoded"


@attrs.frozen
class Form:
    """One form: its key is what it is known by when it comes again; ``way`` is what it does."""

    voter: str
    way: str
    choice: str
    key: str

    @property
    def words(self):
        return self.voter, self.key, self.way, self.choice or "-"


def send(store, proposal, form, *, known):
    """Send a form once, as the kit does: what was done before is not done again."""
    asked = Asked(here=f"/decisions/{proposal}/{form.way}", content_type=OF_FORMS, body=form.key.encode())
    person = form.voter if form.way in {"web", "take-back"} else TELLER
    with store.unit(Actor.person(person, "Somebody")) as unit:
        if known and sent.led_to(unit, asked):
            return "again"
        ACTS[form.way](unit, proposal, form)
        if known:
            sent.note(unit, asked, "/voted")
    return "took"


def by_telephone(unit, proposal, form):
    telephone.note_vote(unit, proposal, Call(person=form.voter, checked=Checked.VOICE), Ballot.of(form.choice))


ACTS = {
    "web": lambda unit, proposal, form: voting.vote(unit, proposal, Ballot.of(form.choice)),
    "phone": by_telephone,
    "take-back": lambda unit, proposal, _form: voting.take_back(unit, proposal),
    "give": lambda unit, proposal, form: papers.give(unit, proposal, form.voter),
    "back": lambda unit, proposal, form: papers.take_back(unit, proposal, form.voter),
    "came": lambda unit, proposal, form: papers.came(unit, proposal, form.voter),
}


def until_it_is_known(store, proposal, form, *, known):
    """Send a form until there is an answer: somebody else may have sent the very same at the same moment."""
    while True:
        try:
            say("will", *form.words)
            return send(store, proposal, form, known=known)
        except Guarded:
            continue
        except Refusal:
            return "refused"


def say(*words):
    os.write(1, (" ".join(words) + "\n").encode())


def opened(facts):
    store = Store(facts["address"], dispatch=Reactions(PARTS), clock=lambda: NOON)
    store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
    return store


class NeverMind(Exception):
    """Ends a unit, so that nothing of it is done."""


def practise(facts):
    """Do each thing once and undo it: what is put together for the database is there when casters are forked."""
    store = opened(facts)
    for way, act in ACTS.items():
        form = Form(facts["voters"][0], way, "option1", "practice")
        person = form.voter if way in {"web", "take-back"} else TELLER
        with contextlib.suppress(NeverMind, Refusal), store.unit(Actor.person(person, "Somebody")) as unit:
            act(unit, facts["proposal"], form)
            unit.save_trail()
            raise NeverMind
    store.close()


def cast(facts, place):
    """Cast votes for one's own voters, some forms twice, some an old one once more."""
    dice = random.Random(f"{facts['seed']}/{place}")
    store = opened(facts)
    own = facts["voters"][place :: facts["casters"]]
    waiting = [Form(*words) for words in facts["on_the_way"] if words[0] in own]
    sent_before = list(waiting)
    for turn in range(facts["acts"]):
        form = waiting[turn] if turn < len(waiting) else a_form(dice, own, facts["paper"], sent_before)
        came = until_it_is_known(store, facts["proposal"], form, known=facts["known"])
        say(came, *form.words)
        if form not in sent_before:
            sent_before.append(form)


def a_form(dice, own, on_paper, before):
    """A new form, or one that was sent before: the answer did not arrive, and she presses once more."""
    if before and dice.random() < 0.2:
        return dice.choice(before[-12:])
    voter = dice.choice(own)
    way = dice.choices(*zip(*WAYS.items(), strict=True))[0]
    if way in {"give", "back", "came"} and voter not in on_paper:
        way = "web"
    choice = dice.choice(("option1", "option2", "option3")) if way in {"web", "phone", "came"} else ""
    return Form(voter, way, choice, uuid.uuid4().hex)


def fork_caster(facts, place):
    child = os.fork()
    if child == 0:
        try:
            cast(facts, place)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def main():
    practised = set()
    for line in sys.stdin:
        facts = json.loads(line)
        if facts["address"] not in practised:
            practise(facts)
            practised.add(facts["address"])
        children = [fork_caster(facts, place) for place in range(facts["casters"])]
        say("started", *map(str, children))
        ends = {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children}
        say("ended", *map(str, sorted(ends)))


if __name__ == "__main__":
    with statements_shared():
        main()
