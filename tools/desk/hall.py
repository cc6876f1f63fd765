# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the demonstration hall: server, emulated devices and the five apps, and ends all of it together."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile

from display import wait_until
from person import Screen

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Program, device, window on the virtual desktop (x, y, width, height), what a person does with it.
APPS = {
    "kiosk": ("atrium-kiosk", "kiosk-01", (0, 0, 1080, 1920),
              "自助机 kiosk: touch 现场取号, or lay a card on the emulated reader"),
    "board": ("atrium-signage-player", "signage-a", (1080, 0, 1920, 1080),
              "等候区屏 board: shows and speaks calls of its waiting area"),
    "window": ("atrium-window-terminal", "window-terminal-03", (3000, 0, 1920, 1080),
               "窗口内屏 window terminal: sign in as c1003, F2 calls, F4 starts, F5 finishes"),
    "desk": ("atrium-window-terminal", "window-terminal-desk", (5600, 0, 1920, 1080),
             "服务台 service desk: sign in as desk1; issues, finds, reprints and cancels tickets"),
    "board720": ("atrium-signage-player", "signage-hall-1", (1080, 1080, 1280, 720),
                 "等候区屏 board at 1280×720"),
    "outer": ("atrium-dual-screen", "dual-screen-03", (2360, 1080, 1280, 800),
              "窗口外屏 outer screen: shows who serves, then asks for a rating"),
    "admin": ("atrium-admin", "admin-01", (3640, 1080, 1920, 1080),
              "管理端 admin: sign in as admin; dashboard and set-up"),
}
EMULATORS = {
    "reader": ("atrium-emulate-idreader", "sdt:{link}"),
    "printer": ("atrium-emulate-printer", "escpos:{link}?width=80"),
    "scanner": ("atrium-emulate-scanner", "scanner:{link}"),
}


class Emulator:
    """One emulated device: a pseudo-terminal at link, a control socket, and for the printer a folder of tickets."""

    def __init__(self, name, binary, folder, env, owner=""):
        self.link = folder / (owner + name)
        self.control = folder / f"{owner}{name}.control"
        self.out = folder / f"{owner}{name}-out"
        command = [str(binary), "--link", str(self.link), "--control", str(self.control)]
        if name == "printer":
            self.out.mkdir()
            command += ["--out", str(self.out)]
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL)
        wait_until(lambda: self.link.exists() and self.control.exists(), f"emulator {name}", self.process)

    def say(self, line):
        """Sends one control line and gives the emulator's answer."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(10)
            link.connect(str(self.control))
            link.sendall(line.encode() + b"\n")
            with link.makefile() as answers:
                return answers.readline().strip()


class Hall:
    def __init__(self, build, desktop, data=None, log=None):
        self.bin = pathlib.Path(build) / "bin"
        self.desktop = desktop
        self.own_data = data is None
        self.data = pathlib.Path(data) if data else pathlib.Path(tempfile.mkdtemp(prefix="atrium-hall."))
        self.data.mkdir(parents=True, exist_ok=True)
        self.run_dir = pathlib.Path(tempfile.mkdtemp(prefix="atrium-run."))
        os.chmod(self.run_dir, 0o700)
        self.logs = pathlib.Path(log) if log else self.run_dir
        self.logs.mkdir(parents=True, exist_ok=True)
        self.server = None
        self.url = None
        self.port = 0
        self.emulators = {}
        self.apps = {}
        self.screens = {}

    def _spawn(self, name, command, env=None):
        out = open(self.logs / f"{name}.log", "ab")  # closed with the process object below
        process = subprocess.Popen([str(c) for c in command], env=env or self.desktop.env, stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=out, start_new_session=True)
        out.close()
        return process

    def start_server(self, extra=()):
        port_file = self.run_dir / "port"
        port_file.unlink(missing_ok=True)
        self.server = self._spawn("server", [
            self.bin / "atrium-server", "--demonstration", "--hall-package", ROOT / "server/data/hall",
            "--data", self.data / "server", "--keys", self.data / "keys", "--device-dir", self.data / "devices",
            "--port", self.port, "--port-file", port_file, *extra])
        wait_until(lambda: port_file.exists() and port_file.read_text().strip(), "the server", self.server, 180)
        self.port = int(port_file.read_text())
        self.url = f"http://127.0.0.1:{self.port}"
        return self.url

    def start_emulators(self, names=tuple(EMULATORS), owner=""):
        """owner: "" for the kiosk's devices, "desk-" for those of the service desk."""
        for name in names:
            self.emulators[owner + name] = Emulator(name, self.bin / EMULATORS[name][0], self.run_dir,
                                                    self.desktop.env, owner)

    def start_app(self, name, device=None, geometry=None, extra=(), app=None):
        program, usual_device, place, _ = APPS[app or name]
        device = device or usual_device
        x, y, width, height = geometry or place
        inspect = self.run_dir / f"{name}.inspect"
        command = [self.bin / program, "--server", self.url, "--token-file", self.data / "devices" / f"{device}.token",
                   "--data", self.data / "clients" / device, "--place", f"{width}x{height}+{x}+{y}",
                   "--inspect", inspect, *extra]
        if program == "atrium-kiosk" or name == "desk":
            owner = "desk-" if name == "desk" else ""
            for kind, (_, driver) in EMULATORS.items():
                if owner + kind in self.emulators:
                    command += [f"--{kind}", driver.format(link=self.emulators[owner + kind].link)]
        self.apps[name] = self._spawn(name, command)
        wait_until(inspect.exists, f"app {name}", self.apps[name], 120)
        self.screens[name] = Screen(name, inspect, self.desktop.env, (x, y, width, height),
                                    pid=self.apps[name].pid)
        return self.screens[name]

    def stop_app(self, name, how=signal.SIGTERM):
        process = self.apps.pop(name)
        process.send_signal(how)
        process.wait(30)

    def close(self):
        everything = list(self.apps.values()) + [e.process for e in self.emulators.values()]
        if self.server:
            everything.append(self.server)
        for process in everything:
            if process.poll() is None:
                process.terminate()
        for process in everything:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.run_dir, ignore_errors=True)
        if self.own_data:
            shutil.rmtree(self.data, ignore_errors=True)
