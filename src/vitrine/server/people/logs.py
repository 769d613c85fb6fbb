"""Keeping what must not be read out of the logs."""

import logging
import re

_LINK = re.compile(r"(/studio/welcome/)[^/\s\"']+")


class HideInvitations(logging.Filter):
    """Takes the token out of every line that names the address of an invitation."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the token."""
        message = record.getMessage()
        hidden = _LINK.sub(r"\1…", message)
        if hidden != message:
            record.msg, record.args = hidden, None
        return True
