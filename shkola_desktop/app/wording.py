"""The programme's prepared texts beside the school's own; nothing is overwritten."""

from dataclasses import dataclass, replace

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_parts import OwnText, PreparedText


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as the data tell it today, and as the school says it."""

    prepared: PreparedText
    own: OwnText | None = None

    @property
    def text(self) -> str:
        """What the document prints."""
        return self.own.text if self.own else self.prepared.text

    @property
    def outdated(self) -> bool:
        """True where the data changed after the school wrote its own text."""
        return self.own is not None and self.own.made_from != self.prepared.text


def texts_of(material: ProgrammeMaterial, workspace: Workspace) -> tuple[Wording, ...]:
    """Return every text that is printed today, in the order of printing.

    An own text whose place is not printed today is not among them; it stays in the
    programme until its place is printed again.
    """
    own = {text.key: text for text in material.programme.own_texts}
    prepared = workspace.reports.prepared_texts(material)
    return tuple(Wording(text, own.get(text.key)) for text in prepared)


def reword(programme: Programme, key: str, text: str, prepared: str) -> Programme:
    """Say a text in own words; none, or the prepared ones, drop the own text.

    ``prepared`` is today's prepared text: who writes has seen it. The same own text
    again changes nothing: to accept it is ``keep_own``.
    """
    words = text.strip()
    if words in {"", prepared.strip()}:
        return take_prepared(programme, key)
    known = _own(programme, key)
    if known is not None and known.text == words:
        return programme
    return _with(programme, OwnText(key, words, prepared))


def keep_own(programme: Programme, key: str, prepared: str) -> Programme:
    """Keep the own text although the data made another one of the prepared text."""
    known = _own(programme, key)
    if known is None:
        return programme
    return _with(programme, replace(known, made_from=prepared))


def take_prepared(programme: Programme, key: str) -> Programme:
    """Drop an own text: the prepared one is printed, and follows the data."""
    kept = tuple(text for text in programme.own_texts if text.key != key)
    return replace(programme, own_texts=kept)


def _own(programme: Programme, key: str) -> OwnText | None:
    return next((text for text in programme.own_texts if text.key == key), None)


def _with(programme: Programme, own: OwnText) -> Programme:
    """Return the programme with an own text at its place, or a new one at the end."""
    if _own(programme, own.key) is None:
        return replace(programme, own_texts=(*programme.own_texts, own))
    texts = (own if text.key == own.key else text for text in programme.own_texts)
    return replace(programme, own_texts=tuple(texts))
