#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the checksums of a hall package's files into its manifest after they were edited by hand.

Usage: updatemanifest.py FOLDER
"""
import hashlib
import json
import pathlib
import sys


def update(folder):
    """Sets sha256 of every file and medium that exists. What the lists hold and their order stay."""
    folder = pathlib.Path(folder)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for entry in manifest["files"] + manifest.get("media", []):
        if (folder / entry["path"]).is_file():
            entry["sha256"] = hashlib.sha256((folder / entry["path"]).read_bytes()).hexdigest()
    path.write_text(written(manifest), encoding="utf-8")


def written(manifest):
    """One line per file, so that a change of one shows as one line."""
    lines = []
    for key, value in manifest.items():
        if key in ("files", "media") and value:
            entries = ",\n".join("    " + json.dumps(entry, ensure_ascii=False) for entry in value)
            lines.append(f"  {json.dumps(key)}: [\n{entries}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    update(sys.argv[1])
