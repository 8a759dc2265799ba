"""Starts the program in the packed Linux tree; the interpreter asks for ``run``."""

import sys

sys.path.insert(1, f"{sys.prefix}/lib/dynload")
PACKAGE = ".shkola"


def run(_name: str) -> None:
    """Run the program; the interpreter gives the name of a module it would look for."""
    # a desktop gives the double-clicked file alone, or nothing
    match sys.argv[1:]:
        case [file] if file.endswith(PACKAGE):
            sys.argv.insert(1, "--open")
        case _:
            pass
    from shkola_desktop.__main__ import main

    main()
