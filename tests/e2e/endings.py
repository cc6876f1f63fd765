#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is ended from outside leaves nothing in the temporary folder, and has still ended by that signal.

usage: endings.py BUILD-DIR
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tools/desk"))

from display import wait_until  # noqa: E402

APPS = ["kiosk", "window-terminal", "dual-screen", "signage-player", "admin"]


def test_a_signal_leaves_no_folder(build, app, how):
    with tempfile.TemporaryDirectory(prefix="atrium-end.") as folder:
        home, scratch = pathlib.Path(folder) / "home", pathlib.Path(folder) / "scratch"
        home.mkdir(mode=0o700)
        scratch.mkdir()
        env = dict(os.environ, HOME=str(home), XDG_RUNTIME_DIR=str(home), TMPDIR=str(scratch),
                   QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        inspect = home / "inspect"
        process = subprocess.Popen([build / f"bin/atrium-{app}", "--demo", "--speech", "off", "--inspect", inspect],
                                   env=env)
        try:
            wait_until(inspect.exists, app, process)
            assert any(scratch.iterdir()), f"{app} keeps its demonstration elsewhere: nothing is shown here"
            process.send_signal(how)
            ended = process.wait(60)
        finally:
            process.kill()
            process.wait()
        assert ended == -how, f"{app} ended with {ended}"
        left = sorted(str(path.relative_to(scratch)) for path in scratch.rglob("*"))
        assert not left, f"{app} left {left}"
        print(f"ok {app} {how.name}", flush=True)


if __name__ == "__main__":
    for one in APPS:
        test_a_signal_leaves_no_folder(pathlib.Path(sys.argv[1]), one, signal.SIGTERM)
    test_a_signal_leaves_no_folder(pathlib.Path(sys.argv[1]), APPS[1], signal.SIGINT)
