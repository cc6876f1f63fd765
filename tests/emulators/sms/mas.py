#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTP interface of China Mobile's cloud MAS, for tests.

Takes POST /sms/norsubmit, checks account, signature code and mac as the true one does, answers with its error words,
and pushes a report for every message taken to the address given with --push or on its standard input as `push URL`.
Says what it saw in lines of JSON. Written from published descriptions; shares nothing with the client.

Faults: submit N: lost (taken, then the connection is closed), early (closed before anything is taken), late SECONDS,
status V, refuse WORD, malformed, endless. report N: state WORD, lost, late SECONDS, double, first (before the answer).
"""
import argparse
import base64
import binascii
import hashlib
import http.server
import json
import ssl
import sys
import threading
import time
import urllib.request

from faults import Script, read_script, say

KNOWN = {"submit": ("lost", "early", "late", "status", "refuse", "malformed", "endless"),
         "report": ("state", "lost", "late", "double", "first")}
MEMBERS = ("ecName", "apId", "mobiles", "content", "sign", "addSerial", "mac")


class Mas:
    def __init__(self, options):
        self.options = options
        self.script = Script(read_script(options.script), KNOWN)
        self.lock = threading.Lock()
        self.serial = 0
        self.push = options.push

    def judge(self, body):
        """The message and the word for it."""
        try:
            message = json.loads(base64.b64decode(body, validate=True).decode("utf-8"))
            if not isinstance(message, dict) or any(not isinstance(message.get(name), str) for name in MEMBERS):
                return {}, "InvalidMessage"
        except (binascii.Error, ValueError):
            return {}, "InvalidMessage"
        if "secretKey" in message or self.options.secret in message.values():
            say(event="fault", what="the secret was sent")
        text = message["ecName"] + message["apId"] + self.options.secret + message["mobiles"] + message["content"]
        text += message["sign"] + message["addSerial"]
        if (message["ecName"], message["apId"]) != (self.options.ec_name, self.options.ap_id):
            return message, "InvalidUsrOrPwd"
        if hashlib.md5(text.encode("utf-8")).hexdigest() != message["mac"]:
            return message, "IllegalMac"
        if message["sign"] != self.options.sign:
            return message, "IllegalSignId"
        return message, "success"

    def group(self):
        with self.lock:
            self.serial += 1
            return f"0826112130001{self.serial:09d}"

    def report(self, group, phone, faults):
        if "lost" in faults or not self.push:
            return
        stamp = time.strftime("%Y%m%d%H%M%S")
        word = faults.get("state", "DELIVRD")
        body = {"errorCode": word, "mobile": phone, "msgGroup": group, "receiveDate": stamp, "submitDate": stamp,
                "reportStatus": "CM:0000" if word == "DELIVRD" else word}
        time.sleep(float(faults.get("late", 0)))
        for count in range(2 if "double" in faults else 1):
            data = json.dumps([body] if count else body).encode()   # both shapes occur
            try:
                with urllib.request.urlopen(urllib.request.Request(self.push, data=data), timeout=5) as answer:
                    say(event="pushed", status=answer.status, group=group)
            except OSError as error:
                say(event="pushFailed", why=str(error))


def handler_of(mas):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_POST(self):
            with mas.lock:
                faults = mas.script.next("submit")
            self.close_connection = True
            if "early" in faults:
                say(event="early")
                return
            message, word = mas.judge(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path != "/sms/norsubmit":
                say(event="fault", what="path", value=self.path)
            word = faults.get("refuse", word)
            group = mas.group() if word == "success" and "status" not in faults else ""
            say(event="submit", word=word, group=group, phone=message.get("mobiles"), text=message.get("content"),
                at=time.monotonic())
            with mas.lock:
                report = mas.script.next("report") if group else {"lost": ""}
            if "first" in report:
                mas.report(group, message["mobiles"], report)
            time.sleep(float(faults.get("late", 0)))
            if "lost" not in faults:
                self.answer(faults, group, word)
            if "first" not in report:
                mas.report(group, message.get("mobiles"), report)

        def answer(self, faults, group, word):
            body = json.dumps({"msgGroup": group, "rspcod": word, "success": word == "success"}).encode()
            if "malformed" in faults:
                body = b'{"msgGroup": "1", "succ'
            if "endless" in faults:
                body = b" " * 200000
            try:
                self.send_response(int(faults.get("status", 200)))
                self.send_header("Content-Type", "application/json;charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()
            except OSError:
                say(event="gone")

    return Handler


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--ec-name", default="政务服务大厅")
    parser.add_argument("--ap-id", default="hall")
    parser.add_argument("--secret", default="secret-of-mas")
    parser.add_argument("--sign", default="qJ0bK1c2D")
    parser.add_argument("--push", default="")
    parser.add_argument("--certificate", help="PEM of certificate and key: speaks TLS")
    parser.add_argument("--script")
    mas = Mas(parser.parse_args())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", mas.options.port), handler_of(mas))
    server.daemon_threads = True
    if mas.options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(mas.options.certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(event="listening", port=server.server_address[1])
    for line in sys.stdin:   # its end is ours
        words = line.split()
        if len(words) == 2 and words[0] == "push":
            mas.push = words[1]
            say(event="pushing")
        elif words == ["mark"]:
            say(event="mark")   # all before it was said


if __name__ == "__main__":
    main()
