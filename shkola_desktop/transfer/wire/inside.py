"""The files beside content.json, read only when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeVar

Name = TypeVar("Name", bound=str)


class Members(Protocol):
    """Named files; every call of ``read`` may go to the disk."""

    @property
    def names(self) -> frozenset[str]: ...
    def read(self, name: str) -> bytes: ...


class Under(Mapping[Name, bytes]):
    """The files of a folder by their names in it; none is held in memory."""

    def __init__(
        self, members: Members, folder: str, named: Callable[[str], Name]
    ) -> None:
        self._members = members
        self._folder = folder
        self._names = {
            named(name.removeprefix(folder)): name
            for name in sorted(members.names)
            if name.startswith(folder)
        }

    def __getitem__(self, key: Name) -> bytes:
        return self._members.read(self._names[key])

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Inside:
    """What a kind takes its files from."""

    def __init__(self, members: Members) -> None:
        self._members = members

    def under(self, folder: str, named: Callable[[str], Name]) -> Mapping[Name, bytes]:
        """Return the files of a folder, still on the disk."""
        return Under(self._members, folder, named)

    def text(self, name: str) -> str:
        """Return a text file.

        Raises:
            UnicodeDecodeError: it is no UTF-8.
        """
        return self._members.read(name).decode()

    def data(self, name: str) -> bytes:
        """Return a file."""
        return self._members.read(name)
