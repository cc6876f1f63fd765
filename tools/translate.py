#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a Qt Linguist file from a JSON table {source: translation}: translate.py FILE.ts TABLE.json

Entries that stay unfinished are printed; the exit status is then 1.
"""
import json
import sys
import xml.etree.ElementTree as tree


def main():
    path, table = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
    document = tree.parse(path)
    open_entries = 0
    for message in document.iter("message"):
        source = message.findtext("source")
        target = message.find("translation")
        if source in table:
            target.text = table[source]
            target.attrib.pop("type", None)
        elif target.get("type") == "unfinished":
            print("unfinished:", source)
            open_entries += 1
    with open(path, "wb") as file:
        file.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        document.write(file, encoding="utf-8")
        file.write(b"\n")
    return 1 if open_entries else 0


if __name__ == "__main__":
    sys.exit(main())
