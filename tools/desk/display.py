# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop to run on: the one that is there, or a virtual display with a window manager and a sound sink."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time


def wait_until(condition, what, process=None, seconds=60):
    """Returns when condition() holds; fails when process ends first, or after that many seconds."""
    end = time.monotonic() + seconds
    while not condition():
        if process is not None and process.poll() is not None:
            raise RuntimeError(f"{what} ended with {process.returncode}")
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not get ready in {seconds} s")
        time.sleep(0.05)


class Desktop:
    """Starts a virtual display (width × height) unless one is given by the environment and headless is False.

    env is what programs on this desktop must be started with. close() ends what was started here and nothing else.
    """

    def __init__(self, headless, size=(7520, 2200), sound=True):
        self.started = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="atrium-desk."))
        self.env = dict(os.environ, LANG="zh_CN.UTF-8", TZ="Asia/Shanghai")
        self.sink = None
        if not headless:
            return
        try:
            self._start_display(size)
            if sound and shutil.which("pulseaudio", path=self.env["PATH"]) is None:
                print("没有 PulseAudio，不出声 no PulseAudio here: this display is silent", flush=True)
            elif sound:
                self._start_sound()
        except BaseException:
            self.close()  # nothing of a start that failed stays
            raise

    def _start_display(self, size):
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.env["XDG_RUNTIME_DIR"] = str(runtime)
        self.env["HOME"] = str(self.folder)
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        self.started.append(server)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("the virtual display did not start")
        self.env["DISPLAY"] = f":{number}"
        self.env.setdefault("QT_QUICK_BACKEND", "software")  # whatever the machine has, this display computes its picture
        self.started.append(subprocess.Popen(["openbox"], env=self.env, stdout=subprocess.DEVNULL,
                                             stderr=subprocess.DEVNULL))

    def _start_sound(self):
        """A sink named "hall" whose monitor can be recorded; ready when its socket answers."""
        self.started.append(subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "-L", "module-native-protocol-unix",
             "-L", "module-null-sink sink_name=hall rate=22050 channels=1"],
            env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        wait_until(lambda: subprocess.run(["pactl", "info"], env=self.env, stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL).returncode == 0, "pulseaudio", self.started[-1])
        self.sink = "hall"
        self._start_speech()

    def _start_speech(self):
        """Speech with the one engine the hall uses; ready when its socket is there.

        Clients would start it themselves, but with their own locale, and it refuses one that is not generated. All
        engines that are installed would be tried one after the other first, which takes seconds.
        """
        settings = self.folder / "speech"
        settings.mkdir()
        (settings / "speechd.conf").write_text(
            'AddModule "espeak-ng" "sd_espeak-ng" "/etc/speech-dispatcher/modules/espeak-ng.conf"\n'
            'DefaultModule espeak-ng\nLogLevel 1\nAudioOutputMethod "pulse"\n')
        self.started.append(subprocess.Popen(
            ["speech-dispatcher", "-s", "-t", "0", "-C", str(settings)], env=dict(self.env, LANG="C.UTF-8"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        wait_until((pathlib.Path(self.env["XDG_RUNTIME_DIR"]) / "speech-dispatcher/speechd.sock").exists,
                   "speech-dispatcher", self.started[-1])

    def close(self):
        for process in reversed(self.started):
            process.terminate()
        for process in reversed(self.started):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
