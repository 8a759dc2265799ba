"""What does not come along, each with its reason; Qt is the other way round.

Of PySide6 only what is named comes along (``QT_MODULES`` here, plugins in
``targets``, and the libraries that these need); the rest of Qt is half a gigabyte of
QML, designers, databases and decorations that no part of the program opens.
"""

from fnmatch import fnmatchcase

QT_MODULES = {
    "QtCore": "everything",
    "QtGui": "everything",
    "QtNetwork": "the local socket by which a second start finds the first window",
    "QtPrintSupport": "printing of documents",
    "QtSvg": "icons of the program",
    "QtWidgets": "the window",
}
QT_TRANSLATIONS = {"qtbase_ru.qm": "buttons and dialogs of Qt in Russian"}
QT_FILES = {
    "PySide6/__init__.py": "the package",
    "PySide6/_config.py": "asked for by the package",
    "PySide6/_git_pyside_version.py": "asked for by the package",
}

PATTERNS = {
    "*.pyi": "types, for developers",
    "*/py.typed": "types, for developers",
    "*.pxd": "for compilers",
    "*.pyx": "for compilers",
    "*.h": "for compilers",
    "*.c": "for compilers",
    "*.lib": "for compilers",
    "*/tests/*": "tests of a library",
    "*/testing/*": "test support of a library",
    "*.dist-info/RECORD": "for pip",
    "*.dist-info/WHEEL": "for pip",
    "*.dist-info/top_level.txt": "for pip",
    "*.dist-info/sboms/*": "for auditors of the wheel; the wheel's hash is in the lock",
    "*.data/scripts/*": "commands of a library",
    "*.data/data/*": "manual pages of a library",
    "PIL/_avif*": "pictures of a kind that nobody attaches",
    "pillow.libs/libavif*": "pictures of a kind that nobody attaches",
    "PIL/_imagingtk*": "another window toolkit",
    "alembic/templates/*": "for people who write migrations",
    "lxml/includes/*": "for compilers",
    "lxml/isoschematron/*": "Schematron is not used",
    "pip/*": "nothing is installed from inside",
    "psutil/_psaix.py": "another system",
    "psutil/_psbsd.py": "another system",
    "psutil/_psosx.py": "another system",
    "psutil/_pssunos.py": "another system",
    "shiboken6_generator/*": "for compilers",
}

STANDARD_LIBRARY = {
    "__pycache__": "compiled anew",
    "config-*": "for compilers",
    "ensurepip": "nothing is installed from inside",
    "idlelib": "an editor for developers",
    "lib-dynload": "comes with the interpreter, for its own system",
    "lib2to3": "converts Python 2",
    "pydoc_data": "help for developers",
    "site-packages": "what the build itself runs on",
    "dist-packages": "what the build itself runs on",
    "test": "tests of Python",
    "tests": "tests of Python",
    "tkinter": "another window toolkit",
    "turtledemo": "a demo",
    "turtle.py": "a demo",
    "venv": "nothing is installed from inside",
    "_sysconfigdata_*": "how the build's own Python was compiled",
    "EXTERNALLY-MANAGED": "for pip",
}

INTERPRETER = {
    "*tcl8*": "another window toolkit",
    "*tk8*": "another window toolkit",
    "*tkinter*": "another window toolkit",
    "*libXft*": "another window toolkit",
    "*libfontconfig*": "another window toolkit",
    "*libfreetype*": "another window toolkit",
    "*libpng*": "another window toolkit",
    "*_test*": "tests of Python",
    "*xxlimited*": "an example",
    "*xxsubtype*": "an example",
    "*_xx*": "tests of Python",
    "*_msi*": "makes installers of another kind",
    "*winsound*": "the program is silent",
    "*readline*": "typing into a terminal",
    "*curses*": "windows made of letters",
    "*libncurses*": "windows made of letters",
    "*libpanel*": "windows made of letters",
    "*libtinfo*": "windows made of letters",
    "*gdbm*": "a database that is not used",
    "*_dbm*": "a database that is not used",
    "*ossaudiodev*": "the program is silent",
    "*/nis.*": "a directory service of the last century",
    "*_crypt.*": "passwords of Unix",
    "*libcrypt-*": "passwords of Unix",
    "*spwd*": "passwords of Unix",
    "*api-ms-win-*": "part of Windows 10 and 11",
    "*/zlib1.dll": "of the other window toolkit",
}


def reason_to_leave(path: str, patterns: dict[str, str]) -> str | None:
    """Return why a file stays behind, or None where it comes along."""
    for pattern, reason in patterns.items():
        if fnmatchcase(path, pattern):
            return reason
    return None
