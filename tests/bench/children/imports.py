"""Everything the program imports up to its first window, and nothing more."""

import shkola_desktop.bootstrap
import shkola_desktop.host.drives
import shkola_desktop.storage.backup
import shkola_desktop.storage.session
import shkola_desktop.storage.work
import shkola_desktop.ui.application
import shkola_desktop.ui.home.presenter  # noqa: F401
from tests.bench.children.telling import tell

tell()
