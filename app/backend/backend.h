// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/config.h"
#include "app/backend/connectorhost.h"
#include "app/backend/crm/customerkeeper.h"
#include "app/backend/gateway/gateway.h"
#include "app/backend/imports/samplecompany.h"
#include "app/backend/options.h"
#include "app/backend/parentlink.h"
#include "app/backend/picturewatch.h"
#include "app/backend/flowimport.h"
#include "app/backend/policyimport.h"

namespace quntai {

/** The bot service: ledger, engine, gateway and connectors made and joined. Main thread. */
class Backend : public QObject
{
    Q_OBJECT
public:
    Backend(Options options, Config config, QObject *parent = nullptr);
    ~Backend() override;

    /** Opens everything; ready() follows. The error says what is wrong and what to do. */
    Result<> start();
    /** Tells consoles to come back later, finishes what waits, keeps a snapshot. */
    void stop();

Q_SIGNALS:
    /** Consoles are let in; "ws://ADDR:PORT" or "wss://…". */
    void ready(const QString &url);
    /** It cannot go on; says what is wrong and what to do. */
    void failed(const QString &why);
    /** The console that started this backend is gone. */
    void parentGone();

private:
    Result<> openLedger();
    Result<> openGateway();
    void readPictures();
    Result<> addConnectors();
    void addCustomers();
    Result<GatewayOptions> gatewayOptions() const;
    void forgetBlob(const QString &sha256);
    QString blobFolder() const;
    BlobStore blobs() const { return BlobStore(blobFolder()); }
    Result<> readSample();
    Result<> playHistory();
    void introduce(const StatePtr &state);
    void announce();
    /** Who the embedding console is when it asks to be this one; nobody named: the first of the
     * sample's staff, or the owner. Empty when there is no such person. */
    UserId embeddedUser(const QString &named) const;

    const Options m_options;
    const Config m_config;
    SampleCompany m_company;
    std::unique_ptr<AccountStore> m_accounts;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<PictureWatch> m_pictures;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<ConnectorHost> m_connectors;
    std::unique_ptr<CustomerKeeper> m_customers;
    std::unique_ptr<PolicyImport> m_policy;
    std::unique_ptr<FlowImport> m_flows;
    std::unique_ptr<ParentLink> m_parent;
    bool m_stopped = false;
};

} // namespace quntai
