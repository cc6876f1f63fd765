#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the sources that changed: the parts without Qt, whose headers are all in the tree.

  tools/tidy.py                 what the last commit and the working tree changed
  tools/tidy.py --since REV     what changed since REV
  tools/tidy.py --all           everything (about three quarters of an hour on two cores)

Exit status 1 when something is found. The checks are in .clang-tidy.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "dev"
FOLDERS = ("server/", "shared/model/", "shared/rules/", "shared/sync/core/", "shared/devices/codec/")


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")


def changed(since):
    """Sources that differ from `since`, and those in whose folder a header of the same name does."""
    if subprocess.run(["git", "rev-parse", "-q", "--verify", since], cwd=ROOT, capture_output=True).returncode:
        return []  # the first commit, or a clone without history
    names = set(git("diff", "--name-only", "--diff-filter=d", since))
    names |= {name[:-2] + ".cpp" for name in names if name.endswith(".h")}
    return sorted(names)


def check(name):
    run = subprocess.run(["clang-tidy-14", "-p", BUILD, "--quiet", name], cwd=ROOT, capture_output=True, text=True)
    return name, run.returncode, run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--since", default="HEAD~1", metavar="REV")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()

    names = git("ls-files", "*.cpp") if options.all else changed(options.since)
    names = [n for n in names if n.startswith(FOLDERS) and n.endswith(".cpp") and (ROOT / n).exists()]
    if names and not (BUILD / "compile_commands.json").exists():
        subprocess.run(["cmake", "--preset", "dev"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, status, text in pool.map(check, names):
            if status:
                bad += 1
                print(f"{name}:\n{text}", flush=True)
    print(f"{len(names)} files checked by clang-tidy" + (f", {bad} with findings" if bad else ""))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
