#!/usr/bin/python3
"""Every export is the same bytes, whatever the run, the threads, the language, the locale, the order
of the records or their container."""
import json
import random
import shutil
import sys
import unittest

import network
from network import command

sys.path.insert(0, str(command.ROOT / "tests" / "support"))
import hostile  # noqa: E402
import test_same  # noqa: E402

CHAINS = [network.EXAMPLE, command.ROOT / "datasets" / "tan-lac-2023" / "tan-lac-2023.json"]

# Their headings and descriptions are in the language asked for.
WITH_HEADINGS = {"csv", "xlsx", "registers", "registers-csv"}


class SameExports(unittest.TestCase):
    setUp = test_same.Same.setUp
    write = test_same.Same.write
    make_locale = test_same.Same.make_locale

    def bytes_of(self, path, form, *options, language="en", **changes):
        """Of the file, or of all files of the folder with their names."""
        out = self.folder / f"out-{form}"
        if out.is_dir():
            shutil.rmtree(out)  # a folder of registers is never replaced
        done = command.run("export", path, "--to", form, "-o", out, "--quiet", "--lang", language,
                           *options, env=command.environment(**changes))
        self.assertEqual(done.returncode, 0, (path, done.stderr[:2000]))
        if out.is_dir():
            return [(file.name, file.read_bytes()) for file in sorted(out.iterdir())]
        return out.read_bytes()

    def each(self):
        chains = [*CHAINS, self.write("hostile.json", json.dumps(hostile.dataset()).encode())]
        for path in chains:
            for form in network.formats(self, "export"):
                yield path, form, self.bytes_of(path, form)

    def assert_same(self, got, want, path, form):
        """Without printing both where they differ: they are large."""
        self.assertTrue(got == want, f"the {form} of {path.name} differs")

    def test_every_number_of_threads(self):
        for path, form, want in self.each():
            for threads in ("1", "2", "4"):
                self.assert_same(self.bytes_of(path, form, "--threads", threads), want, path, form)

    def test_every_language_where_there_are_no_headings(self):
        for path, form, want in self.each():
            if form not in WITH_HEADINGS:
                self.assert_same(self.bytes_of(path, form, language="vi"), want, path, form)

    def test_a_locale_with_a_decimal_comma(self):
        name = self.make_locale()
        for path, form, want in self.each():
            got = self.bytes_of(path, form, LC_ALL=name, LOCPATH=str(self.folder / "locale"))
            self.assert_same(got, want, path, form)

    def test_every_order_of_the_records_and_container(self):
        order = random.Random(test_same.SEED)
        for path, form, want in self.each():
            records = test_same.records_of(path)
            order.shuffle(records)
            lines = self.write("shuffled.jsonl", test_same.as_lines(records))
            self.assert_same(self.bytes_of(lines, form), want, path, form)
            document = self.write("shuffled.json", test_same.as_document(records, order))
            self.assert_same(self.bytes_of(document, form), want, path, form)


if __name__ == "__main__":
    command.main()
