"""Runs tasks at the same moment, each in a thread of its own."""

import threading
from collections.abc import Callable


def at_once(*tasks: Callable[[], object]) -> list[Exception]:
    """Run tasks at the same moment; return what failed."""
    barrier, failed = threading.Barrier(len(tasks)), []

    def run(task):
        barrier.wait()
        try:
            task()
        except Exception as error:  # noqa: BLE001  # told below
            failed.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed
