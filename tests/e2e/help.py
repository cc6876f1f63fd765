#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every app tells its options and its version where there is no display, as on a machine reached by ssh.

Usage: help.py <build folder>"""
import os
import pathlib
import subprocess
import sys

APPS = ("kiosk", "window-terminal", "dual-screen", "signage-player", "admin")
DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME")


def answer(program, option):
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    done = subprocess.run([program, option], env=bare, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"{program.name} {option} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def main():
    folder = pathlib.Path(sys.argv[1]) / "bin"
    for app in APPS:
        program = folder / f"atrium-{app}"
        for option in ("--help", "-h"):
            text = answer(program, option)
            missing = [each for each in ("--server", "--token-file", "--place") if each not in text]
            if missing:
                sys.exit(f"{program.name} {option} does not tell {missing}:\n{text}")
        for option in ("--version", "-v"):
            words = answer(program, option).split()
            if words[:1] != [program.name] or len(words) != 2:
                sys.exit(f"{program.name} {option} says {words}")
        print(f"{program.name}: {words[1]}")


if __name__ == "__main__":
    main()
