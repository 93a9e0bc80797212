#!/usr/bin/python3
"""Who includes whom, and other rules of the house that a machine can check."""
import re
import unittest

import command

SOURCE = command.ROOT / "src"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')

# Beside itself, base and the public headers.
MAY_INCLUDE = {"base": set(), "model": set(), "load": {"model"}, "values": set(), "names": {"values"},
               "registers": {"load", "model", "names", "sheet", "values"}, "graph": {"model"},
               "analysis": {"graph", "model"}, "export": {"model", "registers", "values"}, "sheet": set(),
               "import": {"load", "model", "names", "registers", "sheet", "values"}, "cli": set(), "manual": {"cli"}}
# Exporters that write JSON may use jansson too.
MAY_USE_JANSSON = re.compile(r"load/(careful|fields|diagnostics|geojson)\w*\.[ch]|export/\w*json\w*\.[ch]"
                             r"|registers/mapping\w*\.[ch]")
FORBIDDEN = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atof|gets|alloca)\s*\(")
LONGEST_FUNCTION = 50


def sources(*folders):
    for folder in folders or sorted(MAY_INCLUDE):
        yield from sorted((SOURCE / folder).glob("*.[ch]"))
        yield from sorted((SOURCE / folder).glob("*.def"))


def name_of(path):
    return str(path.relative_to(SOURCE))


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def functions(text):
    """(first line, number of lines) of each function of a file in our layout: the brace that opens
    it stands alone in column one, the closing one too."""
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield start, number - start - 1
            start = None


class Layers(unittest.TestCase):
    def test_every_folder_is_known(self):
        folders = {path.parent.name for path in SOURCE.glob("*/*.[ch]")}
        self.assertLessEqual(folders, set(MAY_INCLUDE))

    def test_each_layer_includes_only_those_below(self):
        for path in sources():
            own = path.parent.name
            allowed = {own} | MAY_INCLUDE[own] | (set() if own in ("cli", "manual") else {"base"})
            for bracket, header in includes(path):
                folder = header.split("/")[0]
                if bracket == '"':
                    self.assertIn(folder, allowed, f"{name_of(path)} includes {header}")

    def test_igraph_stays_in_graph_and_analysis(self):
        self.only("igraph", lambda path: path.parent.name in ("graph", "analysis"))

    def test_jansson_stays_where_json_is_read_with_care_or_written(self):
        self.only("jansson", lambda path: MAY_USE_JANSSON.fullmatch(name_of(path)))

    def test_utf8proc_stays_in_base(self):
        self.only("utf8proc", lambda path: path.parent.name == "base")

    def test_libxlsxwriter_stays_in_the_workbook(self):
        for library in ("xlsxwriter", "zlib"):
            self.only(library, lambda path: re.match(r"export/xlsx\w*\.[ch]", name_of(path)))

    def test_expat_and_minizip_stay_where_workbooks_are_read(self):
        for library in ("expat", "minizip", "unzip"):
            self.only(library, lambda path: re.match(r"sheet/xlsx\w*\.[ch]", name_of(path)))

    def test_cmocka_stays_in_the_tests(self):
        self.only("cmocka", lambda path: False)

    def only(self, library, is_allowed):
        for path in sources():
            for bracket, header in includes(path):
                if bracket == "<" and header.startswith(library):
                    self.assertTrue(is_allowed(path), f"{name_of(path)} includes <{header}>")

    def test_public_headers_include_only_the_standard_library_and_each_other(self):
        for path in sorted((command.ROOT / "include" / "vclink").glob("*.h")):
            for bracket, header in includes(path):
                fine = header.startswith("vclink/") or header.startswith("std")
                self.assertTrue(bracket == "<" and fine, f"{path.name} includes {header}")


class House(unittest.TestCase):
    def test_unsafe_functions_are_not_called(self):
        for path in sources():
            text = STRING.sub('""', COMMENT.sub("", path.read_text(encoding="utf-8")))
            self.assertIsNone(FORBIDDEN.search(text), name_of(path))

    def test_the_library_never_prints_exits_or_sets_the_locale(self):
        forbidden = re.compile(r"\b(printf|puts|putchar|exit|abort|setlocale|perror)\s*\("
                               r"|\bstderr\b")
        for path in sources(*(set(MAY_INCLUDE) - {"cli", "manual"})):
            text = STRING.sub('""', COMMENT.sub("", path.read_text(encoding="utf-8")))
            self.assertIsNone(forbidden.search(text), name_of(path))

    def test_the_command_never_sets_the_locale(self):
        for path in sources("cli"):
            self.assertNotIn("setlocale", path.read_text(encoding="utf-8"), name_of(path))

    def test_a_function_fits_two_screens_at_most(self):
        for path in sources():
            text = path.read_text(encoding="utf-8")
            for number, length in functions(text):
                self.assertLessEqual(length, LONGEST_FUNCTION, f"{name_of(path)}:{number}")

    def test_indents_are_spaces(self):
        for path in sources():
            self.assertNotIn("\t", path.read_text(encoding="utf-8"), name_of(path))

    def test_every_file_begins_by_saying_what_it_does(self):
        for path in sources():
            text = path.read_text(encoding="utf-8")
            self.assertTrue(text.startswith("/*"), name_of(path))

    def test_every_message_has_both_languages(self):
        entry = re.compile(r'\b(?:MESSAGE|TEXT)\(\s*(\w+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+),'
                           r'\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
        for path in (SOURCE / "base" / "messages.def", SOURCE / "cli" / "texts.def",
                     SOURCE / "manual" / "prose.def"):
            text = COMMENT.sub("", path.read_text(encoding="utf-8"))
            found = entry.findall(text)
            self.assertEqual(len(found), len(re.findall(r"\b(?:MESSAGE|TEXT)\(", text)), path.name)
            for name, english, vietnamese in found:
                holes = [sorted(set(re.findall(r"\{\d\}", t))) for t in (english, vietnamese)]
                self.assertEqual(holes[0], holes[1], name)


if __name__ == "__main__":
    command.main()
