#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a fresh Debian 12 ready to build, run and test Atrium. Safe to run again: what is there is left alone.
# Every package that the build, the programs or the tests need is named here, by group. Nothing is ever removed:
# what cannot stand beside these packages is said instead.
set -euo pipefail
cd "$(dirname "$0")/.."

build_tools=(g++ cmake ninja-build pkg-config ccache mold)
qt=(qt6-base-dev qt6-base-private-dev qt6-base-dev-tools qt6-declarative-dev qt6-declarative-dev-tools
    qt6-declarative-private-dev qt6-qpa-plugins qt6-svg-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
    qt6-translations-l10n qt6-image-formats-plugins qt6-qmllint-plugins libqt6sql6-sqlite
    libgl-dev libegl-dev libvulkan-dev libxkbcommon-dev
    qt6-multimedia-dev qt6-speech-dev qt6-speech-speechd-plugin qt6-serialport-dev qt6-charts-dev)
qml=(qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-templates qml6-module-qtquick-layouts
     qml6-module-qtquick-window qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
     qml6-module-qtcore qml6-module-qtquick-shapes qml6-module-qttest qml6-module-qt-labs-qmlmodels
     qml6-module-qt-labs-platform)
libraries=(libpoco-dev libpocodatapostgresql80 libzxing-dev libboost1.81-dev libboost-json1.81-dev libsqlite3-dev
           libicu-dev libsodium-dev libssl-dev libpq-dev libgtest-dev libgmock-dev libbenchmark-dev
           librapidcheck-dev libgooglepinyin0-dev libxcb1-dev libpng-dev libjpeg-dev
           libxlsxwriter-dev)
runtime=(fonts-noto-cjk speech-dispatcher speech-dispatcher-espeak-ng speech-dispatcher-audio-plugins espeak-ng
         xvfb xauth openbox xdotool x11-utils x11-xserver-utils dbus imagemagick pulseaudio-utils sqlite3)
# A desktop with PipeWire has its sound from there, and Debian lets PulseAudio not stand beside it.
sound=(pulseaudio)
tests=(clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev postgresql sox libsox-fmt-all socat mosquitto
       mosquitto-clients curl python3 python3-jsonschema git tesseract-ocr tesseract-ocr-eng python3-numpy)

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

if installed pipewire-audio || installed pipewire-alsa; then
    echo "PipeWire does this machine's sound; the virtual display (./run --headless, ./test) needs PulseAudio for its own." >&2
    sound=()
fi
# A Node.js that did not come from Debian's package serves as well.
command -v node >/dev/null && command -v npm >/dev/null || build_tools+=(nodejs npm)
wanted=()
for package in "${build_tools[@]}" "${qt[@]}" "${qml[@]}" "${libraries[@]}" "${runtime[@]}" "${sound[@]}" "${tests[@]}"; do
    installed "$package" || wanted+=("$package")
done

if [ ${#wanted[@]} -gt 0 ]; then
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    echo "Installing ${#wanted[@]} packages: ${wanted[*]}"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-remove --no-install-recommends "${wanted[@]}"
fi

if [ ! -d tools/npm/node_modules/pinyin-pro ] || [ ! -d tools/npm/node_modules/lucide-static ]; then
    npm ci --prefix tools/npm --no-fund --no-audit
fi
