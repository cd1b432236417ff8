// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** An entry's answer with its variables filled; what nobody could fill stands in it as written. */
struct FilledAnswer
{
    QString text;
    QStringList missing;  //!< names of the variables that were not filled
};

/** Fills {{variables}} for one member of a group: 称呼, 订单号, 订单状态, 物流状态, 退款金额, 退款状态,
 * 工单 and 工单状态 (of the newest open case) – of the member's own only – and what was told of slots, by name. The order is the one among
 * named (whole number or its end), else, when none was named, the newest the answer can be about. */
FilledAnswer fillAnswer(const State &state, const GroupId &group, const Author &asker,
                        const QString &answer, const QStringList &named,
                        const QMap<QString, QString> &told = {});

/** The names fillAnswer() knows. */
QStringList answerVariables();

/** How a member is addressed: the name shown in the group, bounded, without markup. */
QString salutation(const QString &name);

} // namespace quntai
