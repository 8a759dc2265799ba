"""The lock is cut for one system: conditions decided, hashes kept."""

from pathlib import Path

from installer.locks import entries, lock_for
from installer.targets import LINUX, WINDOWS

LOCK = """\
alpha==1.0 \\
    --hash=sha256:aa
    # via nobody
beta==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
gamma==3.0 ; python_full_version >= '3.12' \\
    --hash=sha256:dd
"""
ROOT = Path(__file__).parents[2]


def test_each_entry_keeps_its_hashes_and_no_comment():
    head, lines = list(entries(LOCK))[1]
    assert head == "beta==2.0 ; sys_platform == 'win32'"
    assert lines.splitlines()[1:] == [
        "    --hash=sha256:bb \\",
        "    --hash=sha256:cc",
    ]


def test_windows_gets_its_own_and_nothing_for_a_newer_python():
    assert lock_for(LOCK, WINDOWS) == (
        "alpha==1.0 \\\n    --hash=sha256:aa\n"
        "beta==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )


def test_linux_gets_nothing_of_windows():
    assert lock_for(LOCK, LINUX) == "alpha==1.0 \\\n    --hash=sha256:aa\n"


def test_the_real_lock_holds_qt_and_the_dictionary_for_both():
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    for target in (LINUX, WINDOWS):
        names = {head.partition("==")[0] for head, _ in entries(lock_for(lock, target))}
        assert {"pyside6-essentials", "pymorphy3-dicts-ru", "sqlalchemy"} <= names
        assert ("pywin32-ctypes" in names) is (target is WINDOWS)


def test_interpreters_are_pinned_by_one_hash():
    for target in (LINUX, WINDOWS):
        text = (ROOT / "installer" / target.runtime).read_text("utf-8")
        ((head, lines),) = entries(text)
        assert "==" in head
        assert lines.count("--hash=sha256:") == 1
