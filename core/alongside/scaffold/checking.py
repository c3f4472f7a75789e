"""Checks a plugin: loads it, gives it an invented enterprise, and names everything that is not right.

One fault does not hide another: what cannot be loaded is left out, and the rest is tried all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alongside.display import Edition
from alongside.display.missing import missing_texts
from alongside.faults import Heard, heard
from alongside.house.reporting import write_report
from alongside.instants import Period
from alongside.plugin import Plugin
from alongside.scaffold.checking_pages import Opened, open_pages
from alongside.scaffold.checking_reactions import person_faults, reaction_faults
from alongside.scaffold.checking_shares import sheet_faults, tile_faults
from alongside.scaffold.checking_tables import table_faults
from alongside.scaffold.fault import Fault, Kind, Report, said
from alongside.scaffold.loading import Loaded, load, target_of
from alongside.scaffold.trial import DAY, Trial, invent, trial


def check_plugin(name: str, folder: Path | None = None) -> Report:
    """Check a plugin, as it is installed or in the folder of its distribution."""
    with target_of(name, folder) as target:
        loaded = load(name, target)
        if loaded.plugin is None:
            return Report(name, loaded.faults)
        with trial(loaded.plugin) as now:
            return _tried(now, loaded)


def _tried(now: Trial, loaded: Loaded) -> Report:
    faults, opened = [*loaded.faults, *table_faults(now)], Opened()
    invent(now)
    open_pages(now, opened)  # first as it is on its first day, with nothing in it
    faults += _demo_faults(now)
    open_pages(now, opened)
    faults += [*opened.faults.values(), *_chapter_faults(now), *tile_faults(now), *sheet_faults(now)]
    if now.plugin.reactions or not loaded.faults:  # else it is known already that they could not be loaded
        faults += [*reaction_faults(now), *person_faults(now)]
    notes = (*_page_notes(now.plugin, opened), *_text_notes(now.plugin))
    return Report(now.plugin.name, tuple(faults), notes, tuple(_looked_at(now.plugin, opened)))


def _demo_faults(now: Trial) -> Iterator[Fault]:
    plugin = now.plugin
    if plugin.demo is None:
        return
    try:
        plugin.demo.load(plugin.package)(now.demo)
    except Exception as fault:  # whatever a stranger's demo raises
        words = f"Its demo raises {said(fault, plugin.package)}. Mend it, or leave demo out of __init__.py."
        yield Fault(Kind.DEMO, words)


def _chapter_faults(now: Trial) -> Iterator[Fault]:
    """Write the chapters of this quarter and the last, in both editions."""
    quarter, found = Period.quarter(DAY), dict[str, Fault]()
    for period in (quarter.before, quarter):
        for edition in Edition:
            with heard() as raised, now.house.reading() as unit:
                write_report(unit, (now.plugin,), now.house.display, period, edition)
            for one in raised:
                found.setdefault(one.what, _chapter_fault(now.plugin, one))
    yield from found.values()


def _chapter_fault(plugin: Plugin, raised: Heard) -> Fault:
    words = (
        f"{raised.what[:1].upper()}{raised.what[1:]} could not be written: {said(raised.fault, plugin.package)}."
    )
    return Fault(Kind.CHAPTER, f"{words} Mend it there; a chapter tells also of a time in which nothing happened.")


def _page_notes(plugin: Plugin, opened: Opened) -> Iterator[str]:
    for path in [page.path for page in plugin.pages] + [paper.path for paper in plugin.papers]:
        if path not in opened.reached:
            yield f"No page led to “{path}”, so it was not opened."
    yield from opened.notes


def _text_notes(plugin: Plugin) -> Iterator[str]:
    for missing in missing_texts({plugin.name: plugin.package}):
        for key in missing.keys:
            yield f"“{key}” has no wording in locale/{missing.edition.value}.po; it is shown in standard English."


def _looked_at(plugin: Plugin, opened: Opened) -> Iterator[str]:
    yield f"{_many(len(plugin.pages) + len(plugin.papers), 'page')}, opened {opened.times} times"
    yield f"{_many(len(plugin.chapters), 'chapter')}, written in both editions for two quarters"
    yield f"{_many(len(plugin.tiles), 'tile')} and {_many(len(plugin.day_sheets), 'day sheet')}, shown"
    yield f"{_many(len(plugin.commands), 'command')}, loaded"


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
