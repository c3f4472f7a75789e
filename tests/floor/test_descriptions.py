"""Descriptions of parts and plugins: each mistake has its sentence, and what is heavy waits."""

import sys

import pytest

from alongside.plugin import Chapter, Command, Lazy, Misdescribed, OpenTo, Page, Paper, Part, Plugin, Tile

SHOW = Lazy("pages:rota")
FACTS = {"name": "bakery", "title": "Bakery", "picture": "bread", "package": "alongside_bakery"}


def plugin(**facts):
    return Plugin(**{**FACTS, "api": (1, 0), **facts})


def page(path="/rota", **facts):
    return Page(path, "Rota", "calendar", **{"needs": OpenTo.SIGNED_IN, "show": SHOW, **facts})


def paper(path="/rota.pdf", needs=OpenTo.SIGNED_IN):
    return Paper(path, "Rota", needs=needs, make=SHOW)


def tile(needs=OpenTo.SIGNED_IN):
    return Tile("Rota", needs=needs, show=SHOW)


MISTAKES = {
    "Plugin.permissions is 'plan', but must be a tuple of str": lambda: plugin(permissions="plan"),
    "Plugin.permissions is ['plan'], but must be a tuple of str": lambda: plugin(permissions=["plan"]),
    "Plugin.pages is ('/rota',), but must be a tuple of Page": lambda: plugin(pages=("/rota",)),
    "Plugin.papers is (Lazy(target='pages:rota'),), but must be a tuple of Paper": lambda: plugin(papers=(SHOW,)),
    "Plugin.pages is '/rota', but must be named once only": lambda: plugin(pages=(page(), page())),
    "Plugin.pages is '/a', but must be named once only": lambda: plugin(
        pages=(page("/a"),), papers=(paper("/a"),)
    ),
    "Plugin.permissions is 'plan', but must be named once only": lambda: plugin(permissions=("plan", "plan")),
    "Page.needs is 'plan', but must be one of see": lambda: plugin(
        permissions=("see",), pages=(page(needs="plan"),)
    ),
    "Page.needs is 'plan', but must be one of none": lambda: plugin(pages=(page(needs="plan"),)),
    "Tile.needs is 'plan', but must be one of none": lambda: plugin(tiles=(tile(needs="plan"),)),
    "Tile.needs is <OpenTo.ANYONE: 'anyone, before signing in'>, but must be a permission, or "
    "OpenTo.SIGNED_IN": lambda: plugin(tiles=(tile(needs=OpenTo.ANYONE),)),
    "Plugin.tiles is 'Rota', but must be named once only": lambda: plugin(tiles=(tile(), tile())),
    "Paper.needs is 'plan', but must be one of none": lambda: plugin(papers=(paper(needs="plan"),)),
    "Page.needs is None, but must be a permission, or OpenTo.SIGNED_IN for what everybody may open who has "
    "signed in": lambda: page(needs=None),
    "Page.needs is <OpenTo.ANYONE: 'anyone, before signing in'>, but must be a permission, or "
    "OpenTo.SIGNED_IN": lambda: plugin(pages=(page(needs=OpenTo.ANYONE),)),
    "Page.path is 'rota', but must be a path that starts with /": lambda: page("rota"),
    "Page.path is '', but must be a text that is not empty": lambda: page(""),
    "Page.largest is 12000001, but must be a number of bytes up to 12,000,000": lambda: page(largest=12_000_001),
    "Page.largest is True, but must be a number of bytes up to 12,000,000": lambda: page(largest=True),
    "Page.send is 'pages:send', but must be a Lazy or None": lambda: page(send="pages:send"),
    "Lazy.target is 'pages/rota', but must be “module:attribute” or “module”": lambda: Lazy("pages/rota"),
    "Lazy.target is 'pages:', but must be “module:attribute” or “module”": lambda: Lazy("pages:"),
    "Command.name is 'Fill it', but must be lower-case letters, digits and -": lambda: Command(
        "Fill it", "Fill.", run=SHOW
    ),
    "Command.help is ' ', but must be a text that is not empty": lambda: Command("fill", " ", run=SHOW),
    "Chapter.figures is 'x', but must be a Lazy or None": lambda: Chapter("Hours", SHOW, figures="x"),
    "Plugin.name is 'Bakery', but must be lower-case letters, digits and _": lambda: plugin(name="Bakery"),
    "Plugin.title is None, but must be a text that is not empty": lambda: plugin(title=None),
    "Plugin.tables is 'tables', but must be a Lazy or None": lambda: plugin(tables="tables"),
    "Plugin.api is '1.0', but must be a tuple of int": lambda: plugin(api="1.0"),
    "Plugin.api is (1,), but must be two numbers, such as (1, 0)": lambda: plugin(api=(1,)),
}


@pytest.mark.parametrize("sentence", MISTAKES)
def test_mistake_in_a_description_has_its_sentence(sentence):
    with pytest.raises(Misdescribed) as mistake:
        MISTAKES[sentence]()
    assert str(mistake.value) == sentence


def test_whole_description_is_taken():
    whole = plugin(
        permissions=("see", "plan"),
        pages=(page(), page("/rota/{day}", needs="see", send=Lazy("pages:send_rota"))),
        papers=(paper(needs="plan"),),
        commands=(Command("fill", "Fill the rota.", run=Lazy("commands:fill")),),
        chapters=(Chapter("Hours", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tiles=(tile(needs="plan"),),
    )
    assert isinstance(whole, Part)
    assert whole.pages[1].needs == "see"


def test_lazy_thing_is_imported_when_it_is_asked_for(tmp_path, monkeypatch):
    package = tmp_path / "toy_bakery_of_floor"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "pages.py").write_text("def rota():\n    return 'bread'\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert "toy_bakery_of_floor.pages" not in sys.modules
    assert SHOW.load("toy_bakery_of_floor")() == "bread"
    assert Lazy("pages").load("toy_bakery_of_floor").rota() == "bread"
