"""What comes along and what stays, on invented wheels of a few bytes."""

import subprocess
import sys
import zipfile

import pytest

from installer.depends import depends
from installer.leave_out import (
    INTERPRETER,
    PATTERNS,
    QT_MODULES,
    QT_TRANSLATIONS,
    STANDARD_LIBRARY,
    reason_to_leave,
)
from installer.libraries import closure
from installer.targets import LINUX, WINDOWS
from installer.tree import compile_all, pack_modules, qt_kept, unpack


def test_every_list_gives_a_reason_for_each_thing():
    lists = (
        PATTERNS,
        STANDARD_LIBRARY,
        INTERPRETER,
        QT_MODULES,
        QT_TRANSLATIONS,
        LINUX.plugins,
        WINDOWS.plugins,
    )
    assert [name for known in lists for name, why in known.items() if not why] == []


@pytest.mark.parametrize(
    "path",
    [
        "shkola_desktop/_assets/forms/smp-2024/criteria.yaml",
        "shkola_desktop/_assets/resources/fonts/Tinos-Regular.ttf",
        "pymorphy3_dicts_ru/data/words.dawg",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "pyphen/dictionaries/hyph_ru_RU.dic",
    ],
)
def test_what_the_program_opens_comes_along(path):
    assert reason_to_leave(path, PATTERNS) is None


def test_a_wheel_is_unpacked_without_tests_and_headers(tmp_path):
    wheel = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("a/__init__.py", "X = 1\n")
        archive.writestr("a/tests/test_a.py", "")
        archive.writestr("a/a.h", "")
        archive.writestr("a-1.data/purelib/b.py", "Y = 2\n")
        archive.writestr("a-1.data/scripts/a", "")
    unpack([wheel], tmp_path / "lib")
    found = sorted(
        path.relative_to(tmp_path / "lib").as_posix()
        for path in (tmp_path / "lib").rglob("*")
        if path.is_file()
    )
    assert found == ["a/__init__.py", "b.py"]


def test_compiled_modules_take_the_place_of_sources_and_run(tmp_path):
    lib = tmp_path / "lib"
    lib.mkdir()
    (lib / "told.py").write_text("WORD = 'seven'\n")
    compile_all(lib)
    assert [path.name for path in lib.iterdir()] == ["told.pyc"]
    pack_modules(lib, tmp_path / "a.zip")
    pack_modules(lib, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    told = subprocess.run(
        [sys.executable, "-c", "import told; print(told.WORD)"],
        env={"PYTHONPATH": str(tmp_path / "a.zip")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "seven\n"


def test_a_module_that_does_not_compile_stops_the_build(tmp_path):
    (tmp_path / "bad.py").write_text("def\n")
    with pytest.raises(RuntimeError):
        compile_all(tmp_path)


def test_a_library_brings_what_it_asks_for_and_nothing_else():
    by_name = {"b.so": "lib/b.so", "c.so": "lib/c.so", "d.so": "lib/d.so"}
    asked = {"a": ["b.so", "libc.so.6"], "lib/b.so": ["C.so"], "lib/c.so": ["b.so"]}
    assert closure(["a"], by_name, lambda path: asked.get(path, [])) == {
        "a",
        "lib/b.so",
        "lib/c.so",
    }


def qt_names(target):
    return [
        "PySide6/__init__.py",
        "PySide6/_config.py",
        "PySide6/_git_pyside_version.py",
        *(f"PySide6/{module}{target.module}" for module in QT_MODULES),
        f"PySide6/QtQml{target.module}",
        *(f"{target.qt_plugins}/{plugin}" for plugin in target.plugins),
        f"{target.qt_plugins}/sqldrivers/other.so",
        f"{target.qt_translations}/qtbase_ru.qm",
        f"{target.qt_translations}/qtbase_de.qm",
        "shiboken6/__init__.py",
    ]


@pytest.mark.parametrize("target", [LINUX, WINDOWS], ids=lambda t: t.name)
def test_of_qt_only_the_listed_comes_along(target):
    names = qt_names(target)
    kept = qt_kept(names, target, lambda _: [])
    assert set(names) - kept == {
        f"PySide6/QtQml{target.module}",
        f"{target.qt_plugins}/sqldrivers/other.so",
        f"{target.qt_translations}/qtbase_de.qm",
    }


def test_a_plugin_that_changed_its_name_stops_the_build():
    names = [name for name in qt_names(LINUX) if "libqxcb.so" not in name]
    with pytest.raises(FileNotFoundError, match=r"libqxcb\.so"):
        qt_kept(names, LINUX, lambda _: [])


def test_depends_name_packages_once_and_refuse_the_unknown():
    assert depends(["libGL.so.1", "libm.so.6", "libc.so.6", "libcups.so.2"]) == (
        "libc6 (>= 2.28), libgl1",
        "libcups2t64 | libcups2, fonts-dejavu-core",
    )
    with pytest.raises(LookupError, match=r"libnew\.so\.9"):
        depends(["libnew.so.9"])
