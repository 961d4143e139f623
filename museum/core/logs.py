"""Logs for machines to read: one JSON object a line, without anything about who asked.

No address, no browser's name, no query (people type their names into a search). What an exception says may quote a
form, so that e-mail and network addresses in it are left out.
"""

from __future__ import annotations

import json
import logging
import re
import time
from contextvars import ContextVar

#: The number of the request that is being answered, in every line that is written for it.
request_number: ContextVar[str] = ContextVar("request_number", default="")
_PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}|(?<=\w/)\?\S+",
    re.IGNORECASE,
)


def impersonal(text: str) -> str:
    """The text without e-mail addresses, network addresses and queries."""
    return _PERSONAL.sub("…", text)


class JsonFormatter(logging.Formatter):
    """Writes a record as a line of JSON; what was given as ``extra={"data": {…}}`` stands beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {"time": f"{moment}.{int(record.msecs):03}Z", "level": record.levelname.lower(), "logger": record.name}
        if number := request_number.get():
            line["request"] = number
        line["message"] = impersonal(record.getMessage())
        line |= getattr(record, "data", {})
        if record.exc_info and record.exc_info[0]:
            line["exception"] = impersonal(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(kind: str, *, requests: bool) -> dict:
    """Django's ``LOGGING`` in a ``kind`` of ``json`` or ``text``; ``requests`` writes a line for each."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "museum.core.logs.JsonFormatter"},
            "text": {"format": "%(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": kind}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # Django's own handler would write the same once more.
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "museum": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "museum.requests": {"level": "INFO" if requests else "CRITICAL"},
        },
    }
