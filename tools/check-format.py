#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every C++ source follows .clang-format; --fix rewrites those that do not."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]


def main():
    listed = subprocess.run(["git", "ls-files", "*.cpp", "*.h"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [f for f in listed.stdout.split() if (ROOT / f).exists()]
    mode = ["-i"] if "--fix" in sys.argv else ["--dry-run", "--Werror"]
    faults = 0
    for start in range(0, len(files), 50):
        faults |= subprocess.run(["clang-format-14", *mode, *files[start:start + 50]], cwd=ROOT).returncode
    print(f"{len(files)} files checked for format")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
