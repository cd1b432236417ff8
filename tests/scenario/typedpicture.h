// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace quntai::tests {

/** What a text of test_typist goes with: it begins like a PNG, and no two are the same. */
inline QByteArray pictureOf(const QString &text)
{
    const auto own = text.toUtf8();
    return "\x89PNG\r\n\x1a\n" + own + QByteArray(12'000 + qHash(own) % 9'000, '.');
}

} // namespace quntai::tests
