"""How a child tells its figures. Imports nothing that would change them."""

import sys
import time


def tell(**figures: float) -> None:
    """Write one line of figures, with peak memory (MiB) and processor time (ms)."""
    everything = {
        **figures,
        "memory": peak_memory(),
        "processor": time.process_time() * 1000,
    }
    sys.stdout.write(" ".join(f"{n}={v:.4f}" for n, v in everything.items()) + "\n")
    sys.stdout.flush()


def peak_memory() -> float:
    """Return the peak resident memory of this process in MiB.

    Linux's ``ru_maxrss`` begins with what the parent had before the exec, so
    that a large parent hides a small child; ``VmHWM`` is this program's own.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
            line = next(line for line in status if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    except (OSError, StopIteration):
        import resource

        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
