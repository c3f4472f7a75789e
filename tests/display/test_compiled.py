"""Compiled templates are shared, and a changed one is never shown as it was."""

from jinja2 import DictLoader, Environment, FileSystemLoader

from alongside.display.compiled import Compiled


def shown(folder, compiled):
    return (
        Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled, autoescape=True)
        .get_template("a.html")
        .render()
    )


def test_template_that_was_compiled_for_one_display_is_not_compiled_for_the_next(tmp_path, monkeypatch):
    compiled = Compiled()
    (tmp_path / "a.html").write_text("Tea", encoding="utf-8")
    assert shown(tmp_path, compiled) == "Tea"
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: 1 / 0)
    assert shown(tmp_path, compiled) == "Tea"


def test_template_that_has_changed_is_shown_as_it_is_now(tmp_path):
    compiled = Compiled()
    (tmp_path / "a.html").write_text("Tea", encoding="utf-8")
    assert shown(tmp_path, compiled) == "Tea"
    (tmp_path / "a.html").write_text("Cake", encoding="utf-8")
    assert shown(tmp_path, compiled) == "Cake"


def test_templates_of_one_name_in_two_places_are_two(tmp_path):
    compiled = Compiled()
    for text in ("Tea", "Cake"):
        place = tmp_path / text
        place.mkdir()
        (place / "a.html").write_text(text, encoding="utf-8")
        assert shown(place, compiled) == text
    loader = DictLoader({"a.html": "Soup"})
    assert (
        Environment(loader=loader, bytecode_cache=compiled, autoescape=True).get_template("a.html").render()
        == "Soup"
    )
