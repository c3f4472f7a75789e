"""axe in a page: every rule of WCAG at A, AA and AAA and of good practice; what it cannot tell is a fault too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "wcag22aaa", "best-practice")
_OPTIONS: Mapping[str, Any] = {
    "runOnly": list(_TAGS),
    # Both are switched off in axe unless they are asked for.
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
_NO_CONTRAST = {"color-contrast": {"enabled": False}, "color-contrast-enhanced": {"enabled": False}}
# To WCAG, 18 px in bold is large and 4.5 to 1 enough for it; in this house all text has 7 to 1.
_STRICTER = """axe.configure({checks: [{id: "color-contrast-enhanced", options: {
  contrastRatio: {normal: {expected: 7}, large: {expected: 7}}}}]})"""
_RUN = """async options => {
  const { violations, incomplete } = await axe.run(document, options);
  const told = (results, sure) => results.flatMap(one => one.nodes.map(node => ({
    rule: one.id, sure, html: node.html.slice(0, 160),
    why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(" ").slice(0, 200) })));
  return [...told(violations, true), ...told(incomplete, false)];
}"""


@cache
def _program() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def put_in(page: Page) -> None:
    """Put axe into a page that was just loaded; the page's own policy stays as it is."""
    page.evaluate(f"{_program()}\n{_STRICTER}")


def found(page: Page, *, forced: bool = False) -> list[dict[str, Any]]:
    """Return what axe found or could not tell, a thing for each element.

    Where colours are ``forced``, axe reads ``-webkit-text-fill-color``, which Chromium reports as if they were
    not; the contrast is then measured in ``measures.js``, by the colours that are painted.
    """
    rules = {**_OPTIONS["rules"], **(_NO_CONTRAST if forced else {})}
    told: list[dict[str, Any]] = page.evaluate(_RUN, {**_OPTIONS, "rules": rules})
    return [one for one in told if not _decided_elsewhere(one)]


def _decided_elsewhere(one: Mapping[str, Any]) -> bool:
    """True for what axe cannot tell and ``measures.js`` does: the ground of words in a drawing."""
    return not one["sure"] and one["rule"].startswith("color-contrast") and one["html"].startswith("<text ")
