#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every include of the tree and keeps the layers: an arrow never points up.

Run from anywhere; prints each broken rule with file and line, exits 1 if there is one.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
SUFFIXES = {".h", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT = re.compile(r"^Q[A-Z]\w*$|^Qt[A-Z]\w*(/|$)|^q[a-z0-9_]+\.h$")
CLOCK = re.compile(r"_clock::now|\b(clock_gettime|gettimeofday|timespec_get|ftime|clock)\s*\(|"
                   r"\btime\s*\(\s*(nullptr|NULL|0|&\s*\w+)\s*\)|QDateTime::current|QElapsedTimer")
SYSTEM = re.compile(r"^(sys|arpa|net|netinet)/|^(sqlite3|unistd|fcntl|netdb|poll|libpq-fe)\.h$")

# Folder -> folders of the project whose headers it may include (besides itself).
MAY_USE = {
    "shared/model": [],
    "shared/rules": ["shared/model"],
    "shared/devices/codec": ["shared/model"],
    "shared/devices/iface": ["shared/model", "shared/devices/codec"],
    "shared/devices/drivers": ["shared/model", "shared/devices"],
    "shared/sync/core": ["shared/model", "shared/rules"],
    "shared/sync/qt": ["shared/model", "shared/rules", "shared/sync/core"],
    "shared/ui": ["shared/model", "shared/rules", "shared/sync"],
    "shared/ui/appkit": ["shared/model", "shared/rules", "shared/sync", "shared/ui", "shared/devices"],
    "apps": ["shared"],
    "server/http": ["shared/model"],
    "server/store": ["shared/model", "shared/rules"],
    "server/gateways/sms/codec": ["shared/model", "shared/rules", "server/gateways/sms"],
    "server": ["shared/model", "shared/rules", "server"],
}
# Headers that are walkers over JSON themselves; only .cpp files include them.
WALKERS = {"server/http/schema.h"}
# Folders that know neither Qt nor Poco, a database, a socket nor a clock.
PURE = ["shared/model", "shared/rules", "shared/devices/codec", "shared/sync/core", "server/gateways/sms/codec"]
APPS = ["apps/kiosk", "apps/window-terminal", "apps/dual-screen", "apps/signage-player", "apps/admin"]


def folder_of(path, folders):
    fitting = [f for f in folders if path == f or path.startswith(f + "/")]
    return max(fitting, key=len) if fitting else None


def check(path, text):
    home = folder_of(path, MAY_USE)
    pure = folder_of(path, PURE)
    for number, line in enumerate(text.splitlines(), 1):
        if pure and CLOCK.search(line.split("//")[0]):
            yield number, f"{pure} takes the time as an argument and reads no clock"
        found = INCLUDE.match(line)
        if not found:
            continue
        name = found.group(2)
        if pure and (QT.match(name) or name.startswith("Poco/") or SYSTEM.search(name)):
            yield number, f"{pure} is pure and may not include {name}"
        if path.startswith("server/") and QT.match(name):
            yield number, f"the server has no Qt: {name}"
        if name.startswith("Poco/Data") and not path.startswith("server/store/"):
            yield number, f"only server/store sees {name}"
        if name.startswith("Poco/") and path.startswith(("apps/", "shared/")):
            yield number, f"clients and shared libraries have no Poco: {name}"
        if path.startswith("apps/") and (name.startswith(("boost/json", "QJson", "QSql")) or name == "sqlite3.h"):
            yield number, f"apps hold no JSON and no SQL: {name}"
        if path.startswith("tests/emulators/") and name.startswith("shared/"):
            yield number, f"an emulator shares no source with the drivers: {name}"
        heavy = name.startswith("boost/json") and name != "boost/json/fwd.hpp"
        if path.endswith(".h") and heavy and "codec/" not in path and path not in WALKERS:
            yield number, f"keep {name} out of headers, it is heavy"
        if home and name.startswith(("shared/", "server/", "apps/", "tests/")):
            allowed = [home] + MAY_USE[home]
            if not any(name.startswith(a + "/") for a in allowed):
                yield number, f"{home} may not include {name}"
            app = folder_of(path, APPS)
            other = folder_of(name, APPS)
            if app and other and app != other:
                yield number, f"{app} may not include {other}"


def main():
    broken = 0
    seen = 0
    for top in ("shared", "apps", "server", "tests"):
        for file in sorted((ROOT / top).rglob("*")):
            if file.suffix not in SUFFIXES or "node_modules" in file.parts:
                continue
            seen += 1
            path = file.relative_to(ROOT).as_posix()
            for number, why in check(path, file.read_text(encoding="utf-8")):
                print(f"{path}:{number}: {why}")
                broken += 1
    # The rules themselves must bite: a wrong include in each kind of folder is found.
    samples = [
        ("shared/model/x.h", "#include <QString>"),
        ("shared/model/x.h", "#include <QtCore>"),
        ("shared/model/x.h", "#include <QtCore/qglobal.h>"),
        ("shared/model/x.h", "#include <qstring.h>"),
        ("shared/rules/x.cpp", "auto t = std::chrono::system_clock::now();"),
        ("shared/rules/x.cpp", "clock_gettime(CLOCK_MONOTONIC, &now);"),
        ("shared/rules/x.cpp", "std::time(&now);"),
        ("shared/sync/core/x.cpp", "#include <sys/socket.h>"),
        ("server/gateways/sms/codec/x.cpp", "#include <Poco/MD5Engine.h>"),
        ("server/services/x.cpp", '#include "Poco/Data/Session.h"'),
        ("server/services/x.cpp", "#include <QtCore>"),
        ("apps/kiosk/x.cpp", "#include <QJsonObject>"),
        ("tests/emulators/x.cpp", '#include "shared/devices/codec/escpos.h"'),
        ("shared/devices/codec/x.cpp", '#include "shared/sync/core/outbox.h"'),
        ("apps/admin/x.cpp", '#include "apps/kiosk/page.h"'),
    ]
    for path, line in samples:
        if not list(check(path, line)):
            print(f"the check itself misses: {path}: {line}")
            broken += 1
    print(f"{seen} files read, {broken} broken rules")
    return 1 if broken or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
