"""HTML becomes a tagged PDF (PDF/UA-1): the same HTML gives the same bytes, on every run and in every process.

Nothing is fetched: fonts, pictures and photos are handed over as bytes, and every other address is refused.
WeasyPrint takes half a second to import, so it is imported when the first paper is made.
"""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files as resources
from threading import Lock
from typing import TYPE_CHECKING, Any

from alongside.display import fonts, pictures
from alongside.reports.tagging import finish_tags, spoken_links

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

# Fonts and parsed styles are shared between papers, and WeasyPrint does not promise that threads may share them.
_one_at_a_time = Lock()


class NotHandedOver(ValueError):
    """A paper asks for something that was not handed over with it; the message names the address."""


def make_pdf(html: str, *, files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a whole HTML document that has a language and a title.

    ``files`` maps each address that the document may use (photos) to its bytes. The sheet (report, wall) is
    the class of the document's body.

    Raises:
        NotHandedOver: where the document asks for any other address.
        ValueError: where it has no language or no title.
    """
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    fetcher = _fetcher(files or {})
    with _one_at_a_time:
        fonts_known, style = _style()
        document = HTML(string=html, url_fetcher=fetcher, base_url="paper:")
        _check(document.etree_element)
        links = spoken_links(document.etree_element)
        try:
            made = document.write_pdf(
                stylesheets=[style],
                font_config=fonts_known,
                pdf_variant="pdf/ua-1",
                pdf_identifier=sha256(html.encode()).digest()[:16],
                finisher=lambda _, pdf: finish_tags(pdf, links),
            )
        except FatalURLFetchingError as error:
            raise NotHandedOver(f"{error} was not handed over with the paper") from error
    return bytes(made)


def _check(root: Any) -> None:
    if not root.get("lang") or not (root.findtext("head/title") or "").strip():
        raise ValueError("a paper needs <html lang> and <title>, so that it can be read aloud by name")


@cache
def _style() -> tuple[FontConfiguration, CSS]:
    """The parsed styles with the fonts they name; both must know of the same fonts or none is embedded."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    known = FontConfiguration()
    text = "\n".join(
        [*_font_rules(), *_picture_rules(), resources(__package__).joinpath("paper.css").read_text("utf-8")]
    )
    return known, CSS(string=text, font_config=known, url_fetcher=_fetcher({}), base_url="paper:")


# WeasyPrint's fonts put themselves away, which fails once the interpreter has begun to close.
atexit.register(_style.cache_clear)


def _font_rules() -> list[str]:
    return [
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("font:{name}"); }}'
        for family, weight, name in fonts.FACES
    ]


def _picture_rules() -> list[str]:
    """Pictures stand beside words that say the same, so on paper they are a style, which nobody hears twice."""
    return [f'.picture-{name} {{ background-image: url("picture:{name}"); }}' for name in pictures.NAMES]


def _fetcher(handed: Mapping[str, bytes]) -> Any:
    """What answers WeasyPrint's requests: our fonts, our pictures, data in the document, what was handed over."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Handed(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            scheme, _, name = url.partition(":")
            if scheme == "data":
                return super().fetch(url, headers)
            if scheme == "font":
                return URLFetcherResponse(url, fonts.files()[name].read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == "picture":
                return URLFetcherResponse(url, pictures.svg(name).encode(), {"Content-Type": "image/svg+xml"})
            if url.removeprefix("paper:") in handed:
                return URLFetcherResponse(url, handed[url.removeprefix("paper:")])
            raise FatalURLFetchingError(url)

    return Handed(allowed_protocols=("data",))
