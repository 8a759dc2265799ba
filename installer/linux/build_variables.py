"""How the interpreter was compiled: all that ``sysconfig`` is asked when it runs."""

build_time_vars = {
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo",
}
