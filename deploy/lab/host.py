#!/usr/bin/env python3
"""What a scenario asks of the world outside its machine; runs beside the machine, in its folder.

usage: deploy/lab/host.py FOLDER

The guest leaves a line in the file `ask`, see `host` in guest/lib.sh, and gets one in `answer`:
  screen NAME          a picture of the display as NAME.ppm: answers its size and its digest
  plug WIDTH HEIGHT    another display, whose EDID prefers that size: answers ok
  unplug               no display: answers ok

The digest is that of Sources/Screen/GlassProof.swift: FNV-1a with 64 bits, over width, height and the
pixels as 0xRRGGBB. The display's plug is the VNC server's: a client that asks for another desktop size
makes QEMU tell the guest of another display, with an EDID of its own, and one of 0x0 of none.
"""

import json
import os
import socket
import struct
import sys
import time


def connect(path):
    """A stream to the machine, once it is there."""
    while True:
        try:
            stream = socket.socket(socket.AF_UNIX)
            stream.connect(path)
            return stream
        except (FileNotFoundError, ConnectionRefusedError):
            time.sleep(0.2)


class Machine:
    """QEMU's own control socket."""

    def __init__(self):
        self.stream = connect("asked").makefile("rw")
        self.stream.readline()
        self.tell("qmp_capabilities")

    def tell(self, command, **arguments):
        request = {"execute": command, "arguments": arguments}
        self.stream.write(json.dumps(request) + "\n")
        self.stream.flush()
        while True:
            line = self.stream.readline()
            if not line:
                sys.exit(0)
            answer = json.loads(line)
            if "error" in answer:
                raise RuntimeError(answer["error"]["desc"])
            if "return" in answer:
                return answer["return"]


def digest(path):
    """Size and digest of a picture in the format PPM."""
    with open(path, "rb") as file:
        kind, size, _ = file.readline(), file.readline(), file.readline()
        pixels = file.read()
    if kind.strip() != b"P6":
        raise RuntimeError(f"{path} is no PPM")
    width, height = map(int, size.split())
    value, prime, mask = 0xCBF29CE484222325, 0x100000001B3, 2**64 - 1
    for side in (width, height):
        value = (value ^ side) * prime & mask
    red, green, blue = pixels[0::3], pixels[1::3], pixels[2::3]
    for r, g, b in zip(red, green, blue):
        value = (value ^ (r << 16 | g << 8 | b)) * prime & mask
    return f"{width}x{height} {value:016x}"


def resize(width, height):
    """Asks the VNC server for a desktop of that size, as RFB 3.8 has it."""
    stream = connect("vnc")
    file = stream.makefile("rb")
    file.read(12)
    stream.sendall(b"RFB 003.008\n")
    file.read(file.read(1)[0])
    stream.sendall(b"\x01")
    file.read(4)
    stream.sendall(b"\x01")
    head = file.read(24)
    file.read(struct.unpack(">I", head[20:])[0])
    stream.sendall(struct.pack(">BxHi", 2, 1, -308))
    screens = struct.pack(">IHHHHI", 0, 0, 0, width, height, 0)
    stream.sendall(struct.pack(">BxHHBx", 251, width, height, 1) + screens)
    # Its timer fires in the next round of its loop; the connection must live until then.
    time.sleep(0.5)
    stream.close()


def answer(machine, words):
    """What the world outside does."""
    if words[0] == "screen":
        path = words[1] + ".ppm"
        machine.tell("screendump", filename=path)
        return digest(path)
    if words[0] == "plug":
        resize(int(words[1]), int(words[2]))
        return "ok"
    if words[0] == "unplug":
        # QEMU passes on changes only, and begins with 0x0.
        resize(1920, 1081)
        resize(0, 0)
        return "ok"
    raise RuntimeError(f"no such request: {' '.join(words)}")


def main():
    os.chdir(sys.argv[1])
    machine = Machine()
    while True:
        try:
            with open("ask") as file:
                words = file.read().split()
        except FileNotFoundError:
            time.sleep(0.1)
            continue
        os.remove("ask")
        try:
            line = answer(machine, words)
        except (RuntimeError, OSError, ValueError, IndexError) as error:
            line = f"error: {error}"
        with open("answer.new", "w") as file:
            file.write(line + "\n")
        os.rename("answer.new", "answer")


main()
