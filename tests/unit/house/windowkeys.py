#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that docs/window-terminal.md names every key the window terminal takes, with its button in both languages.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[3]


def bar_keys(sources):
    """(key, Chinese caption) of the bar's buttons."""
    text = (sources / "view/actions.cpp").read_text(encoding="utf-8")
    found = re.findall(r'\{Action::\w+, "[\w-]+", "[\w-]+", QT_TR_NOOP\("(\w+)"\), "([\w+]+)"\}', text)
    return [(key, caption) for caption, key in found]


def other_keys(sources):
    """Keys that pages make shortcuts of; "Ctrl+%1" stands for the numbers of the lists."""
    keys = set()
    for file in sorted((sources / "pages").glob("*.cpp")):
        text = file.read_text(encoding="utf-8")
        keys.update(re.findall(r'QKeySequence\(u"([\w+%]+)"_s', text))
        if "Qt::CTRL | Qt::Key_Return" in text:
            keys.add("Ctrl+Enter")
        if "Qt::Key_Escape" in text:
            keys.add("Esc")
    return sorted(keys)


def main():
    sources = ROOT / "apps/window-terminal"
    tree = ElementTree.parse(sources / "i18n/window-terminal_en.ts")
    english = {message.findtext("source"): message.findtext("translation") for message in tree.iter("message")}
    chinese_part, english_part = (ROOT / "docs/window-terminal.md").read_text(encoding="utf-8").split("## English")
    faults = []
    keys = bar_keys(sources)
    for key, caption in keys:
        for part, word in ((chinese_part, caption), (english_part, english.get(caption))):
            if f"| {key} | {word}" not in part:
                faults.append(f"docs/window-terminal.md: no row begins with {key} and {word}")
    for key in other_keys(sources):
        for part in (chinese_part, english_part):
            if key.replace("%1", "1") not in part:
                faults.append(f"docs/window-terminal.md: {key} is named in one language only, or not at all")
    print(*faults, f"{len(keys)} buttons and {len(other_keys(sources))} other keys read, {len(faults)} faults", sep="\n")
    return 1 if faults or not keys or not other_keys(sources) else 0


if __name__ == "__main__":
    sys.exit(main())
