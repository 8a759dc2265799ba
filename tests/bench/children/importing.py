"""A fresh process imports a whole stick; its peak memory is what is asked for."""

import os
import sys
from pathlib import Path

from tests.bench.children.telling import tell
from tests.bench.importing import import_all


def main() -> None:
    district, stick = map(Path, sys.argv[1:])
    tell(**import_all(district, stick))
    sys.stdout.flush()
    os._exit(0)


main()
