"""What fuzzing found once is tried every time, and every change of one byte of it."""

from random import Random

import pytest

from tests.torture import layers

SEEDS = layers.seeds()


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    import shutil

    folder = tmp_path_factory.mktemp("keys") / "receiver"
    shutil.copytree(layers.PACKAGES / "receiver", folder)
    return layers.Layers(layers.KeyFile(folder, layers.WORDS))


def test_there_is_a_seed_for_every_layer_and_kind():
    assert len(SEEDS) == 6 * len(layers.KINDS)


@pytest.mark.parametrize("name", layers.kept())
def test_what_was_kept_crashes_nothing(reading, name):
    reading.feed(layers.kept()[name])


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_changed_seeds_crash_nothing(reading, number):
    chance = Random(number)  # noqa: S311  # the same changes every time
    reading.feed(SEEDS[number])
    for _ in range(40):
        data = bytearray(SEEDS[number])
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(2, len(data))
            match chance.randrange(3):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randrange(1, 30)]
                    data += b"x" * 4
                case _:
                    data[place:place] = chance.randbytes(chance.randrange(1, 9))
        reading.feed(bytes(data))
