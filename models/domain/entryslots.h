// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"

#include <optional>

namespace quntai {

/** What is wrong with the slots of one entry, in English: too many, or the first bad one with its
 * number; empty when they may be used. */
QString slotsProblem(const QList<Slot> &all);

/** A slot as people write it on one line, "choice 颜色[白色|黑色]: 您要哪个颜色？"; chinese: "选项 …".
 * Of a slot without problem, slotOfLine() gives the same back. */
QString lineOfSlot(const Slot &slot, bool chinese);

/** Reads such a line, in either language and with either colon; the choices and the question may be
 * missing. Nothing when it names no kind and no name. */
std::optional<Slot> slotOfLine(const QString &line);

/** What is wrong with the steps of one entry, in English; empty when they may be used. */
QString stepsProblem(const QStringList &steps);

/** Slots read from such lines; one that is no such line is a text slot of that name. */
QList<Slot> slotsOfLines(const QStringList &lines);
QStringList linesOfSlots(const QList<Slot> &all, bool chinese);

/** What a member told of slots in the topic, by name. */
QMap<QString, QString> slotsTold(const Topic &topic, const MemberId &by);

/** The slot of that name, or null. */
const Slot *slotNamed(const Entry &entry, const QString &name);

} // namespace quntai
