#!/usr/bin/python3
"""What a person at a terminal sees, and what a pipe gets."""
import json
import os
import pathlib
import pty
import subprocess
import tempfile
import time
import unittest

import command
from command import SMALL, environment, run


def drain(fd):
    """All that arrives at the master side until the terminal is closed."""
    chunks = []
    while True:
        try:
            chunk = os.read(fd, 65536)
        except OSError:  # Linux: the other side is gone
            chunk = b""
        if not chunk:
            return b"".join(chunks).decode()
        chunks.append(chunk)


def at_terminal(*args, stdin=None, **changes):
    """Runs the command with a terminal for stdout and stderr; gives (status, what it shows)."""
    master, slave = pty.openpty()
    process = subprocess.Popen([command.VCLINK, *map(str, args)], stdin=stdin or slave,
                               stdout=slave, stderr=slave,
                               env=environment(**{"TERM": "xterm", "COLUMNS": "100", **changes}))
    os.close(slave)
    text = drain(master)
    os.close(master)
    return process.wait(), text


class Terminal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "small.json"
        self.data.write_text(SMALL, encoding="utf-8")

    def test_a_terminal_shows_the_overview(self):
        status, text = at_terminal("analyze", self.data)
        self.assertEqual(status, 0)
        self.assertIn("Tân Lạc 2023", text)
        self.assertNotIn('"format"', text)
        self.assertLessEqual(len(text.splitlines()), 60)

    def test_a_terminal_shows_named_tables(self):
        status, text = at_terminal("analyze", self.data, "buyers", NO_COLOR="1")
        self.assertEqual(status, 0)
        self.assertIn("e1", text)
        self.assertNotIn("\033", text)

    def test_a_pipe_gets_json(self):
        metrics = json.loads(run("analyze", self.data).stdout)
        self.assertEqual(metrics["format"], "vclink-metrics")
        status, text = at_terminal("analyze", self.data, "--format", "json")
        self.assertEqual((status, json.loads(text)), (0, metrics))

    def test_colours_follow_the_option_then_no_color_then_the_terminal(self):
        args = ("analyze", self.data)
        colored = at_terminal(*args)[1]
        self.assertIn("\033[", colored)
        self.assertNotIn("\033[", at_terminal(*args, NO_COLOR="1")[1])
        self.assertNotIn("\033[", at_terminal(*args, "--color", "never")[1])
        self.assertIn("\033[", at_terminal(*args, "--color", "always", NO_COLOR="1")[1])
        self.assertNotIn(b"\033[", run(*args, "--format", "overview").stdout)
        self.assertIn(b"\033[", run(*args, "--format", "overview", "--color=always").stdout)

    def test_both_languages_fit_the_width(self):
        for language in ("en", "vi"):
            for width in ("60", "80", "100"):
                _, text = at_terminal("analyze", self.data, "--lang", language,
                                      "--color", "never", "buyers", "unlinked", COLUMNS=width)
                longest = max(text.splitlines(), key=len)
                self.assertLessEqual(len(longest), int(width), longest)

    def test_warnings_are_counted_on_a_terminal(self):
        self.data.write_text(SMALL.replace('"target": "e1"', '"target": "c1"'), encoding="utf-8")
        _, text = at_terminal("analyze", self.data, "--color", "never")
        self.assertIn(f"1 warning; vclink check {self.data} shows them", text)
        self.assertNotIn("/links/1", text)

    def test_progress_comes_after_a_second_and_goes_again(self):
        reader, writer = os.pipe()
        process_input = os.fdopen(writer, "wb", buffering=0)
        child = os.fork()
        if child == 0:  # feeds the command slowly
            os.close(reader)
            record = b'{"node": {"id": "%d", "kind": "farmer", "name": "' + b"x" * 4000 + b'"}}\n'
            for i in range(300):
                process_input.write(record % i)
                time.sleep(0.006)
            os._exit(0)
        process_input.close()
        status, text = at_terminal("analyze", "-", "summary", "--color", "never", stdin=reader)
        os.close(reader)
        os.waitpid(child, 0)
        self.assertEqual(status, 0)
        self.assertIn("reading -: ", text)
        self.assertIn("\r\033[K", text.split("reading -: ")[-1])
        self.assertNotIn("reading", at_terminal("analyze", self.data)[1])


if __name__ == "__main__":
    command.main()
