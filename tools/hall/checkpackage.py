#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a hall package: the JSON Schema of every file, the checksums and what points where.

Usage: checkpackage.py FOLDER [--schema FILE] [--demonstration]

Prints one line per fault ("file: what is wrong") and exits 1 when there is any. --demonstration also
checks that the package is as rich as the demonstration hall promises to be.
"""
import argparse
import functools
import hashlib
import json
import pathlib
import sys

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import crossreferences  # noqa: E402
import richness  # noqa: E402

DEFAULT_SCHEMA = pathlib.Path(__file__).parents[2] / "server/data/hall-package.schema.json"
SINGLE = {"hall", "history"}  # kinds whose file holds one object; all others hold an array


@functools.cache
def read_schema(path):
    """The package schema, itself checked against its meta-schema; ValidationError when it is wrong."""
    schema = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def read_json(path, faults, label):
    """The parsed file, or None with a fault noted."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        faults.append(f"{label}: cannot be read: {error}")
        return None


def schema_faults(schema, value, label):
    """Where value breaks schema, at most five places."""
    validator = jsonschema.Draft202012Validator(schema)
    errors = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{label}: {error.json_path}: {error.message[:200]}" for error in errors[:5]]


def checksum_faults(folder, entry):
    path = folder / entry["path"]
    if not path.is_file():
        return [f"{entry['path']}: listed in the manifest and not there"]
    if "sha256" in entry and hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        return [f"{entry['path']}: SHA-256 differs from the manifest's"]
    return []


def unlisted_files(folder, manifest):
    """Files of the folder that the manifest does not name; a typing error in a path shows here."""
    listed = {entry["path"] for entry in manifest["files"] + manifest.get("media", [])}
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return [f"{path}: not listed in the manifest" for path in sorted(found - listed - {"manifest.json"})]


def load(folder, schema):
    """(records by kind, faults). Records are lists; of kinds with one object, a list of one."""
    faults = []
    manifest = read_json(folder / "manifest.json", faults, "manifest.json")
    if manifest is not None:
        faults += schema_faults(schema, manifest, "manifest.json")
    if faults:
        return None, faults
    records = {"manifest": [manifest], "media": manifest.get("media", [])}
    for entry in manifest["files"] + records["media"]:
        faults += checksum_faults(folder, entry)
    faults += unlisted_files(folder, manifest)
    for entry in manifest["files"]:
        kind, label = entry["kind"], entry["path"]
        value = read_json(folder / label, faults, label) if (folder / label).is_file() else None
        if value is None:
            continue
        part = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"}
        wrong = schema_faults(part, value, label)
        faults += wrong
        if not wrong:
            records.setdefault(kind, []).extend([value] if kind in SINGLE else value)
    return records, faults


def check(folder, schema_path=DEFAULT_SCHEMA, demonstration=False):
    """All faults of the package in folder, as texts; none means it can be imported."""
    schema = read_schema(schema_path)
    records, faults = load(pathlib.Path(folder), schema)
    if faults:
        return faults  # what points where is worth checking only in well-formed records
    faults = crossreferences.faults(records)
    if demonstration:
        faults += richness.faults(records)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--schema", default=DEFAULT_SCHEMA)
    parser.add_argument("--demonstration", action="store_true")
    arguments = parser.parse_args()
    faults = check(arguments.folder, arguments.schema, arguments.demonstration)
    for fault in faults:
        print(fault)
    print(f"{arguments.folder}: {len(faults)} fault(s)" if faults else f"{arguments.folder}: in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
