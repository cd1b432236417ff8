// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

namespace quntai::tests {

/** A picture of this size in a format Qt can write ("png", "jpeg"). */
QByteArray pictureBytes(const char *format, QSize size);
/** The smallest of their kind: one pixel. */
QByteArray smallGif();
QByteArray smallWebp();
/** A sound PNG head that promises more pixels than memory holds, and nothing behind it. */
QByteArray bombPng(quint32 width, quint32 height);
/** The same as GIF. */
QByteArray bombGif();

} // namespace quntai::tests
