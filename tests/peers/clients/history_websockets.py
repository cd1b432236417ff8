#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same check as history.mjs with python3-websockets:
history_websockets.py URL USER PASSWORD SHA256 [GROUP]   (PASSWORD "-": USER is a token)"""
import collections
import datetime
import hashlib
import itertools
import json
import sys

try:
    from websockets.sync.client import connect
except ImportError:
    print("SKIP: python3-websockets is not installed")
    sys.exit(77)

MESSAGE_BYTES = 256 * 1024
PATIENCE = 20  # seconds to wait for a message; never a measure
PAGE_SIZE = 200


class Reader:
    """A console that keeps the texts of all messages it sees."""

    def __init__(self, socket):
        self.socket = socket
        self.ids = itertools.count(1)
        self.positions = {}  # stream → [epoch, seq], once its snapshot is whole
        self.parts = {}      # stream → (part, items) of a snapshot under way
        self.texts = collections.defaultdict(dict)
        self.faults = []

    def send(self, **members):
        self.socket.send(json.dumps({"jsonrpc": "2.0", **members}, ensure_ascii=False))

    def ask(self, method, params):
        """The result; whatever else comes before it is taken in."""
        asked = f"r-{next(self.ids)}"
        self.send(id=asked, method=method, params=params)
        while True:
            message = self.next()
            if "method" not in message and message.get("id") == asked:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def next(self):
        message = json.loads(self.socket.recv(timeout=PATIENCE))
        params = message.get("params", {})
        match message.get("method"):
            case "session.ping":
                now = datetime.datetime.now(datetime.timezone.utc)
                self.send(id=message["id"], result={"time": now.strftime("%Y-%m-%dT%H:%M:%S.000Z")})
            case "feed.snapshot":
                self.take_part(params)
            case "feed.events":
                self.take_events(params)
            case "feed.tick":
                self.move(params["stream"], params["seq"])
        return message

    def open(self):
        streams = self.ask("feed.open", {"resume": []})["streams"]
        while any(stream["stream"] not in self.positions for stream in streams):
            self.next()
        return streams

    def take_part(self, params):
        stream, part = params["stream"], params["part"]
        last, items = (0, 0) if part == 1 else self.parts.get(stream, (None, 0))
        if last != part - 1:
            self.faults.append(f"{stream}: part {part} after {last}")
        items += sum(len(value) for value in params.values() if isinstance(value, list))
        self.parts[stream] = (part, items)
        for group in params.get("groups", []):
            self.texts[group["info"]["id"]]  # known from now on
        for message in params.get("messages", []):
            self.keep(message["group"], message)
        self.send(method="feed.part", params={"stream": stream, "part": part})
        if part == params["of"]:
            if items != params["count"]:
                self.faults.append(f"{stream}: {items} items, announced {params['count']}")
            self.positions[stream] = [params["epoch"], params["seq"]]

    def take_events(self, params):
        stream = params["stream"]
        for event in params["events"]:
            epoch, seq = self.positions.get(stream, [None, 0])
            if epoch != params["epoch"] or event["prev"] > seq or event["seq"] <= seq:
                self.faults.append(f"{stream}: event {event['prev']} → {event['seq']} at {seq}")
            if event["type"] in ("message.received", "message.queued", "note.added"):
                self.keep(event["group"], {**event["data"], "seq": event["seq"]})
            self.move(stream, event["seq"])
        self.send(method="feed.ack", params={"stream": stream, "seq": params["events"][-1]["seq"]})

    def move(self, stream, seq):
        if stream in self.positions:
            self.positions[stream][1] = max(seq, self.positions[stream][1])

    def keep(self, group, message):
        self.texts[group][message["seq"]] = message.get("text", "")

    def page_back(self, group):
        before = min(self.texts[group], default=2**53 - 1)
        for pages in itertools.count(1):
            params = {"group": group, "before": before, "limit": PAGE_SIZE}
            result = self.ask("history.page", params)
            for message in result.get("messages", []):
                if message["seq"] >= before:
                    self.faults.append(f"history: {message['seq']} after {before}")
                before = message["seq"]
                self.keep(group, message)
            if not result.get("more") or not result.get("messages"):
                return pages


def run(url, user, password, expected, wanted=None):
    """(what, passed) of every check."""
    with connect(url, subprotocols=["quntai.v1"], max_size=MESSAGE_BYTES) as socket:
        reader = Reader(socket)
        yield "subprotocol", socket.subprotocol == "quntai.v1"
        auth = {"scheme": "password", "user": user, "password": password}
        if password == "-":
            auth = {"scheme": "bearer", "token": user}
        hello = reader.ask("session.hello", {"versions": [1], "client": {"name": "websockets"},
                                             "locale": "zh_CN", "auth": auth})
        yield "version", hello["version"] == 1
        yield "streams", len(reader.open()) > 0
        group = wanted if wanted else list(reader.texts)[0]
        yield "one group, or the one asked for", bool(wanted) or len(reader.texts) == 1
        pages = reader.page_back(group)
        text = "".join(reader.texts[group][seq] for seq in sorted(reader.texts[group]))
        print(f"     {len(text.encode())} bytes in {len(reader.texts[group])} messages, {pages} pages")
        yield "every text arrived intact", hashlib.sha256(text.encode()).hexdigest() == expected
        print(*reader.faults, sep="\n", end="\n" if reader.faults else "")
        yield "no gap, no repeat, nothing out of order", not reader.faults


def main():
    passed = failed = 0
    try:
        for what, good in run(*sys.argv[1:]):
            print(f"{'ok  ' if good else 'FAIL'} {what}")
            passed, failed = passed + good, failed + (not good)
    except Exception as error:  # whatever the library throws is one failed check
        print(f"FAIL {type(error).__name__}: {error}")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
