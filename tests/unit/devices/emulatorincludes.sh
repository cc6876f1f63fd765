#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An emulator that shared code with a driver would share its mistakes. Fails when an emulator includes or links
# anything outside tests/emulators, the C++ library and POSIX.
set -eu
root=$1
folder=$root/tests/emulators
count=$(find "$folder" -name '*.cpp' -o -name '*.h' | wc -l)
[ "$count" -ge 10 ] || { echo "only $count sources found in $folder"; exit 1; }
bad=$(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<](shared|server|apps|Q|boost|Poco)' "$folder" || true)
quoted=$(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$folder" | grep -v '"tests/emulators/' || true)
linked=$(grep -rnE 'atrium_device|atrium_model|Qt6::|\.\./shared|shared/' "$folder" --include=CMakeLists.txt | grep -v '#' || true)
if [ -n "$bad$quoted$linked" ]; then
    printf 'emulators must stand alone:\n%s\n%s\n%s\n' "$bad" "$quoted" "$linked"
    exit 1
fi
echo "$count sources, all stand alone"
