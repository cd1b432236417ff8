// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>
#include <QStringList>

namespace quntai::tests {

/** How words stand in a picture. */
struct Written
{
    QStringList lines;
    int pixels = 32;        //!< of a letter
    QSize size{800, 300};
    QColor ink = Qt::black;
    QColor paper = Qt::white;
    const char *format = "png";
};

/** A picture with these words in Noto Sans CJK, as bytes. Needs a QGuiApplication. */
QByteArray writtenPicture(const Written &written);
/** Coloured noise: nothing is written there. */
QByteArray noisePicture(QSize size);

} // namespace quntai::tests
