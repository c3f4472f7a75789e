"""A program that writes cups, to be killed or timed: for each line on standard input it forks a row of writers.

A line is ``HOW WRITERS UNITS ADDRESS``. Each writer says ``took CUP MILLISECONDS`` for a unit and ``refused WHY``
for one that the database would not have; ``started PID …`` and ``ended`` stand round the row.
"""

import os
import sys
import time
import uuid

import sqlalchemy as sa
from conftest import CUP, CUPS, Cup

from alongside.store import Actor, Store
from alongside.store.engine import engine_for
from alongside.store.trouble import DatabaseTrouble


def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def a_cup():
    return Cup(id=uuid.uuid4().hex, owner="rosa", colour="green")


def said_after(address, turns):
    """The store as it is: acknowledged when the unit has returned."""
    store = Store(address)
    for _ in turns:
        cup, began = a_cup(), time.perf_counter()
        with store.unit(Actor.keyboard()) as unit:
            unit.add(CUPS, cup)
        say("took", cup.id, 1000 * (time.perf_counter() - began))


def said_before(address, turns):
    """The control for kills: acknowledged while the unit is still open."""
    store = Store(address)
    for _ in turns:
        cup = a_cup()
        with store.unit(Actor.keyboard()) as unit:
            unit.add(CUPS, cup)
            say("took", cup.id, 0)


def without_turns(address, turns):
    """The control for turns: read, then write, in a transaction that did not say it would write."""
    engine = engine_for(address)
    for _ in turns:
        began, cup = time.perf_counter(), a_cup()
        try:
            with engine.begin() as connection:
                connection.execute(sa.select(sa.func.count()).select_from(CUP)).scalar()
                connection.execute(sa.insert(CUP).values(CUPS.to_row(cup)))
            say("took", cup.id, 1000 * (time.perf_counter() - began))
        except DatabaseTrouble as refused:
            say("refused", refused)


HOW = {"after": said_after, "before": said_before, "without_turns": without_turns}


def fork_writer(how, units, address):
    """Fork one writer, which never comes back from here."""
    child = os.fork()
    if child == 0:
        try:
            HOW[how](address, range(units))
        finally:
            os._exit(0)
    return child


def main():
    for line in sys.stdin:
        how, writers, units, address = line.split()
        children = [fork_writer(how, int(units), address) for _ in range(int(writers))]
        say("started", *children)
        for child in children:
            os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
