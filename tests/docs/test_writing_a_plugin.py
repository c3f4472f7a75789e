"""The guide for plugins names every module of the api, every event and every fault; a story runs its code."""

import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import alongside.api
from alongside import events
from alongside.scaffold.fault import Kind

PAPER = Path(__file__).parents[2] / "docs" / "writing-a-plugin.md"


def table(heading):
    """The rows of the first table under a heading, each a list of cells."""
    under = PAPER.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in under.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def names(text):
    return re.findall(r"`(\w[\w.]*)`", text)


def test_every_module_of_the_api_is_listed_and_holds_what_is_said_of_it():
    modules = {name: names(said) for cell, said in table("What you may import") for name in names(cell)}
    inside = {f"alongside.api.{name}" for _, name, _ in pkgutil.iter_modules(alongside.api.__path__)}
    assert set(modules) == {"alongside.api", *inside}
    for module, mentioned in modules.items():
        assert set(mentioned) <= set(import_module(module).__all__), module


def test_the_refusal_on_the_page_says_what_the_page_says():
    under = PAPER.read_text(encoding="utf-8").split("### What is refused\n")[1].split("\n### ")[0]
    examples = re.findall(r"```python\n(.*?)```", under, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        exec(example, {})  # noqa: S102 - our own page


def test_every_event_is_listed_with_its_arguments():
    listed = {names(event)[0]: names(arguments) for event, arguments, _ in table("What you may react to")}
    real = {
        name: list(inspect.signature(function).parameters)
        for name, function in vars(events).items()
        if inspect.isfunction(function) and hasattr(function, "alongside_spec")
    }
    assert listed == {name: given for name, given in real.items() if name != "alongside_plugin"}


def test_every_fault_that_the_check_names_is_listed():
    assert [row[0] for row in table("What the check names")] == [kind.value for kind in Kind]
