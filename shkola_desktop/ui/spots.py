"""Places of a screen that another one opens it at."""

REMARKED = "remarked"
"""The self-diagnosis at its next open remark."""
REOPEN = "reopen"
"""The same; a completed one at its reopening, with the reason filled in."""
