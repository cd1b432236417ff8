// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/** The command comes to nothing, for this reason. */
#define REFUSED(result, expected)                                                                  \
    do {                                                                                           \
        const auto outcome = (result);                                                             \
        QVERIFY(!outcome);                                                                         \
        QCOMPARE(outcome.error().kind, ErrorKind::expected);                                       \
    } while (false)
