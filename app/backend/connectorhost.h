// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/engine/engine.h"

#include <memory>
#include <vector>

namespace quntai {

/** Joins the platform connections to the engine. Main thread. */
class ConnectorHost : public QObject
{
    Q_OBJECT
public:
    explicit ConnectorHost(Engine &engine, QObject *parent = nullptr);
    ~ConnectorHost() override;

    void add(std::unique_ptr<ConnectorLink> link);
    void start();
    void stop();

private:
    void join(ConnectorLink &link);
    ConnectorLink *find(const QString &channel) const;
    void send(const SendOrder &order);
    void recall(const RecallOrder &order);

    Engine &m_engine;
    std::vector<std::unique_ptr<ConnectorLink>> m_links;
};

} // namespace quntai
