// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

namespace quntai {

/** Waits until something holds; patience is only for a test that has failed. */
inline bool eventually(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, 20000);
}

/** Printed, and taken from QUNTAI_SEED to see the same again. */
inline quint32 testSeed()
{
    bool isSet = false;
    auto seed = qEnvironmentVariable("QUNTAI_SEED").toUInt(&isSet);
    if (!isSet)
        seed = QRandomGenerator::system()->generate();
    qInfo("QUNTAI_SEED=%u", seed);
    return seed;
}

/** Everything a link has said, in order. */
struct LinkRecord
{
    struct Gap
    {
        Instant from, to;
        QString detail;
    };
    QList<InboundMessage> messages;
    QList<InboundGroup> groups;
    QList<InboundRecall> recalls;
    QList<SendOutcome> outcomes;
    QList<ConnectorState> states;
    QList<Gap> gaps;
    QString account;
    QString detail;

    void listenTo(ConnectorLink &link)
    {
        QObject::connect(&link, &ConnectorLink::received, &link,
                         [this](const InboundMessage &message) { messages.append(message); });
        QObject::connect(&link, &ConnectorLink::groupChanged, &link,
                         [this](const InboundGroup &group) { groups.append(group); });
        QObject::connect(&link, &ConnectorLink::recalled, &link,
                         [this](const InboundRecall &recall) { recalls.append(recall); });
        QObject::connect(&link, &ConnectorLink::outcome, &link,
                         [this](const SendOutcome &outcome) { outcomes.append(outcome); });
        QObject::connect(&link, &ConnectorLink::stateChanged, &link,
                         [this](ConnectorState state, const QString &name, const QString &why) {
                             states.append(state);
                             account = name;
                             detail = why;
                         });
        QObject::connect(&link, &ConnectorLink::gap, &link,
                         [this](Instant from, Instant to, const QString &why) {
                             gaps.append({from, to, why});
                         });
    }

    bool isIn(ConnectorState state) const { return !states.isEmpty() && states.last() == state; }
    qsizetype outcomesOf(const QString &id) const
    {
        return std::ranges::count(outcomes, MessageId{id}, &SendOutcome::id);
    }
    SendOutcome outcomeOf(const QString &id) const
    {
        const auto at = std::ranges::find(outcomes, MessageId{id}, &SendOutcome::id);
        return at == outcomes.end() ? SendOutcome{} : *at;
    }
};

} // namespace quntai
