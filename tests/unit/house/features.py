#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks docs/features.md: every row has four cells and every test it names exists in the sources.

A test is named in backquotes: `Suite.Name` (GoogleTest), `Class::slot` (QtTest), `tst_x.test_name` (Qt Quick
Test, Python), or the name of a CTest entry.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLE = ROOT / "docs" / "features.md"
ROW = re.compile(r"^\|\s*([HWMGS]\d[\w.]*-\d+[^|]*|\(house\))\s*\|(.*)\|\s*$")


def known_tests():
    names = set()
    for file in (ROOT / "tests").rglob("*"):
        if file.suffix == ".cpp":
            text = file.read_text(encoding="utf-8")
            for suite, name in re.findall(r"\b(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\s*\(\s*(\w+)\s*,\s*(\w+)", text):
                names.add(f"{suite}.{name}")
            for cls in re.findall(r"class\s+(\w+)\s*(?:final\s*)?:\s*public\s+QObject", text):
                for slot in re.findall(r"void\s+(\w+)\s*\(\s*\)", text):
                    names.add(f"{cls}::{slot}")
        elif file.suffix == ".qml":
            for name in re.findall(r"function\s+(test_\w+)", file.read_text(encoding="utf-8")):
                names.add(f"{file.stem}.{name}")
        elif file.suffix == ".py":
            for name in re.findall(r"def\s+((?:test|step)_\w+)", file.read_text(encoding="utf-8")):
                names.add(f"{file.stem}.{name}")
        elif file.name == "CMakeLists.txt":
            text = file.read_text(encoding="utf-8")
            names.update(re.findall(r"\bNAME\s+([\w.-]+)", text))
            names.update(re.findall(r"\batrium_(?:gtest|qttest|device_test)\s*\(\s*([\w.-]+)", text))
    return names


def main():
    tests = known_tests()
    rows = 0
    faults = []
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        found = ROW.match(line)
        if not found:
            continue
        rows += 1
        cells = [cell.strip() for cell in found.group(2).split("|")]
        if len(cells) < 3 or not all(cells[:3]):
            faults.append(f"features.md:{number}: a row needs id, what, where and test")
            continue
        named = re.findall(r"`([^`]+)`", cells[-1])
        if not named:
            faults.append(f"features.md:{number}: names no test")
        for name in named:
            if name not in tests:
                faults.append(f"features.md:{number}: there is no test {name}")
    for fault in faults:
        print(fault)
    print(f"{rows} rows, {len(tests)} tests known, {len(faults)} faults")
    return 1 if faults or rows == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
