"""Follows a match to its end, written from docs/protocol/asyncapi.json alone: Python's standard library, no packages.

    python3 follow.py <asyncapi.json> <ws://host:port/> <match>

Prints, as JSON, the views that it ended with, the revisions that it was told, and the entries of the journal.
"""

import base64
import hashlib
import json
import os
import socket
import struct
import sys
from urllib.parse import urlsplit

PROTOCOL = 'touchline.v1.json'


class WebSocket:
    """RFC 6455, as much of it as a client of text needs."""

    def __init__(self, url):
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=10)
        self.buffer = b''
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            (
                f'GET {parts.path or "/"} HTTP/1.1\r\nHost: {parts.netloc}\r\n'
                'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
                f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Protocol: {PROTOCOL}\r\n\r\n'
            ).encode()
        )
        while b'\r\n\r\n' not in self.buffer:
            self.fill()
        head, self.buffer = self.buffer.split(b'\r\n\r\n', 1)
        status, *lines = head.decode().split('\r\n')
        headers = {name.strip().lower(): value.strip() for name, value in (line.split(':', 1) for line in lines)}
        accept = hashlib.sha1((key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').encode()).digest()
        assert status.startswith('HTTP/1.1 101 '), status
        assert headers['sec-websocket-accept'] == base64.b64encode(accept).decode()
        assert headers['sec-websocket-protocol'] == PROTOCOL

    def fill(self):
        more = self.socket.recv(65536)
        if not more:
            raise EOFError('the server has gone')
        self.buffer += more

    def take(self, length):
        while len(self.buffer) < length:
            self.fill()
        taken, self.buffer = self.buffer[:length], self.buffer[length:]
        return taken

    def send(self, opcode, payload):
        """Frames of a client are masked."""
        mask = os.urandom(4)
        length = len(payload)
        size = struct.pack('!B', 0x80 | length) if length < 126 else struct.pack('!BH', 0x80 | 126, length)
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
        self.socket.sendall(bytes([0x80 | opcode]) + size + mask + masked)

    def say(self, message):
        self.send(1, json.dumps(message).encode())

    def hear(self):
        """The next message; pings on the way are answered."""
        text = b''
        while True:
            first, second = self.take(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack('!H', self.take(2))
            elif length == 127:
                (length,) = struct.unpack('!Q', self.take(8))
            payload = self.take(length)
            opcode = first & 0x0F
            if opcode == 9:
                self.send(10, payload)
            elif opcode == 8:
                raise EOFError(payload[2:].decode())
            elif opcode in (0, 1):
                text += payload
                if first & 0x80:
                    return json.loads(text)


def merge_patch(target, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def look_up(document, ref):
    for step in ref[2:].split('/'):
        document = document[step]
    return document


def check(document, message):
    """Each message is one that the document knows, with the fields that it demands."""
    payload = document['components']['messages'][message['type']]['payload']
    missing = [name for name in look_up(document, payload['$ref'])['required'] if name not in message]
    assert not missing, f'{message["type"]} without {missing}'


def main(document, url, match):
    connection = WebSocket(url)
    views, revision, head, revisions, epoch, journal = None, None, None, [], None, []
    while head is None or head['cursor'] < head['entries'] or len(journal) < head['entries']:
        message = connection.hear()
        check(document, message)
        kind = message['type']
        if kind == 'welcome':
            assert match in [each['id'] for each in message['matches']]
            connection.say({'type': 'join', 'match': match, 'channel': 'views'})
            connection.say({'type': 'join', 'match': match, 'channel': 'journal'})
            connection.say({'type': 'control', 'match': match, 'control': {'type': 'play'}})
        elif kind == 'snapshot':
            views, revision, head = message['views'], message['revision'], message['head']
            revisions.append(revision)
        elif kind == 'update':
            assert message['revision'] == revision + 1
            views, revision, head = merge_patch(views, message['patch']), message['revision'], message['head']
            revisions.append(revision)
        elif kind == 'opened':
            epoch, journal = message['epoch'], []
        elif kind == 'entries' and message['epoch'] == epoch:
            journal += message['entries']
        elif kind == 'rewound' and message['epoch'] == epoch:
            journal = [entry for entry in journal if entry['seq'] <= message['seq']]
        elif kind in ('refused', 'bye'):
            raise SystemExit(json.dumps(message))
    connection.send(8, struct.pack('!H', 1000))
    json.dump({'views': views, 'revisions': revisions, 'journal': journal}, sys.stdout)


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf8') as file:
        main(json.load(file), *sys.argv[2:])
