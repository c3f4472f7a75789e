"""How a page is seen: links at its foot that show it in another edition, other colours or another size for now.

What is chosen there is kept in the browser until it is closed or somebody else comes in. A person keeps it for
good on a page of her own, whose address is ``KEPT_AT`` where a part has such a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from alongside.display import Edition
from alongside.display.frame import Item, Ways
from alongside.display.look import Colours, Look, TextSize
from alongside.web.asked import SEEN, Asked
from alongside.web.cookies import COLOURS, EDITION, FOR_NOW, TEXT, Seen

KEPT_AT = "/seeing"

QUESTIONS: Mapping[str, str] = {EDITION: "Words", COLOURS: "Colours", TEXT: "Size of letters"}

ANSWERS: Mapping[Seen, str] = {
    Edition.EASY: "Easy Read",
    Edition.STANDARD: "Standard",
    Colours.DEVICE: "As this device has them",
    Colours.LIGHT: "Light",
    Colours.DARK: "Dark",
    TextSize.USUAL: "Usual",
    TextSize.LARGE: "Large",
    TextSize.LARGER: "Larger",
    TextSize.LARGEST: "Largest",
}


def other_edition(edition: Edition, asked: Asked) -> Item:
    """Return the way to the same page in the other edition."""
    return _item(asked, EDITION, "easy" if edition is Edition.STANDARD else "standard", "")


def ways(edition: Edition, look: Look, asked: Asked) -> tuple[Ways, ...]:
    """Return every way to see the page, the one that holds now among them."""
    held: dict[str, Seen] = {EDITION: edition, COLOURS: look.colours, TEXT: look.text_size}
    return tuple(_way(asked, name, held[name]) for name in FOR_NOW)


def is_choosing(asked: Asked) -> bool:
    """True if the page was opened by one of those links: the others are then at hand."""
    return any(name in asked.query for name in (COLOURS, TEXT))


def _way(asked: Asked, name: str, held: Seen) -> Ways:
    items = {answer: _item(asked, name, word, "#see") for word, answer in FOR_NOW[name].items()}
    return Ways(title=QUESTIONS[name], items=items.values(), held=items[held], part="web")


def _item(asked: Asked, name: str, word: str, place: str) -> Item:
    answer = FOR_NOW[name][word]
    return Item(
        title=ANSWERS[answer], path=f"?{urlencode([*_others(asked, name), (name, word)])}{place}", part="web"
    )


def _others(asked: Asked, name: str) -> Iterator[tuple[str, str]]:
    return (pair for pair in asked.query.pairs if pair[0] not in {name, SEEN})
