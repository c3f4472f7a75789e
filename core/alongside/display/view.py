"""What a page or chapter hands over to be shown: one set of facts, in whichever edition the reader chose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs

from alongside.display.texts import Said


class Edition(Enum):
    """A way of saying the same thing. The value names the catalogue ``locale/<value>.po``."""

    STANDARD = "en"
    EASY = "en@easy"

    @property
    def lang(self) -> str:
        """The language of the edition, as HTML and PDF name it."""
        return "en-GB" if self.value.startswith("en") else self.value.partition("@")[0]


def _a_template(_view: object, _field: attrs.Attribute[str], template: str) -> None:
    if not template.endswith(".html") or template.startswith("/") or template.endswith(".easy.html"):
        raise ValueError(f"View.template is {template!r}, but must be a name such as “rota.html”")


@attrs.frozen
class View:
    """Facts with the template that shows them.

    ``template`` is a name in the part's own ``templates/`` folder, without the part's prefix; where
    ``rota.easy.html`` stands beside ``rota.html`` it is taken for Easy Read. ``title`` becomes the page's
    heading, so a template starts at ``<h2>``. A plain title is looked up in the part's catalogue.
    """

    template: str = attrs.field(validator=_a_template)
    title: str | Said
    facts: Mapping[str, Any] = attrs.field(factory=dict)
