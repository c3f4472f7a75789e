"""What the page of a proposal can send: the acts of those who lead it or count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from alongside.decisions.pages import following, leading
from alongside.decisions.pages.proposal import page
from alongside.display import Said, View
from alongside.refusal import BadInput, worded
from alongside.web import GoTo, Thinking
from alongside.web.forms import Fields

if TYPE_CHECKING:
    from alongside.web import Visit


def send(visit: Visit) -> GoTo | Thinking | View:
    """Do what the form of the page asks for; one that is wrong is shown again in its place."""
    act, proposal = visit.form.get("do", ""), visit.path["proposal"]
    if act not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=act))
    done = _ACTS[act](visit, proposal)
    if isinstance(done, Fields):
        return page(visit, done)
    return done if isinstance(done, Thinking) else GoTo(visit.link(f"/decisions/{proposal}"), done)


_ACTS: Mapping[str, Callable[[Visit, str], Said | Fields | Thinking]] = {
    "begin": leading.begin,
    "reword": leading.reword,
    "easy_fits": leading.easy_fits,
    "open": leading.open_vote,
    "more_days": leading.more_days,
    "begin_again": leading.begin_again,
    "put_on_roll": leading.put_on_roll,
    "end_early": leading.end_early,
    "close": leading.close,
    "count_without": leading.count_without,
    "withdraw": leading.withdraw,
    "state": following.state,
    "look_back": following.look_back,
}
