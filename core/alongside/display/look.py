"""How a person sees things: the colours and the size of text that she has chosen, beside the edition she reads."""

from __future__ import annotations

from enum import Enum

import attrs


class Colours(Enum):
    """Which of the two sets of colours a page wears; a device's own high contrast goes before all of them."""

    DEVICE = "device"  # as the phone or computer has it
    LIGHT = "light"
    DARK = "dark"


class TextSize(Enum):
    """How large everything is written; the stylesheet says how many times the usual each is."""

    USUAL = "usual"
    LARGE = "large"  # a quarter larger
    LARGER = "larger"  # half as large again
    LARGEST = "largest"  # twice the usual


@attrs.frozen(kw_only=True)
class Look:
    """The look of a page."""

    colours: Colours = Colours.DEVICE
    text_size: TextSize = TextSize.USUAL
