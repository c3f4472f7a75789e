"""Asking for the letters of a vote at a keyboard: they are in no history, and not on the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alongside.decisions.proposal import Proposal


def ask_to_show() -> str:
    """Return what is typed by whoever votes to show that it is she, or a line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return str(click.prompt("Show your card, or type your password", err=True, hide_input=True))


def ask_for_letters(shown: Proposal, *, again: bool = False) -> str:
    """Return the letters that are typed, or a line of standard input; ``again`` where they are typed twice.

    What is typed is not shown, so nobody sees whether it was meant: whoever votes herself types it again.
    """
    from alongside.decisions.paper_ballot import letters_of

    if not sys.stdin.isatty():
        return sys.stdin.readline()
    for key, letter in letters_of(shown).items():
        click.echo(f"{letter}: {shown.option(key).words}", err=True)
    words = "Letters, or “-” for none"
    return str(
        click.prompt(words, err=True, hide_input=True, confirmation_prompt="The same again" if again else False)
    )
