#!/usr/bin/python3
"""What is installed serves others: pkg-config, CMake, C and C++, and nothing but vcl_ symbols."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import command
from command import BUILD, ROOT, SMALL, environment

# The README's own example: it must keep working.
EXAMPLE = re.compile(r"```c\n(.*?int main.*?)```", re.DOTALL)
CMAKE = """cmake_minimum_required(VERSION 3.20)
project(example LANGUAGES C)
find_package(vclink 0.1 REQUIRED)
add_executable(shared example.c)
target_link_libraries(shared PRIVATE vclink::vclink)
add_executable(static example.c)
target_link_libraries(static PRIVATE vclink::vclink_static)
"""


def call(*args, **more):
    done = subprocess.run([str(arg) for arg in args], capture_output=True, text=True, check=False,
                          **more)
    if done.returncode != 0:
        raise AssertionError(f"{args}: {done.stdout}{done.stderr}")
    return done.stdout


def sanitized():
    """A library built with sanitizers wants them in whatever links it."""
    cache = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8")
    build_type = re.search(r"^CMAKE_BUILD_TYPE:\w+=(\w+)", cache, re.MULTILINE)[1].upper()
    flags = re.search(rf"^CMAKE_C_FLAGS_{build_type}:\w+=(.*)", cache, re.MULTILINE)[1]
    return "-fsanitize" in flags or "--coverage" in flags


@unittest.skipIf(sanitized(), "a build with sanitizers is not installed")
class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.prefix = cls.folder / "first"
        call("cmake", "--install", BUILD, "--prefix", cls.prefix)
        # An installed tree may be moved.
        cls.prefix = cls.prefix.rename(cls.folder / "moved")
        cls.library = next(cls.prefix.glob("lib*/**/libvclink.so")).parent
        cls.data = cls.folder / "small.json"
        # The cooperative of the small dataset, without its buyer.
        cls.data.write_text(SMALL.replace('"target": "e1"', '"target": "c1"'), encoding="utf-8")
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        cls.example = cls.folder / "example.c"
        cls.example.write_text(EXAMPLE.search(readme)[1], encoding="utf-8")
        cls.environment = environment(PKG_CONFIG_PATH=str(cls.library / "pkgconfig"))

    def flags(self, *options):
        return call("pkg-config", *options, "vclink", env=self.environment).split()

    def assert_works(self, *program, **changes):
        text = call(*program, self.data, env=environment(**changes))
        self.assertEqual(text, "c1: 1 households\n")

    def test_the_command_runs_from_where_it_was_moved(self):
        text = call(self.prefix / "bin" / "vclink", "--version", env=environment())
        self.assertTrue(text.startswith("vclink "))

    def test_man_finds_a_page_for_each_command_in_either_language(self):
        if shutil.which("man") is None:
            self.skipTest("no man")
        share = self.prefix / "share" / "man"
        for name in ("vclink", "vclink-check", "vclink-analyze"):
            for locale, folder in (("C.UTF-8", share), ("vi_VN.UTF-8", share / "vi")):
                locales = BUILD.resolve() / "locale"
                if locale != "C.UTF-8" and not (locales / locale).is_dir():
                    continue
                found = call("man", "-w", name, env=environment(
                    LC_ALL=locale, LOCPATH=str(locales), MANPATH=str(share)))
                self.assertEqual(found.strip(), str(folder / "man1" / f"{name}.1"))

    def test_completions_stand_where_shells_look(self):
        share = self.prefix / "share"
        for place, first in (("bash-completion/completions/vclink", "# Completion"),
                             ("zsh/site-functions/_vclink", "#compdef vclink"),
                             ("fish/vendor_completions.d/vclink.fish", "# Completion")):
            text = (share / place).read_text(encoding="utf-8")
            self.assertTrue(text.startswith(first), place)

    def test_the_pictures_of_the_readme_stand_beside_it(self):
        self.assertTrue((self.prefix / "share" / "doc" / "vclink" / "docs" / "guide.vi.md").is_file())
        readme = self.prefix / "share" / "doc" / "vclink" / "README.md"
        pictures = re.findall(r'(?:!\[[^\]]*\]\(|src=")([^)"]+\.png)', readme.read_text(encoding="utf-8"))
        self.assertTrue(pictures)
        for picture in pictures:
            self.assertTrue((readme.parent / picture).is_file(), picture)

    def test_pkg_config_gives_the_shared_library(self):
        program = self.folder / "by-pkg-config"
        call("cc", "-std=c11", "-Wall", "-Wextra", "-Werror", self.example, "-o", program,
             *self.flags("--cflags", "--libs"))
        self.assertIn("libvclink.so.0", call("readelf", "-d", program))
        self.assert_works(program, LD_LIBRARY_PATH=str(self.library))

    def test_pkg_config_gives_the_static_library(self):
        """Where only the archive is there, the same flags take it."""
        only = self.folder / "static"
        shutil.copytree(self.prefix, only)
        for shared in only.rglob("libvclink.so*"):
            shared.unlink()
        self.environment["PKG_CONFIG_PATH"] = str(next(only.rglob("vclink.pc")).parent)
        self.addCleanup(self.environment.update,
                        PKG_CONFIG_PATH=str(self.library / "pkgconfig"))
        program = self.folder / "by-pkg-config-static"
        call("cc", "-std=c11", self.example, "-o", program, *self.flags("--cflags", "--libs"))
        self.assertNotIn("libvclink", call("readelf", "-d", program))
        self.assert_works(program)

    def test_cmake_gives_both_libraries(self):
        project = self.folder / "project"
        project.mkdir()
        (project / "CMakeLists.txt").write_text(CMAKE, encoding="utf-8")
        shutil.copy(self.example, project / "example.c")
        call("cmake", "-S", project, "-B", project / "build",
             f"-DCMAKE_PREFIX_PATH={self.prefix}", env=environment())
        call("cmake", "--build", project / "build", env=environment())
        self.assert_works(project / "build" / "shared")
        self.assert_works(project / "build" / "static")
        self.assertIn("libvclink.so.0", call("readelf", "-d", project / "build" / "shared"))
        self.assertNotIn("libvclink", call("readelf", "-d", project / "build" / "static"))

    def test_only_our_own_names_are_exported(self):
        text = call("nm", "-D", "--defined-only", self.library / "libvclink.so")
        # The linker's own, which stand there because libxlsxwriter has them too.
        bounds = {"__bss_start", "_edata", "_end"}
        names = {line.split()[-1] for line in text.splitlines()} - bounds
        self.assertTrue(names)
        self.assertEqual([name for name in names if not name.startswith("vcl_")], [])
        declared = " ".join(path.read_text(encoding="utf-8")
                            for path in (ROOT / "include" / "vclink").glob("*.h"))
        declared = re.findall(r"VCL_API[^;]*?\b(vcl_\w+)\(", declared)
        self.assertEqual(sorted(names), sorted(declared))


class Headers(unittest.TestCase):
    def compile_each(self, *compiler):
        with tempfile.TemporaryDirectory() as folder:
            for header in sorted((ROOT / "include" / "vclink").glob("*.h")):
                source = pathlib.Path(folder) / "alone.c"
                twice = 2 * f"#include <vclink/{header.name}>\n"
                source.write_text(twice + "int main(void) { return 0; }\n", encoding="utf-8")
                call(*compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
                     f"-I{ROOT / 'include'}", source, env=environment())

    def test_every_header_compiles_alone_as_c(self):
        self.compile_each("cc", "-std=c11")

    def test_every_header_compiles_alone_as_cpp(self):
        compiler = shutil.which("g++") or shutil.which("clang++")
        if compiler is None:
            self.skipTest("no C++ compiler")
        self.compile_each(compiler, "-x", "c++", "-std=c++17")


if __name__ == "__main__":
    command.main()
