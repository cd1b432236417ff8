// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectorhost.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** What no platform gives the bytes of; a voice message came as its words. */
void noteWithoutAddress(InboundMessage &in)
{
    for (int i = 0; i < in.attachments.size(); ++i) {
        auto &attachment = in.attachments[i];
        const bool comes = std::ranges::contains(in.media, i, &MediaSource::index);
        if (!comes && attachment.sha256.isEmpty() && attachment.kind != MessageKind::Voice)
            attachment.problem = u"the platform gives no address for it"_s;
    }
}

} // namespace

ConnectorHost::ConnectorHost(Engine &engine, const BlobStore &blobs, QObject *parent)
    : QObject(parent), m_engine(engine), m_media(blobs)
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
            [this, channel](const InboundMessage &in) { received(channel, in); });
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

/** The message at once; its pictures and files when they have come. */
void ConnectorHost::received(const QString &channel, InboundMessage in)
{
    m_media.keepLongText(in);
    noteWithoutAddress(in);
    m_engine.takeIn(channel, in);
    for (const auto &source : std::as_const(in.media)) {
        if (source.index < 0 || source.index >= in.attachments.size())
            continue;
        m_media.keep(source, in.attachments.at(source.index),
                     [this, channel, chat = in.chat, id = in.platformId,
                      index = source.index](const Attachment &attachment) {
                         m_engine.takeIn(channel, InboundMedia{chat, id, index, attachment});
                     });
    }
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
    if (order.message.files.isEmpty())
        return hand(order);
    m_media.load(order.message.files, [this, order](const Result<QList<OutboundFile>> &files) {
        if (!files) {
            m_engine.takeIn(SendOutcome{order.message.id, SendOutcome::Kind::Failed, {},
                                        files.error().message, 0, true});
            return;
        }
        auto whole = order;
        whole.message.files = *files;
        hand(whole);
    });
}

void ConnectorHost::hand(const SendOrder &order)
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
