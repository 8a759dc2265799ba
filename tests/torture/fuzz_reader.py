"""Fuzz the reader of packages, guided by coverage: ``make torture SECONDS=600``.

Stops at the first crash, hang or growth past the limits and leaves the input beside
the corpus; put it into ``tests/golden/corpus`` with the repair.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["shkola_desktop", "zipfile", "json", "tests"]):
    from tests.torture import layers

BUILD = Path("build/torture")
LONGEST = 64 * 1024
"""Bytes of an input: a golden package takes below 20 KB."""
SLOWEST = 10
"""Seconds for one input."""
MEMORY = 2_000
"""Megabytes of the process."""


def main(seconds: int) -> None:
    """Fuzz for so many seconds."""
    corpus = BUILD / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(layers.seeds()):
        (corpus / f"seed-{number:02}").write_bytes(data)
    options = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={BUILD}/",
        "-print_final_stats=1",
        "-verbosity=1",
        str(corpus),
        str(layers.CORPUS),
    ]
    atheris.Setup(options, layers.Layers().feed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]))
