"""Marks every form that is sent: a template writes a plain form, and nobody can forget or leave out the mark."""

from __future__ import annotations

import re

from jinja2.ext import Extension
from markupsafe import Markup

FIELD = "_mark"
"""The name under which a form's mark is sent."""

# Up to the end of the tag: what stands in the braces of the template may hold the sign that ends a tag.
_FORM = re.compile(r"<form\b(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>", re.IGNORECASE | re.DOTALL)
_READS_ONLY = re.compile(r"\bmethod\s*=\s*[\"']?get\b", re.IGNORECASE)
_SENDS = re.compile(r"\bmethod\s*=", re.IGNORECASE)


class MarkedForms(Extension):
    """Puts the mark behind the opening tag of each form that is not merely asked for (``method="get"``)."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - the shape of an extension
        """Return the template with a mark in each form."""
        return _FORM.sub(lambda found: found[0] + ("{{ form_mark() }}" if _sent(found[0]) else ""), source)


def _sent(tag: str) -> bool:
    """True unless the form says, or means by saying nothing, that it asks and sends nothing."""
    return bool(_SENDS.search(tag)) and not _READS_ONLY.search(tag)


def marked(mark: str) -> Markup:
    """Return the field that carries a mark; nothing where nobody could send the form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, mark) if mark else Markup("")
