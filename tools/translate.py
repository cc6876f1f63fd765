#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a Qt Linguist file from a JSON table {source: translation}: translate.py FILE.ts TABLE.json

A key "Context/source" goes before the source alone; a source with %n has a list of its two forms. Entries that stay unfinished are printed; the exit status is then 1.
"""
import json
import sys
import xml.etree.ElementTree as tree


def main():
    path, table = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
    document = tree.parse(path)
    open_entries = 0
    contexts = [(context.findtext("name").split("::")[-1], message)
                for context in document.iter("context") for message in context.iter("message")]
    for context, message in contexts:
        source = message.findtext("source")
        target = message.find("translation")
        words = table.get(f"{context}/{source}", table.get(source))
        if words is not None:
            if message.get("numerus") == "yes":
                for form in list(target):
                    target.remove(form)
                target.text = None
                for text in words if isinstance(words, list) else [words, words]:
                    tree.SubElement(target, "numerusform").text = text
            else:
                target.text = words
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
