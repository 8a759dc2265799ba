"""Starts the program: the window without arguments, a command with them."""

import sys


def main() -> None:
    """Run the program and leave with its exit status."""
    arguments = sys.argv[1:]
    if arguments:
        from shkola_desktop.cli.application import run

        sys.exit(run(arguments))
    # the window must not wait for the command line's imports
    from shkola_desktop.bootstrap import Program
    from shkola_desktop.ui.application import open_window

    sys.exit(open_window(Program()))


if __name__ == "__main__":
    main()
