# SPDX-License-Identifier: GPL-3.0-or-later
"""A hall on a virtual display for one end-to-end test, with what tells why a step failed."""
import contextlib
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "tools/desk")]

from display import Desktop  # noqa: E402
from hall import Hall  # noqa: E402

LAST_LINES = 15


@contextlib.contextmanager
def stage(size, arguments):
    """arguments: BUILD-DIR [PICTURES-DIR]. Gives (hall, pictures); pictures is None when none are wanted."""
    pictures = pathlib.Path(arguments[2]) if len(arguments) > 2 else None
    desktop = Desktop(headless=True, size=size, sound=False)
    hall = Hall(arguments[1], desktop, log=pictures)
    try:
        yield hall, pictures
    except BaseException:
        if pictures:
            subprocess.run(["import", "-window", "root", str(pictures / "failed.png")], env=desktop.env)
        for log in sorted(hall.logs.glob("*.log")):
            print(f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-LAST_LINES:], sep="\n")
        raise
    finally:
        hall.close()
        desktop.close()
