// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QStringView>

namespace quntai {

/** The days a normalised text names, in its order, as seen from the day it was written: 今天, 大后天,
 * 周三, 上周三, 下下周一, 3月5号, 三月五日, 2026年3月5日, 15号. At most four; the first 2,000
 * characters are read.
 *
 * A bare weekday is the next one from that day on, or the last one when the words after it tell of
 * something done (周三买的, 周三到了). A day without year, or without month, is the one nearest to
 * that day. Pure. */
QList<QDate> daysIn(QStringView normalised, QDate written);

/** "3月5日（周四）". */
QString dayText(QDate day);

} // namespace quntai
