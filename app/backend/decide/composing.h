// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** An entry's answer with its variables filled, and the variables nobody could fill. */
struct Filled
{
    QString text;
    QStringList missing;
};

/** Fills {{variables}} for the asker of a message: 称呼, 订单号, 订单状态, 物流状态, 退款金额,
 * 退款状态 – the asker's own orders only. The order is the one the asker named in the topic, else
 * the newest the answer can be about. */
Filled fill(const Scene &scene, const Entry &entry, const Message &asked, const Topic *topic);

/** Numbers that name orders, from what the asker wrote in the topic and in this message. */
QStringList ordersNamed(const Scene &scene, const Message &asked, const Topic *topic);

/** With the label the policy puts before every text of the bot; never twice. */
QString labelled(const Policy &policy, const QString &text);

/** "您是不是想问：…", with at most three choices. */
QString didYouMean(const QList<Candidate> &candidates);
QString askForOrder();
QString askForMore();
QString holdingText();

/** How the bot addresses a member: the name shown in the group, bounded, without markup. */
QString salutation(const QString &name);

inline constexpr int choicesShown = 3;

} // namespace quntai
