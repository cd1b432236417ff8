// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/pictures/writtenpicture.h"

#include <QBuffer>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

QByteArray writtenPicture(const Written &written)
{
    QImage image(written.size, QImage::Format_RGB32);
    image.fill(written.paper);
    QPainter painter(&image);
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(written.pixels);
    painter.setFont(font);
    painter.setPen(written.ink);
    int y = written.pixels + 20;
    for (const auto &line : written.lines) {
        painter.drawText(20, y, line);
        y += written.pixels * 2;
    }
    painter.end();
    return bytesOf(image, written.format);
}

QByteArray noisePicture(QSize size)
{
    QRandomGenerator dice(7);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, dice.generate() | 0xff000000U);
    }
    return bytesOf(image, "png");
}

} // namespace quntai::tests
