"""The page's sources: every sentence in both languages, nothing that could turn text into markup."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from command import ROOT, main  # noqa: E402

PAGE = ROOT / "src" / "report"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
STRING = r'"((?:[^"\\]|\\.)*)"'
SENTENCE = re.compile(r"^  (\w+): \[" + STRING + r",\s*" + STRING + r"\],$", re.M)
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
          "DOMParser", "createContextualFragment", "javascript:", "localStorage", "fetch(",
          "XMLHttpRequest", "import(", "cookie", "WebSocket", "sendBeacon")


def sentences():
    text = SCRIPTS["strings.js"].split("const words")[0]
    return {key: (english, vietnamese) for key, english, vietnamese in SENTENCE.findall(text)}


class Sentences(unittest.TestCase):
    def test_all_are_read_here(self):
        keys = re.findall(r"^  (\w+): \[", SCRIPTS["strings.js"].split("const words")[0], re.M)
        self.assertEqual(sorted(keys), sorted(sentences()))
        self.assertEqual(len(keys), len(set(keys)), "a key stands twice")

    def test_every_one_that_is_said_is_there(self):
        known = sentences()
        for name, text in SCRIPTS.items():
            for function, key in re.findall(r"\b(say|sayCount)\(\s*\"(\w+)\"\s*[,)]", text):
                self.assertIn(key, known, f"{name}: {function}")
            for start in re.findall(r"\bsay(?:Count)?\(\"(\w+_)\" \+", text):
                self.assertTrue(any(key.startswith(start) for key in known), f"{name}: {start}")

    def test_none_is_idle(self):
        others = "".join(text for name, text in SCRIPTS.items() if name != "strings.js")
        starts = re.findall(r"\"(\w+_)\" \+", others)
        for key in sentences():
            plain = key[:-4] if key.endswith("_one") else key
            said = f'"{plain}"' in others or any(plain.startswith(one) for one in starts)
            self.assertTrue(said, key)

    def test_holes_are_the_same_in_both(self):
        for key, (english, vietnamese) in sentences().items():
            self.assertEqual(set(re.findall(r"\{\w+\}", english)),
                             set(re.findall(r"\{\w+\}", vietnamese)), key)

    def test_both_are_written(self):
        for key, (english, vietnamese) in sentences().items():
            self.assertTrue(english.strip() and vietnamese.strip(), key)


class Scripts(unittest.TestCase):
    def test_no_way_from_text_to_markup_or_to_the_network(self):
        for name, text in SCRIPTS.items():
            for bad in MARKUP:
                self.assertNotIn(bad, text, name)

    def test_each_is_small_and_says_what_it_is(self):
        for name, text in SCRIPTS.items():
            self.assertTrue(text.startswith("/* "), name)
            limit = 450 if name == "strings.js" else 240
            self.assertLess(text.count("\n"), limit, name)

    def test_the_frame_has_no_handlers_and_no_styles_of_its_own(self):
        frame = (PAGE / "page.html").read_text(encoding="utf-8")
        self.assertNotRegex(frame, r"\son\w+=|\sstyle=|https?:")

    def test_the_page_is_light(self):
        size = sum(path.stat().st_size for path in PAGE.iterdir())
        self.assertLess(size, 600 * 1000)


if __name__ == "__main__":
    sys.exit(main())
