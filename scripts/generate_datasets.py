#!/usr/bin/python3
"""Make the two example datasets: synthetic value chains around published totals.

    generate_datasets.py            write datasets/<name>/<name>.json
    generate_datasets.py --check    compare with the files on disk; exit 1 if one differs

How each is made stands in datasets/recipes, what is published and what is made up in
datasets/README.md.
"""
import argparse
import sys
from pathlib import Path

DATASETS = Path(__file__).resolve().parent.parent / "datasets"

sys.dont_write_bytecode = True
sys.path.insert(0, str(DATASETS))
from recipes import bac_giang_2021, tan_lac_2023  # noqa: E402
from recipes.chain import as_text  # noqa: E402

RECIPES = {
    "bac-giang-2021": bac_giang_2021.BacGiang,
    "tan-lac-2023": tan_lac_2023.TanLac,
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    print(f"{path.name}: written")
    return True


def is_current(path, text):
    current = path.is_file() and path.read_bytes() == text.encode("utf-8")
    print(f"{path.name}: {'as generated' if current else 'differs from what this script makes'}")
    return current


def main():
    parser = argparse.ArgumentParser(description="Make the example datasets.")
    parser.add_argument(
        "--check", action="store_true", help="compare with the files on disk, write nothing"
    )
    parser.add_argument("--folder", type=Path, default=DATASETS, help="where the datasets stand")
    options = parser.parse_args()
    act = is_current if options.check else write
    results = [
        act(options.folder / name / f"{name}.json", as_text(recipe().build()))
        for name, recipe in RECIPES.items()
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
