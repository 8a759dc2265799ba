"""Starts the program in the packed Linux tree; the interpreter asks for ``run``."""

import sys

sys.path.insert(1, f"{sys.prefix}/lib/dynload")


def run(_name: str) -> None:
    """Run the program; the interpreter gives the name of a module it would look for."""
    from shkola_desktop.__main__ import main

    main()
