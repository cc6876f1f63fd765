# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual display seen and touched from outside: pixels by XGetImage, touches by the XTest extension."""
import ctypes
import os
import subprocess

X11 = ctypes.CDLL("libX11.so.6")
XTST = ctypes.CDLL("libXtst.so.6")
X11.XOpenDisplay.restype = ctypes.c_void_p
X11.XDefaultRootWindow.restype = ctypes.c_ulong
X11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X11.XGetImage.restype = ctypes.c_void_p
X11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                          ctypes.c_ulong, ctypes.c_int]
X11.XGetPixel.restype = ctypes.c_ulong
X11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
X11.XDestroyImage.argtypes = [ctypes.c_void_p]
X11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
XTST.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]
XTST.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
Z_PIXMAP = 2
ALL_PLANES = 0xFFFFFFFF


class Screen:
    def __init__(self, width, height):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        self.display = X11.XOpenDisplay(self.name.encode())
        if not self.display:
            raise RuntimeError("the virtual display did not start")
        self.root = X11.XDefaultRootWindow(self.display)

    def pixel(self, place):
        """(red, green, blue) of what is shown there."""
        image = X11.XGetImage(self.display, self.root, place[0], place[1], 1, 1, ALL_PLANES, Z_PIXMAP)
        value = X11.XGetPixel(image, 0, 0)
        X11.XDestroyImage(image)
        return value >> 16 & 255, value >> 8 & 255, value & 255

    def touch(self, place):
        XTST.XTestFakeMotionEvent(self.display, -1, place[0], place[1], 0)
        XTST.XTestFakeButtonEvent(self.display, 1, 1, 0)
        XTST.XTestFakeButtonEvent(self.display, 1, 0, 0)
        X11.XSync(self.display, 0)

    def close(self):
        self.server.terminate()
        self.server.wait(20)
