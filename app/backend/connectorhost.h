// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/engine/engine.h"
#include "app/backend/mediakeeper.h"

#include <memory>
#include <vector>

namespace quntai {

/** Joins the platform connections to the engine. Main thread. */
class ConnectorHost : public QObject
{
    Q_OBJECT
public:
    /** What customers send besides text goes into the blobs. */
    ConnectorHost(Engine &engine, const BlobStore &blobs, QObject *parent = nullptr);
    ~ConnectorHost() override;

    void add(std::unique_ptr<ConnectorLink> link);
    void start();
    void stop();

private:
    void join(ConnectorLink &link);
    ConnectorLink *find(const QString &channel) const;
    void received(const QString &channel, InboundMessage in);
    void send(const SendOrder &order);
    void hand(const SendOrder &order);
    void recall(const RecallOrder &order);

    Engine &m_engine;
    MediaKeeper m_media;
    std::vector<std::unique_ptr<ConnectorLink>> m_links;
};

} // namespace quntai
