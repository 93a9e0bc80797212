#!/usr/bin/python3
"""Every exported network, read back by readers that nobody here wrote."""
import unittest

import network
from network import command
from readers import READERS


class Readers(unittest.TestCase):
    """A test for each reader and dataset; slow readers get the example only."""


def add_test(reader, dataset):
    def test(self):
        network.skip_without(self, reader, dataset)
        network.compare(self, dataset, reader)

    name = "contract" if dataset == network.EXAMPLE else dataset.stem
    setattr(Readers, f"test_{reader.name}_{name}".replace("-", "_"), test)


for one in READERS:
    for data in [network.EXAMPLE] if one.slow else network.DATASETS:
        add_test(one, data)


if __name__ == "__main__":
    command.main()
