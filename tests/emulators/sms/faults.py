# SPDX-License-Identifier: GPL-3.0-or-later
"""What both emulators of SMS peers share: their script of faults and the lines they say.

A script has lines `EVENT NUMBER FAULT [VALUE]`, for instance `submit 2 late 0.5`; NUMBER counts the events of that
name from 1, `*` is every one. Lines that begin with # are left out.
"""
import json
import sys
import threading

OUTPUT = threading.Lock()


class Script:
    def __init__(self, lines, known):
        self.faults = {}
        self.counts = {}
        for line in lines:
            words = line.split()
            if not words or words[0].startswith("#"):
                continue
            event, number, fault = words[0], words[1], words[2]
            if fault not in known.get(event, ()):
                sys.exit(f"script: {event} knows no fault {fault}")
            self.faults.setdefault((event, number), []).append((fault, words[3] if len(words) > 3 else ""))

    def next(self, event):
        """The faults of the next event of that name, as a dictionary."""
        number = self.counts[event] = self.counts.get(event, 0) + 1
        return dict(self.faults.get((event, "*"), []) + self.faults.get((event, str(number)), []))


def say(**what):
    """One line of JSON; tests read them."""
    line = json.dumps(what, ensure_ascii=False) + "\n"
    with OUTPUT:
        sys.stdout.write(line)
        sys.stdout.flush()


def read_script(path):
    if not path:
        return []
    with open(path, encoding="utf-8") as file:
        return file.readlines()
