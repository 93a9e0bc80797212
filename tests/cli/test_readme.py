#!/usr/bin/python3
"""What the README shows is what the command says: every block that begins with "$ vclink ..." is run
and compared, trailing spaces aside. `analyze` without --format stands for a terminal, which shows
the overview.

  test_readme.py [--update]      --update pastes what the command says now
"""
import re
import shlex
import sys
import unittest

import command

README = command.ROOT / "README.md"
BLOCK = re.compile(r"^```\n\$ vclink (.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def shown(line):
    """What the command says for a line of the README."""
    args = shlex.split(line)
    if args[0] == "analyze" and "--format" not in args:
        args += ["--format", "overview", "--quiet"]
    done = command.run(*args, cwd=command.ROOT)
    text = done.stdout.decode() + done.stderr.decode()
    return "".join(f"{part.rstrip()}\n" for part in text.splitlines())


class Readme(unittest.TestCase):
    def test_every_session_is_as_shown(self):
        blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
        self.assertGreater(len(blocks), 3)
        for line, text in blocks:
            self.assertEqual(shown(line), text, line)


def update():
    text = README.read_text(encoding="utf-8")
    text = BLOCK.sub(lambda block: f"```\n$ vclink {block[1]}\n{shown(block[1])}```", text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        command.main()
