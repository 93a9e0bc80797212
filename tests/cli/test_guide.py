#!/usr/bin/python3
"""The guides are followed to the letter: every "$ vclink ..." of a guide is run, one after the other, in
a copy of the example's folder, and must say what the guide shows. `analyze` and `report` stand for a
terminal: the first shows the overview there.

  test_guide.py [--update]      --update pastes what the command says now
"""
import csv
import pathlib
import re
import shlex
import shutil
import sys
import tempfile
import unittest

import command

EXAMPLE = command.ROOT / "datasets" / "example-registers"
GUIDES = {"vi": "vi_VN.UTF-8", "en": "C.UTF-8"}
BLOCK = re.compile(r"^```\n\$ vclink (.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def guide(language):
    return command.ROOT / "docs" / f"guide.{language}.md"


def shown(line, folder, locale):
    """What the command says for a line of the guide."""
    args = shlex.split(line)
    if args[0] == "analyze" and "--format" not in args:
        args += ["--format", "overview", "--quiet"]
    done = command.run(*args, cwd=folder, env=command.environment(LC_ALL=locale))
    text = done.stderr.decode() + done.stdout.decode()
    return "".join(f"{part.rstrip()}\n" for part in text.splitlines())


def sessions(language):
    """(line, what the guide shows, what the command says), in order."""
    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent) / "example"
        shutil.copytree(EXAMPLE, folder)
        for line, text in BLOCK.findall(guide(language).read_text(encoding="utf-8")):
            yield line, text, shown(line, folder, GUIDES[language])


class Guide(unittest.TestCase):
    def test_every_session_is_as_shown(self):
        for language in GUIDES:
            found = list(sessions(language))
            self.assertGreater(len(found), 8)
            for line, text, said in found:
                self.assertEqual(said, text, f"{guide(language).name}: {line}")

    def test_the_review_list_is_as_shown(self):
        columns = ("written", "role", "decision", "candidate_1", "name_1", "score_1")
        with open(EXAMPLE / "da-sua" / "ra-soat.csv", encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                shown_row = " | ".join(row[name] for name in columns)
                for language in GUIDES:
                    self.assertIn(f"| {shown_row} |", guide(language).read_text(encoding="utf-8"))

    def test_both_guides_take_the_same_steps(self):
        steps = [[line.split()[0] for line, _, _ in sessions(language)] for language in GUIDES]
        self.assertEqual(steps[0], steps[1])


def update():
    for language in GUIDES:
        said = iter([(line, now) for line, _, now in sessions(language)])
        text = guide(language).read_text(encoding="utf-8")
        text = BLOCK.sub(lambda _: "```\n$ vclink {}\n{}```".format(*next(said)), text)
        guide(language).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        command.main()
