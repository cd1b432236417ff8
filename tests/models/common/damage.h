// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/common/seed.h"

#include <QFile>

#include <algorithm>

namespace quntai::tests {

/** Harms a file: one to three flipped bits, a run of garbage, or a shorter file. */
inline void damage(const QString &name, Dice &dice)
{
    QFile file(name);
    if (!file.open(QFile::ReadWrite) || file.size() == 0)
        return;
    const int size = static_cast<int>(file.size());
    if (dice.chance(15)) {
        file.resize(dice.below(size));
        return;
    }
    const int run = dice.chance(15) ? 1 + dice.below(5000) : 1;
    for (int i = 1 + dice.below(3); i > 0; --i) {
        const qint64 at = dice.chance(20) ? dice.below(std::min(size, 100)) : dice.below(size);
        file.seek(at);
        QByteArray bytes = file.peek(run);
        for (char &byte : bytes)
            byte = static_cast<char>(byte ^ (1 << dice.below(8)));
        file.seek(at);
        file.write(bytes);
    }
}

} // namespace quntai::tests
