#!/usr/bin/python3
"""Completions, by the shells themselves."""
import json
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "manual"), str(ROOT / "cli")]

import command  # noqa: E402
import shells  # noqa: E402
from command import BUILD, environment  # noqa: E402

MADE = BUILD.resolve() / "manual"
BASH = MADE / "bash" / "vclink"
ZSH = MADE / "zsh" / "_vclink"
FISH = MADE / "fish" / "vclink.fish"


def tables():
    catalogue = json.loads(command.run("list", "--format", "json").stdout)
    return list(dict.fromkeys(row["table"] for row in catalogue["tables"]["tables"]))


def commands():
    text = command.run("--help").stdout.decode()
    usage = text.split("Options:")[0].split("Usage:")[1]
    return re.findall(r"^  ([a-z]\S*) ", usage, re.MULTILINE)


def options(name):
    """[(option, words that it takes or [])] of a command, by its --help."""
    text = command.run(*([name] if name else []), "--help").stdout.decode()
    found = re.findall(r"^  (?:-\w, |    )(--[\w-]+)(?: ([\w|-]*\|[\w|-]*))?", text, re.MULTILINE)
    return [(option, words.split("|") if words else []) for option, words in found]


class Shell(unittest.TestCase):
    """A folder with two files, one of them with a blank in its name."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        home = pathlib.Path(folder.name) / "home"
        self.folder = pathlib.Path(folder.name) / "work"
        home.mkdir()
        self.folder.mkdir()
        (self.folder / "some data.json").touch()
        (self.folder / "other.json").touch()
        self.env = environment(HOME=str(home), TERM="dumb")


class Bash(Shell):
    def offers(self, *words):
        return shells.bash_offers(BASH, ("vclink", *words), self.env)

    def test_it_is_sound(self):
        shells.run("bash", "-n", BASH)

    def test_commands_come_first(self):
        self.assertEqual(self.offers(""), commands())
        self.assertEqual(self.offers("--lang", "vi", "an"), ["analyze"])
        self.assertEqual(self.offers("help", "ch"), ["check"])

    def test_every_option_of_every_command_is_offered(self):
        for name in (None, *commands()):
            words = [name] if name else []
            self.assertEqual(self.offers(*words, "-"), [option for option, _ in options(name)])

    def test_every_word_of_every_option_is_offered(self):
        for name in (None, *commands()):
            before = [name] if name else []
            for option, words in options(name):
                if words:
                    self.assertEqual(self.offers(*before, option, ""), words)
                    self.assertEqual(self.offers(*before, option, "="), words)
                    self.assertEqual(self.offers(*before, option, "=", words[0][:1])[0], words[0])

    def test_tables_follow_the_file(self):
        self.assertEqual(self.offers("analyze", ""), [])
        self.assertEqual(self.offers("analyze", "x.json", ""), tables())
        self.assertEqual(self.offers("analyze", "x.json", "summary", "unl"), ["unlinked"])
        self.assertEqual(self.offers("analyze", "--skip", "cen"), ["centrality"])
        self.assertEqual(self.offers("check", "x.json", ""), [])

    def test_values_of_options_are_no_operands(self):
        for words in (("--format", "csv"), ("--format", "=", "csv"), ("-o", "out.csv"),
                      ("--without", "e1"), ("--quiet",)):
            self.assertEqual(self.offers("analyze", *words, ""), [], words)
            self.assertEqual(self.offers("analyze", *words, "x.json", "crit"), ["critical"], words)

    def test_two_dashes_end_the_options(self):
        self.assertEqual(self.offers("analyze", "--", "-"), [])
        self.assertEqual(self.offers("analyze", "--", "x.json", "unl"), ["unlinked"])

    def test_it_completes_on_a_terminal(self):
        typist = shells.Typist(["bash", "--norc", "--noprofile", "-i"], f"source {BASH}", self.env,
                               self.folder)
        self.addCleanup(typist.close)
        self.assertEqual(typist.arguments("vclink ana\tso\tunl\t--form\t nd\t"),
                         ["analyze", "some data.json", "unlinked", "--format", "ndjson"])
        self.assertEqual(typist.arguments("vclink check --output=oth\t --color=nev\t"),
                         ["check", "--output=other.json", "--color=never"])
        # Nothing is there to choose a date or an id from, files least of all.
        self.assertEqual(typist.arguments("vclink analyze --as-of oth\t"),
                         ["analyze", "--as-of", "oth"])


@unittest.skipUnless(shells.is_there("zsh"), "no zsh")
class Zsh(Shell):
    def test_it_is_sound(self):
        shells.run("zsh", "-n", ZSH)

    def test_it_completes_on_a_terminal(self):
        first = f"fpath=({ZSH.parent} $fpath); autoload -U compinit; compinit -u -D"
        typist = shells.Typist(["zsh", "-f", "-i"], first, self.env, self.folder)
        self.addCleanup(typist.close)
        self.assertEqual(typist.arguments("vclink ana\tso\tunl\t --form\tnd\t"),
                         ["analyze", "some data.json", "unlinked", "--format=ndjson"])
        self.assertEqual(typist.arguments("vclink check -o oth\t --col\tnev\t"),
                         ["check", "-o", "other.json", "--color=never"])
        self.assertEqual(typist.arguments("vclink --lang vi help che\t"),
                         ["--lang", "vi", "help", "check"])
        self.assertEqual(typist.arguments("vclink analyze --skip=gap\t --as-of oth\t"),
                         ["analyze", "--skip=gaps", "--as-of", "oth"])


@unittest.skipUnless(shells.is_there("fish"), "no fish")
class Fish(Shell):
    def offers(self, line):
        offered = shells.fish_offers(FISH, f"vclink {line}", self.env, self.folder)
        return [word.replace("\\ ", " ") for word, _ in offered]

    def test_it_is_sound(self):
        shells.run("fish", "--no-execute", FISH, env=self.env)

    def test_commands_come_first(self):
        self.assertEqual(sorted(self.offers("")), sorted(commands()))
        self.assertEqual(self.offers("--lang vi an"), ["analyze"])
        self.assertEqual(self.offers("help ch"), ["check"])

    def test_every_option_of_every_command_is_offered(self):
        for name in (None, *commands()):
            line = f"{name} --" if name else "--"
            self.assertEqual({offer.rstrip("=") for offer in self.offers(line)},
                             {option for option, _ in options(name)}, name)

    def test_every_word_of_every_option_is_offered(self):
        for name in (None, *commands()):
            for option, words in options(name):
                if words:
                    line = f"{name or ''} {option} "
                    self.assertEqual(sorted(self.offers(line)), sorted(words), line)

    def test_what_is_offered_is_described(self):
        offered = shells.fish_offers(FISH, "vclink analyze --format ", self.env, self.folder)
        self.assertIn(("csv", "one table, for a spreadsheet"), offered)
        offered = shells.fish_offers(FISH, "vclink analyze x.json unlinke", self.env, self.folder)
        self.assertEqual(offered, [("unlinked", "Without a buyer")])

    def test_tables_follow_the_file(self):
        self.assertEqual(sorted(self.offers("analyze x.json ")), sorted(tables()))
        self.assertEqual(self.offers("analyze --format csv -o y -- x.json unlinke"), ["unlinked"])
        self.assertEqual(self.offers("analyze --skip centralit"), ["centrality"])

    def test_files_are_offered_where_they_stand(self):
        for line in ("analyze ", "check ", "check x.json ", "analyze --as-of 2023-12-31 "):
            self.assertEqual(self.offers(line), ["other.json", "some data.json"], line)
        self.assertEqual(self.offers("analyze x.json -o oth"), ["other.json"])
        for line in ("analyze --without ", "list ", "analyze x.json "):
            self.assertNotIn("other.json", self.offers(line), line)


if __name__ == "__main__":
    command.main()
