// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shutin/framewords.h"

#include <QtEndian>

namespace quntai {

QByteArray frameOf(std::initializer_list<quint32> words)
{
    QByteArray out;
    for (const quint32 word : words) {
        const quint32 wire = qToLittleEndian(word);
        out.append(reinterpret_cast<const char *>(&wire), sizeof wire);
    }
    return out;
}

quint32 frameWord(QByteArrayView frame, qsizetype word)
{
    return qFromLittleEndian<quint32>(frame.data() + word * qsizetype(sizeof(quint32)));
}

} // namespace quntai
