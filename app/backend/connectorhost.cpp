// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectorhost.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

ConnectorHost::ConnectorHost(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&engine, &Engine::sendReady, this, &ConnectorHost::send);
    connect(&engine, &Engine::recallReady, this, &ConnectorHost::recall);
}

ConnectorHost::~ConnectorHost()
{
    stop();
}

void ConnectorHost::add(std::unique_ptr<ConnectorLink> link)
{
    join(*link);
    m_links.push_back(std::move(link));
}

void ConnectorHost::join(ConnectorLink &link)
{
    const auto channel = link.channel();
    const auto kind = link.kind();
    connect(&link, &ConnectorLink::received, this,
            [this, channel](const InboundMessage &in) { m_engine.takeIn(channel, in); });
    connect(&link, &ConnectorLink::groupChanged, this,
            [this, channel](const InboundGroup &in) { m_engine.takeIn(channel, in); });
    connect(&link, &ConnectorLink::recalled, this,
            [this, channel](const InboundRecall &in) { m_engine.takeIn(channel, in); });
    connect(&link, &ConnectorLink::outcome, this,
            [this](const SendOutcome &outcome) { m_engine.takeIn(outcome); });
    connect(&link, &ConnectorLink::stateChanged, this,
            [this, channel, kind](ConnectorState state, const QString &account,
                                  const QString &detail) {
                m_engine.takeIn(Connector{channel, kind, account, state, detail});
            });
    connect(&link, &ConnectorLink::gap, this,
            [this, channel](Instant from, Instant to, const QString &detail) {
                m_engine.takeGap(channel, from, to, detail);
            });
}

void ConnectorHost::start()
{
    for (const auto &link : m_links)
        link->start();
}

void ConnectorHost::stop()
{
    for (const auto &link : m_links)
        link->stop();
}

ConnectorLink *ConnectorHost::find(const QString &channel) const
{
    const auto found = std::ranges::find_if(
        m_links, [&](const auto &link) { return link->channel() == channel; });
    return found == m_links.end() ? nullptr : found->get();
}

void ConnectorHost::send(const SendOrder &order)
{
    if (auto *link = find(order.channel)) {
        link->send(order.message);
        return;
    }
    m_engine.takeIn(SendOutcome{order.message.id, SendOutcome::Kind::Failed, {},
                                u"this platform connection is not configured any more"_s, 0, true});
}

void ConnectorHost::recall(const RecallOrder &order)
{
    if (auto *link = find(order.channel))
        link->recall(order.chat, order.platformId);
}

} // namespace quntai
