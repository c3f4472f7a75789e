"""Views become HTML: one environment of templates for all parts, each under its own prefix.

Who is spoken to (edition, own words, zone, page or paper) is the same for everything in one rendering,
macros included, so it travels beside the templates and not through every call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from typing import Any, Literal

import attrs
from jinja2 import BaseLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from alongside.display import charts, clock, colours, pictures, stylesheet, web_fonts, wording
from alongside.display.compiled import COMPILED
from alongside.display.frame import PageFrame, PaperFrame
from alongside.display.marked_forms import MarkedForms, marked
from alongside.display.sentences import each_sentence, in_words
from alongside.display.texts import OWN_WORDS, Said, Why, bold, fill, folder_of, plain
from alongside.display.texts import wording as worded
from alongside.display.texts import wording_many as worded_many
from alongside.display.view import Edition, View
from alongside.instants import LONDON, aware, local

Frame = Literal["page", "paper", "sheet", "inside"]
Mistake = str | Said | tuple[str | Said, ...]
"""A sentence about a field, or the question that it asks and then the sentence."""


def _no_mark() -> str:
    return ""


@attrs.frozen(kw_only=True)
class Voice:
    """How things are said in one rendering: the edition, the enterprise's own words, the zone, the medium.

    ``mark`` makes the mark of one form, by which it is known when it is sent.
    """

    edition: Edition = Edition.STANDARD
    words: Mapping[str, str] = OWN_WORDS
    zone: str = LONDON
    paper: bool = False
    mark: Callable[[], str] = _no_mark


_KITS = {"display": "alongside.display", "web": "alongside.web", "rules": "alongside.rulepacks"}
"""Whose sentences stand on the pages of every part, such as what a field says to a mistake, or a rule's name."""

_QUIET = Voice()
_speaking: ContextVar[Voice] = ContextVar("speaking", default=_QUIET)


@contextmanager
def _spoken(voice: Voice) -> Iterator[None]:
    token = _speaking.set(voice)
    try:
        yield
    finally:
        _speaking.reset(token)


class _Parts(PrefixLoader):
    """Templates under the prefix of their part, and named with it, so that each finds its own catalogue."""

    load = BaseLoader.load


class Display:
    """Shows the views of all parts. ``parts`` maps a part's name to its package's import name.

    Templates of the kit stand under ``display/``, so a part writes
    ``{% from "display/forms.html" import button %}``.
    """

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.parts = {**_KITS, **parts}
        loaders = {
            name: FileSystemLoader(folder_of(package) / "templates") for name, package in self.parts.items()
        }
        self.environment = Environment(
            loader=_Parts(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=[MarkedForms],
            bytecode_cache=COMPILED,
            cache_size=-1,  # all stay: there are as many as there are files
            auto_reload=False,  # they change with the program, for which it is started anew
        )
        self.environment.trim_blocks = self.environment.lstrip_blocks = True
        self.environment.globals.update({**_SPOKEN_TO, **_DRAWN, **self._sentences()})
        self.environment.filters.update(_filters())

    def render(
        self,
        part: str,
        view: View,
        *,
        frame: Frame = "inside",
        edition: Edition = Edition.STANDARD,
        words: Mapping[str, str] | None = None,
        zone: str = LONDON,
        mark: Callable[[], str] | None = None,
        **frame_facts: Any,
    ) -> str:
        """The view of ``part`` as HTML: a whole page, a whole paper, one sheet of a paper, or the inside alone.

        ``frame_facts`` are the fields of ``PageFrame`` or ``PaperFrame``; ``words`` the enterprise's own words,
        ``mark`` makes the mark of each form on a page that somebody may send.
        """
        paper = frame in {"paper", "sheet"} or bool(frame_facts.pop("on_paper", False))
        voice = Voice(
            edition=edition, words={**OWN_WORDS, **(words or {})}, zone=zone, paper=paper, mark=mark or _no_mark
        )
        with _spoken(voice):
            inside = self._inside(part, view, edition)
            if frame == "inside":
                return inside
            if "mistakes" in frame_facts:
                frame_facts["why"] = _why(frame_facts["mistakes"])
                frame_facts["mistakes"] = self._worded(part, frame_facts["mistakes"])
            around = PageFrame(**frame_facts) if frame == "page" else PaperFrame(**frame_facts)
            template = self.environment.get_template(f"display/frames/{frame}.html")
            return template.render(inside=Markup(inside), title=self.title(part, view), frame=around)  # noqa: S704 - rendered with escaping

    def _worded(self, part: str, mistakes: Iterable[tuple[str, Mistake]]) -> list[tuple[str, str]]:
        """Mistakes as the form below says them. A plain sentence may hold braces that were typed, so it stays."""
        return [
            (name, _joined(self.say(part, one) if isinstance(one, Said) else one for one in _each(said)))
            for name, said in mistakes
        ]

    def _inside(self, part: str, view: View, edition: Edition) -> str:
        standard = f"{part}/{view.template}"
        easy = f"{standard.removesuffix('.html')}.easy.html"
        names = [easy, standard] if edition is Edition.EASY else [standard]
        return self.environment.select_template(names).render(view.facts)

    def title(self, part: str, view: View) -> str:
        """The view's title in words. A plain title may hold anything, so braces in it are left alone."""
        voice = _speaking.get()
        if isinstance(view.title, Said):
            return self.say(part, view.title)
        found = worded(self.parts[part], voice.edition.value, view.title)
        return view.title if found == view.title else plain(fill(found, voice.words))

    def say(self, part: str, key: str | Said, **facts: Any) -> str:
        """A sentence of ``part`` without markup, as it is said in the rendering going on."""
        part, key, facts = self._apart(part, key, facts)
        voice = _speaking.get()
        return plain(fill(worded(self.parts[part], voice.edition.value, key), {**voice.words, **facts}))

    def sentences(
        self,
        part: str,
        said: Iterable[Said],
        *,
        edition: Edition = Edition.STANDARD,
        words: Mapping[str, str] | None = None,
    ) -> list[str]:
        """Sentences of ``part`` without markup, outside of any rendering: for a mail, or for the command line."""
        with _spoken(Voice(edition=edition, words={**OWN_WORDS, **(words or {})})):
            return [self.say(part, one) for one in said]

    def strong(self, part: str, key: str | Said, **facts: Any) -> Markup:
        """A sentence of ``part`` with its one fact in strong words, as it is said in the rendering going on."""
        part, key, facts = self._apart(part, key, facts)
        voice = _speaking.get()
        found = worded(self.parts[part], voice.edition.value, key)
        return Markup(fill(bold(found), {**voice.words, **facts}))  # noqa: S704 - bold escapes, fill too

    def _apart(self, part: str, key: str | Said, facts: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
        """Whose sentence it is, the sentence and its facts in words, whether they come together or one by one."""
        if isinstance(key, Said):
            return self._apart(key.part or part, key.key, {**key.facts, **facts})
        facts = {name: self.say(part, one) if isinstance(one, Said) else one for name, one in facts.items()}
        return part, key, in_words(facts, _speaking.get().edition)

    def _sentences(self) -> dict[str, Callable[..., Any]]:
        """What says a sentence of the part whose template asks, so each finds its own catalogue."""

        @pass_context
        def underscore(context: Context, key: str | Said, **facts: Any) -> Markup:
            return self.strong((context.name or "display/").partition("/")[0], key, **facts)

        @pass_context
        def say_many(context: Context, one: str, many: str, n: int, **facts: Any) -> Markup:
            voice = _speaking.get()
            found = worded_many(self._package(context), voice.edition.value, one, many, n)
            return Markup(fill(bold(found), {**voice.words, "n": f"{n:,}", **facts}))  # noqa: S704 - the same

        return {"_": underscore, "say_many": say_many, "say_of": self.say, "strong_of": self.strong}

    def _package(self, context: Context) -> str:
        return self.parts[(context.name or "display/").partition("/")[0]]


def _each(said: Mistake) -> tuple[str | Said, ...]:
    return said if isinstance(said, tuple) else (said,)


def _why(mistakes: Iterable[tuple[str, Mistake]]) -> Why | None:
    """What the refusal above a page rests on; one beside a field is asked there."""
    said = [one for name, each in mistakes if not name for one in _each(each) if isinstance(one, Said)]
    return next((one.why for one in said if one.why), None)


def _joined(sentences: Iterable[str]) -> str:
    """What was asked, and then what to do, with a colon between them where the question ends without a sign."""
    whole = ""
    for one in sentences:
        whole += ("" if not whole else " " if whole[-1] in ".?!:…" else ": ") + one
    return whole


def _known(name: str) -> str:
    """Nothing to show; raises at once, with the name, where a picture does not exist."""
    pictures.path(name)
    return ""


def _paint(name: str) -> str:
    """A colour for an SVG: a variable on a page, so that dark follows; the value itself on paper."""
    return colours.LIGHT[name] if _speaking.get().paper else f"var(--{name})"


def _here(value: datetime | date | time) -> datetime | date | time:
    """An instant as the clocks of the enterprise show it; a day or a wall time as it is."""
    return local(aware(value), _speaking.get().zone) if isinstance(value, datetime) else value


# Marked with the context, so that no template works them out before it is known who is spoken to.
_SPOKEN_TO: Mapping[str, Callable[..., Any]] = {
    "easy": pass_context(lambda _: _speaking.get().edition is Edition.EASY),
    "on_paper": pass_context(lambda _: _speaking.get().paper),
    "lang": pass_context(lambda _: _speaking.get().edition.lang),
    "form_mark": pass_context(lambda _: marked(_speaking.get().mark())),
    "paint": pass_context(lambda _, name: _paint(name)),
}

_DRAWN: Mapping[str, Callable[..., Any]] = {
    "sheet_mark": stylesheet.mark,
    "font_mark": web_fonts.mark,
    "picture_known": _known,
    "picture_credits": lambda: pictures.CREDITS,
    "clock_face": clock.face,
    "chart_rows": charts.chart_rows,
    "bar_rows": charts.bar_rows,
    "line_chart": charts.line_chart,
    "bar_chart": charts.bar_chart,
    "pair_of_bars": charts.pair_of_bars,
}


def _filters() -> dict[str, Callable[..., Any]]:
    """Filters that word a value for the edition; marked so that none is worked out before that is known."""

    def spoken(say: Callable[..., str]) -> Callable[..., str]:
        @pass_context
        def filter_(_: Context, value: Any, *others: Any, **options: Any) -> str:
            values = [_here(one) if isinstance(one, datetime) else one for one in (value, *others)]
            return say(*values, edition=_speaking.get().edition, **options)

        return filter_

    here = pass_context(lambda _, value: _here(value))
    names = ("clock", "day", "span", "span_short", "duration", "money", "period", "clock_short", "clock_words")
    return {
        "bold": bold,
        "each_sentence": each_sentence,
        "here": here,
        "tone": pictures.tone,
        **{name: spoken(getattr(wording, name)) for name in names},
    }
