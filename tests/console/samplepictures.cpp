// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/samplepictures.h"

#include <QBuffer>
#include <QImage>
#include <QtEndian>

namespace quntai::tests {

namespace {

quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = ~0U;
    for (char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray out(4, Qt::Uninitialized);
    qToBigEndian(value, out.data());
    return out;
}

QByteArray chunk(const QByteArray &name, const QByteArray &body)
{
    return bigEndian(quint32(body.size())) + name + body + bigEndian(crc32(name + body));
}

} // namespace

QByteArray pictureBytes(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(180, 40, 60));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray smallGif()
{
    return QByteArray::fromBase64("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");
}

QByteArray smallWebp()
{
    return QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
}

QByteArray bombPng(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
        + chunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray("\x08\x06\0\0\0", 5))
        + chunk("IDAT", QByteArray::fromHex("789c030000000001"));
}

QByteArray bombGif()
{
    auto bytes = smallGif();
    for (int at : {6, 7, 8, 9, 32, 33, 34, 35}) {
        if (at < bytes.size())
            bytes[at] = char(0xff);
    }
    return bytes;
}

} // namespace quntai::tests
