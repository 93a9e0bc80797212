#!/usr/bin/python3
"""Wrong usage, files that cannot be read or written, and being interrupted."""
import os
import pathlib
import signal
import stat
import subprocess
import tempfile
import time
import unittest

import command
from command import SMALL, environment, run


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "small.json"
        self.data.write_text(SMALL, encoding="utf-8")

    def assert_one_line(self, done, status, *parts):
        """Nothing on stdout, one line on stderr that holds the parts, this exit status."""
        error = done.stderr.decode()
        self.assertEqual((done.returncode, done.stdout), (status, b""), error)
        self.assertEqual(error.count("\n"), 1, error)
        self.assertTrue(error.startswith("vclink: "), error)
        for part in parts:
            self.assertIn(part, error)


class WrongUsage(Case):
    def test_without_arguments_the_usage_stands_on_stderr(self):
        done = run()
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        for name in ("check", "analyze", "list", "help"):
            self.assertIn(name, done.stderr.decode())

    def test_an_unknown_option_names_the_nearest(self):
        self.assert_one_line(run("analyze", self.data, "--formt", "json"), 2, "--formt", "--format")
        self.assert_one_line(run("analyze", "--witout=x", self.data), 2, "--witout", "--without")
        self.assert_one_line(run("analyze", self.data, "-x"), 2, "-x", "vclink analyze --help")
        self.assert_one_line(run("--verison"), 2, "--version")
        self.assert_one_line(run("analyze", self.data, "--qqqqqqqqq"), 2, "vclink analyze --help")

    def test_an_option_of_another_command_is_told_apart(self):
        done = run("check", "--without", "e1", self.data)
        self.assert_one_line(done, 2, "--without", "vclink check --help")

    def test_a_missing_or_unwanted_value_is_told(self):
        self.assert_one_line(run("analyze", self.data, "--as-of"), 2, "--as-of")
        self.assert_one_line(run("analyze", self.data, "--quiet=yes"), 2, "--quiet", "=yes")
        self.assert_one_line(run("analyze", self.data, "-o"), 2, "--output")

    def test_an_empty_name_of_a_file_is_told_whatever_the_command(self):
        for name in ("check", "analyze", "list", "export", "report"):
            done = run(name, *([] if name == "list" else [self.data]), "-o", "", cwd=self.folder)
            self.assert_one_line(done, 2, "--output", f"vclink {name} --help")
        self.assert_one_line(run("analyze", self.data, "--output="), 2, "--output")
        self.assert_one_line(run("report", self.data, "--regions", ""), 2, "--regions")

    def test_a_value_that_is_none_of_the_words_names_them(self):
        self.assert_one_line(run("analyze", self.data, "--format", "jsn"), 2, "json", "csv", "jsn")
        self.assert_one_line(run("analyze", self.data, "--lang", "fr"), 2, "vi, en", "fr")
        self.assert_one_line(run("analyze", self.data, "--color=blue"), 2, "always")

    def test_top_takes_whole_numbers_from_one(self):
        for wrong in ("0", "-1", "1.5", "x", "", "99999999999999999999999"):
            self.assert_one_line(run("analyze", self.data, "--top", wrong), 2, "--top", wrong)

    def test_an_unknown_command_names_the_nearest(self):
        self.assert_one_line(run("analyse", self.data), 2, "vclink analyze")
        self.assert_one_line(run("zzzzzz"), 2, "vclink --help")
        self.assert_one_line(run("help", "chek"), 2, "check")

    def test_a_file_without_a_command_is_taken_for_analyze(self):
        self.assert_one_line(run(self.data), 2, f"vclink analyze {self.data}")

    def test_a_missing_file_operand_says_what_to_type(self):
        self.assert_one_line(run("analyze"), 2, "vclink analyze FILE")
        self.assert_one_line(run("check"), 2, "vclink check FILE")
        self.assert_one_line(run("list", self.data), 2, str(self.data))

    def test_an_unknown_table_names_the_nearest(self):
        self.assert_one_line(run("analyze", self.data, "unlinkd"), 2, "unlinkd", "unlinked")
        self.assert_one_line(run("analyze", "no-such-file", "qqqqqqqq"), 2, "vclink list")

    def test_a_table_before_the_file_is_told(self):
        self.assert_one_line(run("analyze", "unlinked", self.data), 2,
                             f"vclink analyze {self.data} unlinked")

    def test_csv_wants_one_table(self):
        for tables in ((), ("unlinked", "critical")):
            done = run("analyze", self.data, *tables, "--format", "csv")
            self.assert_one_line(done, 2, f"vclink analyze {self.data} unlinked --format csv")

    def test_bom_is_for_csv(self):
        self.assert_one_line(run("analyze", self.data, "--bom"), 2, "--format csv")

    def test_an_unknown_id_names_the_nearest(self):
        self.assert_one_line(run("analyze", self.data, "--without", "E-1"), 2, "E-1", "e1")

    def test_an_impossible_date_is_wrong_usage(self):
        for wrong in ("2023-02-29", "31/12/2023", "", "2023-1-1"):
            self.assert_one_line(run("analyze", self.data, "--as-of", wrong), 2)
            self.assert_one_line(run("check", self.data, "--as-of", wrong), 2)

    def test_arguments_are_made_visible(self):
        done = run("analyze", self.data, "a\033[31mb\u202e\n")
        self.assert_one_line(done, 2, "<U+001B>", "<U+202E>", "<U+000A>")
        done = run("--lang", "vi", b"\xff".decode("utf-8", "surrogateescape"))
        self.assert_one_line(done, 2, "<0xFF>", "lệnh")

    def test_errors_come_in_the_language_asked_for(self):
        self.assert_one_line(run("analyze", "--lang", "vi", self.data, "--nope"), 2, "tùy chọn")
        vietnamese = environment(LC_ALL="", LANG="vi_VN.UTF-8")
        self.assert_one_line(run("nope", env=vietnamese), 2, "không có lệnh")
        self.assert_one_line(run("nope", "--lang=en", env=vietnamese), 2, "there is no command")


class Options(Case):
    def test_options_stand_anywhere(self):
        want = run("analyze", self.data, "coverage", "--format", "csv").stdout
        self.assertTrue(want)
        for args in (("--format", "csv", self.data, "coverage"),
                     (self.data, "--format=csv", "coverage"),
                     ("--format=csv", "--", self.data, "coverage")):
            self.assertEqual(run("analyze", *args).stdout, want)
        done = run("--lang", "vi", "analyze", self.data, "coverage", "--format", "csv")
        self.assertEqual(done.stdout, want)

    def test_two_dashes_end_the_options(self):
        (self.folder / "-odd.json").write_text(SMALL, encoding="utf-8")
        self.assertEqual(run("check", "--", "-odd.json", cwd=self.folder).returncode, 0)
        self.assertEqual(run("check", "-odd.json", cwd=self.folder).returncode, 2)

    def test_short_options_may_be_joined(self):
        target = self.folder / "out.json"
        self.assertEqual(run("analyze", self.data, "-qo", target).returncode, 0)
        self.assertTrue(target.read_bytes().startswith(b"{"))
        target.unlink()
        self.assertEqual(run("analyze", self.data, f"-o{target}").returncode, 0)
        self.assertTrue(target.exists())

    def test_version_and_help(self):
        for option in ("--version", "-V"):
            text = run(option).stdout.decode()
            self.assertRegex(text, r"^vclink \d+\.\d+\.\d+ \(igraph \d+\.\d+")
        for args in (("--help",), ("-h",), ("help",), ("help", "analyze"), ("analyze", "--help"),
                     ("check", "-h"), ("list", "--help"), ("help", "help"),
                     ("analyze", self.data, "--lang", "vi", "--help")):
            done = run(*args)
            self.assertEqual((done.returncode, done.stderr), (0, b""), args)
            self.assertIn(b"vclink", done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.decode().splitlines())), 100, args)

    def test_help_of_a_command_is_the_same_both_ways(self):
        for name in ("check", "analyze", "list"):
            self.assertEqual(run("help", name).stdout, run(name, "--help").stdout)

    def test_the_ending_of_the_output_chooses_the_format(self):
        for ending, start in (("csv", b"scope,"), ("ndjson", b"{"), ("json", b"{\"format\""),
                              ("dat", b"{\"format\"")):
            target = self.folder / f"out.{ending}"
            done = run("analyze", self.data, "coverage", "-o", target)
            self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
            text = target.read_bytes()
            self.assertEqual(b"".join(text.split())[:len(start)], start, ending)

    def test_a_byte_order_mark_is_added_on_request(self):
        args = ("analyze", self.data, "coverage", "--format", "csv")
        self.assertEqual(run(*args, "--bom").stdout, b"\xef\xbb\xbf" + run(*args).stdout)


class Files(Case):
    def test_a_file_that_is_not_there_cannot_be_read(self):
        self.assert_one_line(run("analyze", self.folder / "none.json"), 4, "none.json")
        self.assert_one_line(run("analyze", self.folder), 4, str(self.folder))

    def test_check_goes_on_after_a_file_that_cannot_be_read(self):
        bad = self.folder / "bad.json"
        bad.write_text('{"nodes": [{"id": "x", "kind": "horse"}], "links": []}', encoding="utf-8")
        done = run("check", self.folder / "none.json", bad, self.data)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"none.json", done.stderr)
        self.assertIn(b"horse", done.stdout)
        self.assertIn(b"small.json: no problems", done.stdout)
        self.assertEqual(run("check", bad, self.data).returncode, 1)
        self.assertEqual(run("check", self.data).returncode, 0)
        for form in ("json", "ndjson", "csv"):
            done = run("check", "--format", form, self.folder / "none.json", bad, self.data)
            self.assertEqual(done.returncode, 4)
            self.assertIn(b"horse", done.stdout)

    def test_a_full_disk_is_told(self):
        for args in (("analyze", self.data), ("check", self.data), ("list",), ("--version",),
                     ("--help",), ("list", "--format", "json")):
            with open("/dev/full", "wb") as full:
                done = run(*args, stdout=full)
            self.assertEqual(done.returncode, 4, args)
            self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        self.assert_one_line(run("analyze", self.data, "-o", "/dev/full"), 4, "/dev/full")

    def test_a_missing_folder_is_told(self):
        target = self.folder / "none" / "out.json"
        self.assert_one_line(run("analyze", self.data, "-o", target), 4, str(target))
        self.assert_one_line(run("analyze", self.data, "-o", self.folder), 4, str(self.folder))

    def test_invalid_data_leaves_the_output_as_it_was(self):
        target = self.folder / "out.json"
        target.write_text("old", encoding="utf-8")
        self.data.write_text(SMALL.replace('"f1", "target"', '"f2", "target"'), encoding="utf-8")
        done = run("analyze", self.data, "-o", target)
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        self.assertIn(b"small.json:7: error: /links/0/source: ", done.stderr)
        self.assertEqual(target.read_text(encoding="utf-8"), "old")
        self.assertEqual(sorted(os.listdir(self.folder)), ["out.json", "small.json"])

    def test_a_file_is_replaced_as_a_whole_and_keeps_its_mode(self):
        target = self.folder / "out.json"
        target.write_text("old", encoding="utf-8")
        target.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(target)
        self.assertEqual(run("analyze", self.data, "-o", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertTrue(target.read_bytes().startswith(b"{"))
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)
        self.assertEqual(sorted(os.listdir(self.folder)), ["link.json", "out.json", "small.json"])

    def test_a_device_is_written_to(self):
        self.assertEqual(run("analyze", self.data, "-o", "/dev/null").returncode, 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_warnings_go_to_stderr_unless_quiet(self):
        self.data.write_text(SMALL.replace('"target": "e1"', '"target": "c1"'), encoding="utf-8")
        done = run("analyze", self.data)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"small.json:8: warning: /links/1", done.stderr)
        quiet = run("analyze", self.data, "--quiet")
        self.assertEqual((quiet.returncode, quiet.stderr), (0, b""))
        self.assertEqual(quiet.stdout, done.stdout)
        self.assertIn(b"warning", run("check", self.data).stdout)
        self.assertEqual(run("check", "-q", self.data).stdout, b"")

    def test_more_than_a_thousand_of_a_kind_are_counted(self):
        lines = ['{"node": {"id": "a", "kind": "farmer"}}']
        lines += ['{"link": {"source": "a", "target": "b%d"}}' % i for i in range(1234)]
        self.data.write_text("\n".join(lines), encoding="utf-8")
        done = run("check", self.data)
        text = done.stdout.decode()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(text.count("/link/target"), 1000, text[:400])
        self.assertIn("234 more of unknown-node", text)
        self.assertIn("1234 errors", text.splitlines()[-1])

    def test_standard_input_is_read(self):
        want = run("analyze", self.data).stdout
        self.assertTrue(want)
        self.assertEqual(run("analyze", "-", stdin=SMALL.encode()).stdout, want)


class Interrupted(Case):
    def start(self, *args):
        """The command, reading from a pipe that stays open."""
        process = subprocess.Popen([command.VCLINK, *map(str, args)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=environment())
        self.addCleanup(process.communicate)
        process.stdin.write(b'{"node": {"id": "a", "kind": "farmer"}}\n')
        process.stdin.flush()
        time.sleep(0.3)
        return process

    def test_signals_end_it_with_their_status(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            process = self.start("analyze", "-", "-o", self.folder / "out.json")
            process.send_signal(number)
            self.assertEqual(process.wait(10), status)
            self.assertEqual(sorted(os.listdir(self.folder)), ["small.json"])

    def test_signals_end_a_long_computation_at_once(self):
        chain = self.folder / "long.jsonl"
        with open(chain, "w", encoding="utf-8") as lines:  # betweenness costs its square
            lines.write('{"node": {"id": "e", "kind": "enterprise"}}\n')
            for i in range(100000):
                target = f"c{i + 1}" if i < 99999 else "e"
                lines.write(f'{{"node": {{"id": "c{i}", "kind": "cooperative"}}}}\n{{"link": '
                            f'{{"source": "c{i}", "target": "{target}", "kind": "supply"}}}}\n')
        process = subprocess.Popen(
            [command.VCLINK, "analyze", chain, "centrality", "--threads", "2", "-o",
             self.folder / "out.json"], stderr=subprocess.DEVNULL)
        time.sleep(3)
        self.assertIsNone(process.poll(), "it was over before it was interrupted")
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10), 130)
        self.assertLess(time.monotonic() - began, 5)
        self.assertEqual(sorted(os.listdir(self.folder)), ["long.jsonl", "small.json"])


if __name__ == "__main__":
    command.main()
