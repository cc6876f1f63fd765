#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that problems people meet are told by shared/model/sentences.inc alone.

Every sentence of the table is used; every use gives exactly the values its text names; and where a problem may
reach a screen, no error is made from a text in the source. Framing of HTTP itself (heads, chunks), which no
client of ours can bring about, and what only a console shows are told in English by the place that finds them.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLE = ROOT / "shared" / "model" / "sentences.inc"
FOLDERS = ["server", "shared/rules", "shared/model"]
CONSOLE = ("server/app/", "server/services/import/", "server/http/head.cpp", "server/http/parser.cpp",
           "server/services/people/keycheck.cpp", "server/services/people/keyring.cpp",
           "server/services/records/audithead.cpp", "server/store/store.cpp")
ROW = re.compile(r'^ATRIUM_SENTENCE\((\w+), ("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\)$', re.M)
USE = re.compile(r"\bSentence::(\w+)(\s*,\s*\{)?")
ERROR = re.compile(r'ErrorCode::\w+,\s*(?:\{\}|"[^"]*"|[^,;{}()]+)\s*,\s*(?:std::string\()?"')


def balanced(text, start):
    """The text from the brace at start to the one that closes it."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at + 1]
    return ""


def main():
    table = {name: set(re.findall(r"\{(\w+)\}", english)) for name, _, english in ROW.findall(TABLE.read_text("utf-8"))}
    if TABLE.read_text("utf-8").count("\nATRIUM_SENTENCE(") != len(table):
        print("sentences.inc: a row is malformed or there twice")
        return 1
    used = set()
    faults = []
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*")):
            path = file.relative_to(ROOT).as_posix()
            if file.suffix not in (".cpp", ".h") or path.startswith("shared/model/sentence"):
                continue
            text = file.read_text(encoding="utf-8")
            line_of = lambda at: text.count("\n", 0, at) + 1
            for use in USE.finditer(text):
                name = use.group(1)
                if name == "none":
                    continue
                used.add(name)
                given = set(re.findall(r'\{"(\w+)",', balanced(text, use.end() - 1))) if use.group(2) else set()
                if name in table and given != table[name]:
                    faults.append(f"{path}:{line_of(use.start())}: {name} wants {sorted(table[name])}, gets {sorted(given)}")
            if not path.startswith(CONSOLE):
                faults += [f"{path}:{line_of(found.start())}: an error told outside sentences.inc"
                           for found in ERROR.finditer(text)]
    faults += [f"sentences.inc: nobody says {name}" for name in sorted(set(table) - used)]
    print("\n".join(faults) if faults else f"{len(table)} sentences checked")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
