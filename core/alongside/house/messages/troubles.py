"""Why a message is stuck, as a person reads it. The key is kept with the message and worded where it is shown."""

from __future__ import annotations

from alongside.display import Said as _

MAY_HAVE_GONE = _(
    "It may have gone, or not: Alongside was stopped while it was being sent. Ask before you send again."
)
CUT_OFF = _(
    "It may have gone, or not: the mail server was lost while it was being sent. Ask before you send again."
)
REFUSED = _("The mail server would not take it. Look at the e-mail address.")
NOT_NOW = _("The mail server would not take it for now. It is tried again.")
NOT_WORDED = _("It cannot be put into words: the part that wrote it is not installed, or lacks a fact.")
PUT_BACK = _(
    "It may have gone, or not: it waited when the copy was made that was put back. Ask before you send again."
)
STALE = _("It has waited for more than two weeks. Is it still so? Then send it again.")
