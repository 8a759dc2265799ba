"""What a person decided about packages that were looked through."""

from collections.abc import Sequence

from shkola_desktop.app.exchange.looking import Candidate, State
from shkola_desktop.app.exchange.receiving import Wish

ASKED = (State.STRANGER, State.NEW_KEYS)


class Wishes:
    """Trust goes by sender and words: one comparison serves all its packages."""

    def __init__(self, candidates: Sequence[Candidate] = ()) -> None:
        self.candidates = tuple(candidates)
        self._trusted: set[tuple[str, tuple[str, ...]]] = set()
        self._stale: set[str] = set()

    def candidate(self, path: str) -> Candidate | None:
        """Return what was looked at under a path."""
        return next((c for c in self.candidates if c.looked.path == path), None)

    def trust(self, candidate: Candidate, *, given: bool) -> None:
        """Note that the words of a sender were compared, or were not after all."""
        (self._trusted.add if given else self._trusted.discard)(_hand(candidate))

    def want_stale(self, candidate: Candidate, *, wanted: bool) -> None:
        """Note that an old package is wanted all the same."""
        path = candidate.looked.path
        (self._stale.add if wanted else self._stale.discard)(path)

    def wished(self, candidate: Candidate) -> bool:
        """Tell whether the person decided for a package that is asked about."""
        if candidate.state in ASKED:
            return _hand(candidate) in self._trusted
        return candidate.looked.path in self._stale

    @property
    def wished_paths(self) -> frozenset[str]:
        """The paths of the packages that the person decided for."""
        return frozenset(c.looked.path for c in self.candidates if self.wished(c))

    @property
    def to_take(self) -> tuple[Candidate, ...]:
        """Packages that bring something new."""
        return tuple(c for c in self.candidates if self._takes(c))

    @property
    def to_settle(self) -> tuple[Candidate, ...]:
        """What is handed to the reading: refused and known ones are confirmed too."""
        told = (State.ALREADY, State.REFUSED)
        return tuple(
            c
            for c in self.candidates
            if self._takes(c) or (c.state in told and c.header is not None)
        )

    @property
    def waiting(self) -> int:
        """How many packages wait for a comparison of words."""
        return sum(
            1 for c in self.candidates if c.state in ASKED and not self.wished(c)
        )

    def wish(self) -> Wish:
        """Return the decisions as the reading takes them."""
        chosen = [c for c in self.candidates if c.header is not None and self.wished(c)]
        trusted = frozenset(c.header.id for c in chosen if c.header and _asked(c))
        # a stranger's older package is told as stale only while it is read
        stale = frozenset(
            c.header.id for c in chosen if c.header and c.state is State.STALE
        )
        return Wish(trusted, stale)

    def _takes(self, candidate: Candidate) -> bool:
        return candidate.state is State.NEW or self.wished(candidate)


def _asked(candidate: Candidate) -> bool:
    return candidate.state in ASKED


def _hand(candidate: Candidate) -> tuple[str, tuple[str, ...]]:
    header = candidate.header
    return (header.sender if header else "", candidate.words)
