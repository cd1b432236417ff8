// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <initializer_list>

namespace quntai {

// A head of what is said to a program that is shut in, and by it, is some 32-bit words.

/** The words one after another, little-endian. */
QByteArray frameOf(std::initializer_list<quint32> words);

/** One of them; the frame is long enough to hold it. */
quint32 frameWord(QByteArrayView frame, qsizetype word);

} // namespace quntai
