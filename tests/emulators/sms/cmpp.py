#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway of China Mobile that speaks CMPP 2.0 and 3.0, for tests.

Checks every unit as a true one does and says on its standard output, in lines of JSON, what it saw. Written from the
published protocol; shares nothing with the client. On its standard input: `reply PHONE TEXT`, `test` (an active test
of its own), `terminate`, `drop` (closes the connection), `raw HEX`, `mark` (is said again: all before it was said).

Faults: connect N: status V, lost, proof. submit N: result V, lost, late SECONDS, double, close.
report N: state V, lost, late SECONDS, double, first (before the answer). test N: lost.
"""
import argparse
import asyncio
import datetime
import hashlib
import struct
import sys
import time

from faults import Script, read_script, say

CONNECT, TERMINATE, SUBMIT, DELIVER, TEST = 1, 2, 4, 5, 8
RESP = 0x80000000
KNOWN = {"connect": ("status", "lost", "proof"), "submit": ("result", "lost", "late", "double", "close"),
         "report": ("state", "lost", "late", "double", "first"), "test": ("lost",)}
CLOCK_SECONDS = 600


def text_of(field):
    return field.split(b"\0", 1)[0].decode("ascii", "replace")


def peer_time():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).replace(tzinfo=None)


class Fields:
    def __init__(self, body):
        self.body, self.at = body, 0

    def take(self, width):
        if self.at + width > len(self.body):
            raise ValueError("too short")
        self.at += width
        return self.body[self.at - width:self.at]

    def number(self, width):
        return int.from_bytes(self.take(width), "big")

    def end(self):
        if self.at != len(self.body):
            raise ValueError("too long")


class Peer:
    """One connection."""

    def __init__(self, gate, reader, writer):
        self.gate, self.reader, self.writer = gate, reader, writer
        self.version = 0
        self.sequence = 1000
        self.seen = set()
        self.open = 0       # submits without an answer
        self.tasks = set()

    def send(self, command, sequence, body=b""):
        if not self.writer.is_closing():
            self.writer.write(struct.pack(">III", 12 + len(body), command, sequence) + body)

    def later(self, work):
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def run(self):
        try:
            while True:
                head = await self.reader.readexactly(12)
                length, command, sequence = struct.unpack(">III", head)
                if not 12 <= length <= 4000:
                    say(event="fault", what="length", value=length)
                    break
                body = await self.reader.readexactly(length - 12)
                if not self.handle(command, sequence, body):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except ValueError as error:
            say(event="fault", what="structure", value=str(error))
        say(event="closed")
        self.writer.close()

    def handle(self, command, sequence, body):
        if self.version == 0 and command != CONNECT:
            say(event="fault", what="before connect", value=command)
            return False
        if command == CONNECT:
            return self.connect(sequence, Fields(body))
        if command == SUBMIT:
            return self.submit(sequence, Fields(body))
        if command == TEST:
            faults = self.gate.script.next("test")
            say(event="test")
            if "lost" not in faults:
                self.send(TEST | RESP, sequence, b"\0")
        elif command == TERMINATE:
            say(event="terminate")
            self.send(TERMINATE | RESP, sequence)
            return False
        elif command == DELIVER | RESP:
            fields = Fields(body)
            ref = fields.number(8)
            result = fields.number(4 if self.version == 0x30 else 1)
            fields.end()
            say(event="deliverResp", sequence=sequence, ref=f"{ref:016x}", result=result)
        elif command == TEST | RESP:
            say(event="testResp", sequence=sequence, bytes=len(body))
        elif command == TERMINATE | RESP:
            say(event="terminateResp")
            return False
        else:
            say(event="fault", what="command", value=command)
            return False
        return True

    def connect(self, sequence, fields):
        faults = self.gate.script.next("connect")
        source, proof = fields.take(6), fields.take(16)
        version, stamp = fields.number(1), fields.number(4)
        fields.end()
        options = self.gate.options
        wanted = hashlib.md5(text_of(source).encode() + bytes(9) + options.secret.encode() + b"%010d" % stamp).digest()
        status = 0
        if text_of(source) != options.source:
            status = 2
        elif proof != wanted:
            status = 3
        elif version > options.version:
            status = 4
        elif not self.near(stamp):
            status = 5
        status = int(faults.get("status", status))
        say(event="connect", status=status, version=version)
        if "lost" in faults:
            return True
        self.version = version if status == 0 else 0
        word = struct.pack(">I", status) if version == 0x30 else bytes([status])
        secret = b"wrong" if "proof" in faults else options.secret.encode()
        answer = hashlib.md5(word + proof + secret).digest() if status == 0 else bytes(16)
        self.send(CONNECT | RESP, sequence, word + answer + bytes([options.version]))
        return status == 0

    @staticmethod
    def near(stamp):
        now = peer_time()
        try:
            then = datetime.datetime.strptime(f"{now.year}{stamp:010d}", "%Y%m%d%H%M%S")
        except ValueError:
            return False
        return abs((now - then).total_seconds()) < CLOCK_SECONDS

    def submit(self, sequence, fields):
        faults = self.gate.script.next("submit")
        seen = self.read_submit(fields)
        result = self.judge(sequence, seen)
        result = int(faults.get("result", result))
        self.open += 1
        self.gate.serial += 1
        ref = int(peer_time().strftime("%m")) << 60 | self.gate.serial
        say(event="submit", result=result, sequence=sequence, ref=f"{ref:016x}", at=time.monotonic(), open=self.open,
            **seen)
        if self.open > self.gate.options.window:
            say(event="fault", what="window", value=self.open)
        if "close" in faults:
            return False
        self.later(self.answer_submit(sequence, ref, result, seen["phone"], faults))
        return True

    def read_submit(self, fields):
        is3 = self.version == 0x30
        width = 32 if is3 else 21
        ref, total, number, report = (fields.number(n) for n in (8, 1, 1, 1))
        fields.take(1)
        service, fee_kind, fee = text_of(fields.take(10)), fields.number(1), text_of(fields.take(width))
        if is3:
            fields.take(1)
        fields.take(1)
        header, form = fields.number(1), fields.number(1)
        source, fee_type, fee_code = text_of(fields.take(6)), text_of(fields.take(2)), text_of(fields.take(6))
        valid, at, sender = text_of(fields.take(17)), text_of(fields.take(17)), text_of(fields.take(21))
        people, phone = fields.number(1), text_of(fields.take(width))
        if is3:
            fields.take(1)
        content = fields.take(fields.number(1))
        fields.take(20 if is3 else 8)
        fields.end()
        if ref or not report or fee_kind != 2 or fee or fee_type != "01" or not fee_code.isdigit() or at or people != 1:
            raise ValueError("a field of the submit")
        return {"total": total, "number": number, "header": header, "form": form, "source": source,
                "service": service, "valid": valid, "sender": sender, "phone": phone, **self.read_text(content, header, form)}

    @staticmethod
    def read_text(content, header, form):
        head = content[:6] if header else b""
        body = content[len(head):]
        text = body.decode("utf-16-be" if form == 8 else "ascii", "replace")
        return {"head": head.hex(), "text": text, "bytes": len(content)}

    def judge(self, sequence, seen):
        head = bytes.fromhex(seen["head"])
        if sequence in self.seen:
            return 3
        self.seen.add(sequence)
        if seen["source"] != self.gate.options.source:
            return 1
        if seen["total"] > 1 and (head[:3] != b"\x05\x00\x03" or head[4:] != bytes([seen["total"], seen["number"]])):
            return 1
        if (seen["total"] > 1) != bool(seen["header"]) or seen["form"] not in (0, 8):
            return 1
        if seen["bytes"] > (160 if seen["form"] == 0 else 140):
            return 4
        if not seen["phone"].lstrip("+").isdigit() or len(seen["valid"]) != 16 or not seen["valid"].endswith("032+"):
            return 1
        return 0

    async def answer_submit(self, sequence, ref, result, phone, faults):
        body = struct.pack(">Q", ref) + (struct.pack(">I", result) if self.version == 0x30 else bytes([result]))
        report = self.gate.script.next("report") if result == 0 else {"lost": ""}
        if "first" in report:
            self.send_report(ref, phone, report)
        await asyncio.sleep(float(faults.get("late", self.gate.options.delay)))
        self.open -= 1
        if "lost" not in faults:
            self.send(SUBMIT | RESP, sequence, body)
        if "double" in faults:
            self.send(SUBMIT | RESP, sequence, body)
        if "lost" in report or "first" in report:
            return
        await asyncio.sleep(float(report.get("late", 0.005)))
        for _ in range(2 if "double" in report else 1):
            self.send_report(ref, phone, report)

    def send_report(self, ref, phone, faults):
        width = 32 if self.version == 0x30 else 21
        stamp = peer_time().strftime("%y%m%d%H%M").encode()
        content = struct.pack(">Q", ref) + faults.get("state", "DELIVRD").encode().ljust(7, b"\0") + stamp + stamp
        content += phone.encode().ljust(width, b"\0") + struct.pack(">I", 7)
        self.deliver(ref, phone, 1, 0, content)

    def deliver(self, ref, phone, is_report, form, content):
        width = 32 if self.version == 0x30 else 21
        body = struct.pack(">Q", ref) + b"10657000".ljust(21, b"\0") + b"HALL".ljust(10, b"\0") + bytes([0, 0, form])
        body += phone.encode().ljust(width, b"\0") + (b"\0" if self.version == 0x30 else b"")
        body += bytes([is_report, len(content)]) + content + bytes(20 if self.version == 0x30 else 8)
        self.sequence += 1
        self.send(DELIVER, self.sequence, body)


class Gate:
    def __init__(self, options):
        self.options = options
        self.script = Script(read_script(options.script), KNOWN)
        self.serial = 0
        self.peer = None

    async def accept(self, reader, writer):
        self.peer = Peer(self, reader, writer)
        await self.peer.run()

    def command(self, line):
        words = line.split(None, 2)
        if words and words[0] == "mark":
            say(event="mark")
        if not words or not self.peer:
            return
        peer = self.peer
        if words[0] == "reply":
            peer.deliver(99, words[1], 0, 8, words[2].strip().encode("utf-16-be"))
        elif words[0] == "test":
            peer.send(TEST, 5000)
        elif words[0] == "terminate":
            peer.send(TERMINATE, 5001)
        elif words[0] == "drop":
            peer.writer.close()
        elif words[0] == "raw":
            peer.writer.write(bytes.fromhex(words[1]))

    async def run(self):
        server = await asyncio.start_server(self.accept, "127.0.0.1", self.options.port)
        say(event="listening", port=server.sockets[0].getsockname()[1])
        lines = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():   # its end is ours
            self.command(line.decode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--source", default="900001")
    parser.add_argument("--secret", default="secret")
    parser.add_argument("--version", type=lambda text: int(text, 16), default=0x30, help="20 or 30")
    parser.add_argument("--window", type=int, default=16)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before every answer to a submit")
    parser.add_argument("--script")
    asyncio.run(Gate(parser.parse_args()).run())


if __name__ == "__main__":
    main()
