// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandids.h"

#include <QRandomGenerator>
#include <QUuid>

namespace quntai {

CommandId newCommandId(Instant now)
{
    std::array<quint32, 3> random;
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const auto ms = static_cast<quint64>(now.ms);
    const auto a = static_cast<ushort>(0x7000 | (random[0] & 0x0fff));
    const auto variant = static_cast<uchar>(0x80 | ((random[0] >> 12) & 0x3f));
    const auto byte = [&](int word, int shift) {
        return static_cast<uchar>(random[static_cast<size_t>(word)] >> shift);
    };
    const QUuid id(static_cast<uint>(ms >> 16), static_cast<ushort>(ms), a, variant, byte(0, 24),
                   byte(1, 0), byte(1, 8), byte(1, 16), byte(1, 24), byte(2, 0), byte(2, 8));
    return {id.toString(QUuid::WithoutBraces)};
}

} // namespace quntai
