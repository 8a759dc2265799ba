"""A package of a whole school's scans is read in the memory of a small computer."""

import json
import os
import subprocess
import sys
from hashlib import sha256, shake_128

import pytest

from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.transfer import seal
from shkola_desktop.transfer.keys import KeyFile
from tests.support.builders import a_diagnosis, an_answer
from tests.support.packages import a_hand_over, a_header

WORDS = tuple(f"word{n}" for n in range(256))
FILES, SIZE = 10, 8 * 1024 * 1024
MEMORY = 64
"""MB above what the process takes before: two spools, a piece, one scan."""
CHILD = """
import json, resource, sys
from pathlib import Path
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.opener import PackageOpener

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

words = tuple(f"word{n}" for n in range(256))
opener = PackageOpener(KeyFile(Path(sys.argv[1]), words))
before = peak()
opened = opener.open(Path(sys.argv[2]), None)
sizes = [len(data) for data in opened.content.evidence.values()]
print(json.dumps([peak() - before, sizes]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows tells no peak")
def test_scans_stay_on_the_disk(tmp_path):
    # bytes that do not shrink, the same each time
    scans = [shake_128(bytes([n])).digest(SIZE) for n in range(FILES)]
    evidence = {sha256(scan).hexdigest(): scan for scan in scans}
    named = tuple(Evidence(hash, "скан.jpg", SIZE) for hash in evidence)
    diagnosis = a_diagnosis(answers={"a.1.1": an_answer("o1", evidence=named)})
    keys = KeyFile(tmp_path / "keys", WORDS)
    content = a_hand_over(diagnosis=diagnosis, evidence=evidence, entries=())
    path = tmp_path / "a.shkola"
    path.write_bytes(seal.seal(a_header(), content, (), keys))
    command = (sys.executable, "-c", CHILD, str(tmp_path / "keys"), str(path))
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    grown, sizes = json.loads(out)
    assert sizes == [SIZE] * FILES
    assert grown < MEMORY
