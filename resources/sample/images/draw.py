#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the pictures customers "send" in the sample conversations, with nothing but zlib.

Shapes are painted on a canvas of twice the size and averaged down, which gives soft edges.
Run it in this folder: python3 draw.py
"""
import math
import random
import struct
import zlib

W, H, SS = 320, 240, 2

# 5×7 dot letters, one string of rows per sign.
FONT = {
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00010 00100 01000 11111", "3": "11111 00010 00100 00010 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00010 01100",
    "A": "01110 10001 10001 11111 10001 10001 10001", "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110", "E": "11111 10000 10000 11110 10000 10000 11111",
    "I": "01110 00100 00100 00100 00100 00100 01110", "L": "10000 10000 10000 10000 10000 10000 11111",
    "N": "10001 11001 10101 10011 10001 10001 10001", "O": "01110 10001 10001 10001 10001 10001 01110",
    "P": "11110 10001 10001 11110 10000 10000 10000", "R": "11110 10001 10001 11110 10100 10010 10001",
    "T": "11111 00100 00100 00100 00100 00100 00100", "U": "10001 10001 10001 10001 10001 10001 01110",
    "V": "10001 10001 10001 10001 10001 01010 00100", "K": "10001 10010 10100 11000 10100 10010 10001",
    "G": "01110 10001 10000 10111 10001 10001 01111", "k": "10000 10000 10010 10100 11000 10100 10010",
    "g": "00000 01111 10001 10001 01111 00001 01110", ".": "00000 00000 00000 00000 00000 01100 01100",
    ":": "00000 01100 01100 00000 01100 01100 00000", "-": "00000 00000 00000 11111 00000 00000 00000",
    " ": "00000 00000 00000 00000 00000 00000 00000",
}


def mix(a, b, t):
    return tuple(round(x + (y - x) * t) for x, y in zip(a, b))


class Canvas:
    """An RGB raster; all coordinates are in final pixels."""

    def __init__(self, top, bottom):
        self.w, self.h = W * SS, H * SS
        self.rows = [[mix(top, bottom, y / self.h)] * self.w for y in range(self.h)]

    def paint(self, x0, y0, x1, y1, inside, colour):
        for y in range(max(0, int(y0 * SS)), min(self.h, int(y1 * SS) + 1)):
            row = self.rows[y]
            for x in range(max(0, int(x0 * SS)), min(self.w, int(x1 * SS) + 1)):
                if inside((x + 0.5) / SS, (y + 0.5) / SS):
                    row[x] = colour

    def ellipse(self, cx, cy, rx, ry, colour, turn=0.0):
        c, s, r = math.cos(turn), math.sin(turn), max(rx, ry)

        def inside(x, y):
            dx, dy = x - cx, y - cy
            return ((dx * c + dy * s) / rx) ** 2 + ((dy * c - dx * s) / ry) ** 2 <= 1

        self.paint(cx - r, cy - r, cx + r, cy + r, inside, colour)

    def box(self, x0, y0, x1, y1, colour, r=0):
        def inside(x, y):
            dx = max(x0 + r - x, x - (x1 - r), 0)
            dy = max(y0 + r - y, y - (y1 - r), 0)
            return x0 <= x <= x1 and y0 <= y <= y1 and (r == 0 or dx * dx + dy * dy <= r * r)

        self.paint(x0, y0, x1, y1, inside, colour)

    def line(self, x0, y0, x1, y1, width, colour):
        length2 = (x1 - x0) ** 2 + (y1 - y0) ** 2 or 1

        def inside(x, y):
            t = max(0, min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length2))
            return math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)) <= width / 2

        self.paint(min(x0, x1) - width, min(y0, y1) - width, max(x0, x1) + width,
                   max(y0, y1) + width, inside, colour)

    def polygon(self, points, colour):
        def inside(x, y):
            hit = False
            for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    hit = not hit
            return hit

        xs, ys = [p[0] for p in points], [p[1] for p in points]
        self.paint(min(xs), min(ys), max(xs), max(ys), inside, colour)

    def text(self, x, y, words, size, colour):
        for sign in words:
            for j, bits in enumerate(FONT[sign].split()):
                for i, bit in enumerate(bits):
                    if bit == "1":
                        self.box(x + i * size, y + j * size, x + (i + 1) * size, y + (j + 1) * size, colour)
            x += 6 * size

    def save(self, name):
        raw = bytearray()
        for y in range(0, self.h, SS):
            line, left = bytearray(), (0, 0, 0)
            for x in range(0, self.w, SS):
                four = [self.rows[y + j][x + i] for j in range(SS) for i in range(SS)]
                pixel = tuple(sum(p[k] for p in four) // 4 for k in range(3))
                line += bytes((pixel[k] - left[k]) & 255 for k in range(3))
                left = pixel
            raw += b"\x01" + line

        def chunk(kind, data):
            return (struct.pack(">I", len(data)) + kind + data
                    + struct.pack(">I", zlib.crc32(kind + data)))

        with open(name, "wb") as out:
            out.write(b"\x89PNG\r\n\x1a\n")
            out.write(chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, 8, 2, 0, 0, 0)))
            out.write(chunk(b"IDAT", zlib.compress(bytes(raw), 9)))
            out.write(chunk(b"IEND", b""))


def table(dark=False):
    return Canvas((196, 170, 138), (164, 134, 100)) if not dark else Canvas((92, 98, 108), (66, 70, 78))


def lychee(c, x, y, r, bad, rng):
    skin, dark, light = (196, 58, 66), (150, 36, 50), (228, 108, 104)
    if bad:
        skin, dark, light = (92, 52, 38), (58, 32, 26), (124, 78, 56)
    c.ellipse(x + 3, y + 5, r, r * 0.94, (120, 96, 70))
    c.ellipse(x, y, r, r * 0.94, skin)
    for _ in range(26):
        a, d = rng.random() * math.tau, math.sqrt(rng.random()) * r * 0.82
        c.ellipse(x + d * math.cos(a), y + d * math.sin(a) * 0.94, 2.2, 1.8, dark)
    c.ellipse(x - r * 0.35, y - r * 0.38, r * 0.2, r * 0.13, light, -0.6)
    c.line(x, y - r * 0.9, x + 4, y - r * 1.2, 3, (104, 78, 44))


def lychees():
    c, rng = table(), random.Random(7)
    c.ellipse(160, 134, 148, 98, (206, 208, 210))
    c.ellipse(160, 130, 144, 94, (244, 245, 246))
    c.ellipse(160, 130, 118, 75, (232, 234, 236))
    spots = [(84, 92, 0), (138, 78, 1), (194, 80, 0), (244, 104, 1), (66, 136, 1), (118, 126, 0),
             (172, 124, 1), (226, 150, 0), (98, 176, 1), (152, 176, 0), (204, 186, 1)]
    for x, y, bad in spots:
        lychee(c, x, y, 27, bad, rng)
    c.save("lychee-bad.png")


def eggs():
    c = table(dark=True)
    c.box(20, 24, 300, 220, (134, 128, 118), 12)
    c.box(26, 30, 294, 214, (158, 152, 142), 10)
    broken = {(1, 0), (4, 0), (2, 1), (3, 2), (0, 2), (4, 3)}
    for j in range(4):
        for i in range(6):
            x, y = 54 + i * 42.5, 57 + j * 43.5
            c.ellipse(x, y, 19, 19, (118, 112, 104))
            if (i, j) in broken:
                c.ellipse(x + 1, y + 2, 20, 17, (242, 236, 214), 0.4)
                c.ellipse(x + 3, y + 2, 10, 9, (246, 178, 44))
                c.polygon([(x - 17, y - 3), (x - 12, y - 14), (x - 2, y - 17), (x - 6, y - 9),
                           (x - 10, y - 8), (x - 9, y - 1)], (206, 150, 108))
            else:
                c.ellipse(x, y, 15, 17.5, (214, 160, 118))
                c.ellipse(x - 4, y - 6, 4, 5, (236, 196, 162), 0.4)
    c.ellipse(240, 216, 40, 10, (240, 230, 196))
    c.save("eggs-broken.png")


def jar():
    c = Canvas((226, 230, 226), (190, 196, 192))
    c.ellipse(160, 222, 82, 10, (160, 166, 160))
    c.box(90, 52, 230, 222, (150, 96, 44), 18)
    c.box(94, 56, 120, 218, (176, 120, 62), 12)
    c.box(84, 20, 236, 58, (176, 44, 40), 8)
    for i in range(11):
        c.line(94 + i * 13.4, 26, 94 + i * 13.4, 52, 2, (142, 30, 30))
    c.box(96, 84, 224, 196, (250, 244, 226), 6)
    c.box(96, 84, 224, 112, (214, 140, 48), 6)
    c.text(113, 89, "PEANUT", 2.6, (255, 255, 255))
    for dx, dy, a in ((-24, 4, 0.5), (20, 0, -0.4)):
        x, y = 160 + dx, 142 + dy
        ux, uy = math.cos(a) * 11, math.sin(a) * 11
        c.ellipse(x - ux, y - uy, 15, 13, (206, 160, 92))
        c.ellipse(x + ux, y + uy, 15, 13, (206, 160, 92))
        c.line(x - ux, y - uy, x + ux, y + uy, 19, (206, 160, 92))
        for k in (-1, 0, 1):
            c.line(x - ux * 1.5 + k * 3, y - uy * 1.5 + k * 5, x + ux * 1.5 + k * 3,
                   y + uy * 1.5 + k * 5, 1.6, (160, 114, 56))
    c.text(128, 176, "340 g", 2.2, (90, 70, 50))
    c.save("jar-label.png")


def bars(c, rows, colour):
    for x, y, w in rows:
        c.box(x, y, x + w, y + 6, colour, 2)


def invoice():
    c = table()
    c.polygon([(40, 34), (288, 22), (296, 214), (48, 226)], (128, 104, 78))
    c.polygon([(36, 28), (284, 18), (290, 208), (42, 218)], (252, 250, 244))
    red, grey = (196, 72, 60), (150, 150, 156)
    c.box(104, 34, 222, 42, red, 3)
    c.line(96, 50, 230, 47, 2, red)
    for y in (62, 98, 158, 196):
        c.line(52, y + 1, 276, y - 6, 1.4, red)
    for x in (52, 110, 196, 276):
        c.line(x, 62 - (x - 52) * 0.03, x + 2, 196 - (x - 52) * 0.03, 1.4, red)
    bars(c, [(62, 74, 38), (120, 72, 62), (62, 86, 30), (62, 110, 40), (120, 108, 58), (206, 106, 52),
             (62, 126, 34), (120, 124, 66), (206, 122, 40), (62, 142, 36), (206, 138, 46)], grey)
    c.ellipse(150, 75, 46, 14, (214, 40, 40))
    c.ellipse(150, 75, 43, 11, (252, 250, 244))
    bars(c, [(120, 72, 62)], (90, 90, 98))
    c.text(116, 172, "5680.00", 1.7, (70, 70, 78))
    for r, col in ((27, red), (24, (252, 250, 244))):
        c.ellipse(236, 168, r, r * 0.72, col, -0.2)
    bars(c, [(220, 165, 32)], red)
    c.save("invoice-slip.png")


def cake():
    c = Canvas((250, 238, 240), (240, 214, 220))
    c.ellipse(160, 204, 128, 22, (206, 186, 192))
    c.ellipse(160, 198, 126, 21, (250, 250, 252))
    c.box(66, 108, 254, 184, (252, 246, 236))
    c.ellipse(160, 184, 94, 20, (252, 246, 236))
    c.box(66, 138, 254, 150, (240, 150, 160))
    c.ellipse(160, 108, 94, 24, (255, 252, 246))
    for i in range(12):
        c.ellipse(72 + i * 16, 182 + 15 * math.sin(math.pi * i / 11), 9, 8, (255, 255, 255))
    for i in range(7):
        a = math.pi * (0.08 + i * 0.14)
        x, y = 160 - 78 * math.cos(a), 106 - 15 * math.sin(a)
        c.polygon([(x - 10, y - 12), (x + 10, y - 12), (x, y + 8)], (220, 46, 60))
        c.ellipse(x, y - 12, 10, 6, (220, 46, 60))
        c.polygon([(x - 7, y - 15), (x, y - 21), (x + 7, y - 15)], (82, 150, 74))
    c.box(120, 104, 204, 124, (112, 66, 44), 5)
    bars(c, [(130, 111, 40)], (255, 240, 220))
    bars(c, [(174, 111, 20)], (255, 150, 140))
    for x in (136, 160, 184):
        c.box(x - 2.5, 50, x + 2.5, 92, (120, 176, 226))
        c.ellipse(x, 44, 4, 8, (250, 178, 60))
    c.save("cake-note.png")


def scale():
    c = table(dark=True)
    c.box(50, 150, 270, 224, (226, 230, 234), 14)
    c.ellipse(160, 152, 116, 22, (168, 174, 180))
    c.ellipse(160, 147, 116, 21, (206, 212, 218))
    c.ellipse(164, 112, 74, 38, (240, 206, 160))
    c.ellipse(104, 120, 32, 22, (236, 196, 148), 0.5)
    c.ellipse(222, 116, 34, 17, (234, 192, 142), -0.5)
    c.ellipse(150, 98, 30, 12, (250, 224, 188), -0.2)
    c.line(236, 108, 266, 92, 9, (240, 200, 150))
    c.ellipse(268, 90, 7, 6, (246, 216, 172))
    c.box(104, 178, 216, 214, (40, 58, 48), 5)
    c.text(116, 184, "1.35kg", 2.6, (150, 240, 170))
    c.save("scale-short.png")


def locker():
    c = Canvas((214, 220, 218), (188, 194, 192))
    c.box(16, 12, 304, 232, (46, 122, 92), 8)
    for j in range(3):
        for i in range(3):
            x, y, n = 26 + i * 92, 22 + j * 69, j * 3 + i + 1
            here = n == 7
            c.box(x, y, x + 84, y + 61, (36, 100, 76), 4)
            c.box(x + 2, y + 2, x + 82, y + 59, (236, 240, 238) if here else (86, 168, 132), 4)
            c.text(x + 12, y + 14, f"B0{n}", 2.4, (34, 44, 40) if here else (232, 246, 240))
            c.ellipse(x + 70, y + 46, 5, 5, (220, 50, 46) if here else (120, 220, 150))
            c.box(x + 12, y + 42, x + 40, y + 47, (150, 160, 156) if here else (60, 136, 104), 2)
    c.save("locker-b07.png")


if __name__ == "__main__":
    for draw in (lychees, eggs, jar, invoice, cake, scale, locker):
        draw()
