"""Reactions: each answers by name, and one that raises ends the unit and is named."""

import pytest
import sqlalchemy as sa

from alongside.house.finding import NotUsable
from alongside.house.reacting import Reactions
from alongside.plugin import Lazy, Part
from alongside.store import Actor, Store
from alongside.store import columns as c
from alongside.store.audit import ENTRIES

HEAD = "from alongside.plugin import hook\nTOLD = []\n\n"
LISTENS = HEAD + "@hook\ndef person_erased(person):\n    TOLD.append(person)\n"
OBJECTS = HEAD + "@hook\ndef why_not(unit, person, starts):\n    return f'{person} is away at {starts}'\n"
NO_OBJECTION = HEAD + "@hook\ndef why_not(person):\n    return None\n"
RAISES = HEAD + "@hook\ndef person_erased(unit, person):\n    raise ValueError('no bread')\n"
MISSPELT = HEAD + "@hook\ndef person_erasd(unit, person):\n    pass\n"
FAILS_TO_LOAD = "1 / 0\n"


@pytest.fixture
def part(tmp_path, monkeypatch):
    """Make a part of the name with that module of reactions."""
    monkeypatch.syspath_prepend(tmp_path)

    def made(name, reactions=None):
        package = f"toy_{tmp_path.name}_{name}".replace("-", "_")
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
        if reactions is not None:
            (tmp_path / package / "reactions.py").write_text(reactions)
        lazy = None if reactions is None else Lazy("reactions")
        return Part(name=name, title=name.title(), picture="bread", package=package, reactions=lazy)

    return made


def told(part):
    return Lazy("reactions:TOLD").load(part.package)


def test_everybody_is_told_and_those_without_reactions_were_there(part):
    first, second, quiet = part("first", LISTENS), part("second", LISTENS), part("quiet")
    names = Reactions([first, second, quiet]).tell(None, "person_erased", {"person": "rosa"})
    assert names == ("first", "second", "quiet")
    assert told(first) == told(second) == ["rosa"]


def test_one_who_was_absent_is_told_alone(part):
    first, second = part("first", LISTENS), part("second", LISTENS)
    Reactions([first, second]).tell_one(None, "second", "person_erased", {"person": "rosa"})
    assert (told(first), told(second)) == ([], ["rosa"])


def test_answers_are_collected_by_name_and_none_is_no_answer(part):
    parts = [part("bakery", OBJECTS), part("garden", NO_OBJECTION), part("quiet")]
    facts = {"person": "rosa", "starts": "nine", "ends": "ten"}
    assert Reactions(parts).collect(None, "why_not", facts) == [("bakery", "rosa is away at nine")]


def test_reaction_that_raises_is_named_in_a_note(part):
    with pytest.raises(ValueError, match="no bread") as fault:
        Reactions([part("first", LISTENS), part("bakery", RAISES)]).tell(None, "person_erased", {"person": "rosa"})
    assert fault.value.__notes__ == ["It happened in the reaction of “bakery” to person_erased."]


def test_misspelt_reaction_is_refused_and_named(part):
    with pytest.raises(NotUsable, match="It reacts to “person_erasd”, but no event is called that") as fault:
        Reactions([part("bakery", MISSPELT)]).tell(None, "person_erased", {"person": "rosa"})
    assert fault.value.__notes__ == ["The reactions of “bakery” could not be loaded."]


def test_reactions_that_fail_to_load_are_named(part):
    with pytest.raises(ZeroDivisionError) as fault:
        Reactions([part("bakery", FAILS_TO_LOAD)]).collect(None, "why_not", {})
    assert fault.value.__notes__ == ["The reactions of “bakery” could not be loaded."]


def test_reaction_that_raises_undoes_the_whole_unit(part, databases, engine_name):
    note = sa.Table("toy_note", sa.MetaData(), c.key())
    store = Store(databases.empty(engine_name), dispatch=Reactions([part("bakery", RAISES)]))
    ENTRIES.create(store.engine)
    note.create(store.engine)
    with pytest.raises(ValueError, match="no bread"), store.unit(Actor.keyboard()) as unit:
        unit._connection.execute(sa.insert(note).values(id="n1"))
        unit.tell("person_erased", person="rosa")
    with store.engine.connect() as connection:
        assert connection.execute(sa.select(note)).all() == []
    store.close()


def test_every_reaction_is_named_as_it_is_called_where_somebody_wants_to_see(part, monkeypatch, capsys):
    reactions = Reactions([part("bakery", LISTENS), part("cellar", OBJECTS), part("attic")])
    reactions.tell(None, "person_erased", {"person": "rosa"})
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("ALONGSIDE_TRACE", "1")
    reactions.tell(None, "person_erased", {"person": "rosa"})
    assert capsys.readouterr().err == "person_erased -> bakery\n"
