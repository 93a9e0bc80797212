#!/usr/bin/python3
"""cmake/page.cmake: what it makes of a page's sources, and what it refuses."""
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

import command      # noqa: E402

# Whatever could mean something to CMake.
ODD = 'var a = `${rest};${letters}[a]]]`, b = "\\\\n\\"", c = [1;2], d = "@x@ Đông Lai #{";\n'
FRAME = ("<html lang=\"{{language}}\"><meta content=\"{{script-hash}} {{style-hash}}\">"
         "<style>{{style}}</style>{{data}}<script>{{script}}</script></html>\n")


@unittest.skipUnless(shutil.which("cmake"), "cmake is not installed")
class Build(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vclink-page-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        (self.folder / "src").mkdir()
        self.write(**{"page.html": FRAME, "page.css": "a { color: red; }\n",
                      "one.js": "var one;\n", "two.js": ODD, "scripts.txt": "two.js\none.js\n"})

    def write(self, **files):
        for name, text in files.items():
            (self.folder / "src" / name).write_text(text, encoding="utf-8")

    def build(self):
        return subprocess.run(["cmake", f"-DSOURCE={self.folder}/src",
                               f"-DOUTPUT={self.folder}/page.c", "-P",
                               str(command.ROOT / "cmake" / "page.cmake")],
                              capture_output=True, text=True, check=False)

    def parts(self):
        """The page as the C file has it, slots as <SLOT>."""
        self.assertEqual(self.build().returncode, 0)
        text = (self.folder / "page.c").read_text(encoding="utf-8")
        arrays = dict(re.findall(r"char (part_\d+)\[\] = \{\n(.*?)\n\};", text, re.DOTALL))
        page = b""
        for slot, name in re.findall(r"\{ VCL_PAGE_(\w+), (\w+), ", text):
            page += bytes(int(byte, 16) for byte in re.findall("0x(..)", arrays[name])) \
                if slot == "BYTES" else f"<{slot}>".encode()
        return page.decode("utf-8")

    def test_scripts_are_joined_in_their_order_and_nothing_in_them_changes(self):
        script = f'(function () {{\n"use strict";\n{ODD}var one;\n}})();\n'
        page = self.parts()
        self.assertTrue(page.endswith(f"<DATA><script>{script}</script></html>\n"), page)
        self.assertTrue(page.startswith('<html lang="<LANGUAGE>"><meta content="'))

    def test_hashes_are_of_what_stands_between_the_tags(self):
        page = self.parts()
        for tag in ("style", "script"):
            text = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            self.assertIn(f"sha256-{digest}", page)

    def test_every_digest_is_base64(self):
        for number in range(20):
            self.write(**{"one.js": f"var one = {number};\n"})
            self.test_hashes_are_of_what_stands_between_the_tags()

    def test_a_script_that_is_not_listed_or_not_there_is_refused(self):
        self.write(**{"three.js": ""})
        self.assertIn("scripts.txt lists", self.build().stderr)
        self.write(**{"scripts.txt": "two.js\none.js\nthree.js\nfour.js\n"})
        self.assertIn("scripts.txt lists", self.build().stderr)

    def test_what_would_end_its_element_is_refused(self):
        for text in ("</script>", "</SCRIPT", "<!--", "<script"):
            self.write(**{"one.js": f"var one = '{text}';\n"})
            self.assertIn("must not contain", self.build().stderr)
        self.write(**{"one.js": "", "page.css": "/* </style> */"})
        self.assertIn("must not contain", self.build().stderr)

    def test_a_hole_that_is_not_closed_is_refused(self):
        self.write(**{"page.html": "{{style"})
        self.assertIn("without", self.build().stderr)


if __name__ == "__main__":
    command.main()
