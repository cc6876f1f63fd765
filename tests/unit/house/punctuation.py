#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that Chinese texts have Chinese marks (GB/T 15834): no half-width comma, colon or the like between characters."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
FOLDERS = ("apps", "server", "shared", "tools/desk")
SUFFIXES = {".cpp", ".h", ".inc", ".json", ".py", ".qml", ".ts"}
HALF = re.compile(r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\((?=[\u4e00-\u9fff])")


def main():
    faults = 0
    files = [ROOT / "README.zh_CN.md"]
    for folder in FOLDERS:
        files += (f for f in (ROOT / folder).rglob("*") if f.suffix in SUFFIXES)
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if HALF.search(line) and '"pattern"' not in line:
                faults += 1
                print(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    print(f"{len(files)} files read, {faults} lines with half-width marks in Chinese")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
