"""The log: a rotating file without names of people or texts of answers."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE = "shkola.log"
SIZE = 512 * 1024
KEPT = 3
"""Files of half a megabyte: weeks of work, small enough for a mail to support."""
LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start(folder: Path) -> Path:
    """Send the log into this folder alone; one that cannot be written gives none."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return path
    handler.setFormatter(logging.Formatter(LINE))
    root = logging.getLogger()
    for known in list(root.handlers):
        if isinstance(known, RotatingFileHandler):  # of a workspace open before
            root.removeHandler(known)
            known.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
