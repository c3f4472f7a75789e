"""What was typed wrongly, in one sentence: which option or argument, what it holds, what it may hold.

The command line's library says some of it in the words of code (“x<=13”, “%Y-%m-%d”); here plain words take
their place, for plugins' commands too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import click

LONGEST_TEXT = 2_000
"""The most characters that one option or argument may have."""

_VALUE = re.compile(r"'?(.*?)'? (?:is not|does not match)\b", re.DOTALL)


def sentence(wrong: click.UsageError) -> str:
    """Return the sentence for a command line that cannot be understood."""
    if isinstance(wrong, click.MissingParameter) and wrong.param:
        return f"{_place(wrong.param)} is missing. {_see(wrong)}"
    if isinstance(wrong, click.BadParameter) and wrong.param:
        return f"{_place(wrong.param)}: {_refused(wrong.param.type, wrong.message)}"
    if isinstance(wrong, click.NoSuchOption):
        near = f" Did you mean “{wrong.possibilities[0]}”?" if wrong.possibilities else ""
        return f"There is no option “{wrong.option_name}”.{near or f' {_see(wrong)}'}"
    text = wrong.format_message()
    return text if text.endswith(("?", "”.", "hand.", "less.", "1.5.")) else f"{text.rstrip('.')}. {_see(wrong)}"


def _place(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _see(wrong: click.UsageError) -> str:
    return f"See “{wrong.ctx.command_path if wrong.ctx else 'alongside'} --help”."


def _refused(kind: click.ParamType[object], message: str) -> str:
    found, wanted = _VALUE.match(message), _wanted(kind)
    return f"“{found[1]}” is not {wanted}" if found and wanted else message


def _wanted(kind: click.ParamType[object]) -> str:
    if isinstance(kind, click.DateTime):
        return "a day. Write it as year-month-day: 2026-11-23."
    if isinstance(kind, click.Choice):
        return f"one of: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        return f"a {'whole ' * isinstance(kind, click.IntRange)}number from {kind.min} to {kind.max}."
    return "a whole number." if isinstance(kind, type(click.INT)) else ""


def check(ctx: click.Context, options: Mapping[str, object]) -> None:
    """Refuse what no option's type refuses: texts that cannot be shown or have no end, numbers that are none.

    Raises:
        click.UsageError: with the sentence to show.
    """
    for param in ctx.command.params:
        given = options.get(param.name or "")
        for one in given if isinstance(given, tuple) else (given,):
            if found := _fault(one):
                raise click.UsageError(f"{_place(param)} {found}", ctx)


def _fault(value: object) -> str:
    if isinstance(value, str) and not value.isprintable():
        return "holds a character that cannot be shown. Write it again by hand."
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return f"has {len(value):,} characters; the most is {LONGEST_TEXT:,}. Write less."
    # “nan” is within every range.
    return "is not a number. Write one such as 1.5." if isinstance(value, float) and math.isnan(value) else ""


def shown(text: str) -> str:
    """Return a sentence as a terminal may print it: what was typed could hold commands to the terminal."""
    # Blanks that hold a date together count as not printable, and are no command.
    told = text.replace("\N{NO-BREAK SPACE}", " ")
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in told)
