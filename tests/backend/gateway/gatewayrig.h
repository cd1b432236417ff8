// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/gateway.h"
#include "tests/backend/gateway/testconsole.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

namespace quntai {

/** The answer of a request as an object; empty for an error. */
QJsonObject objectOf(const Result<QByteArray> &answer);
/** Somebody says it in the group. */
NewEvent said(const QString &group, const QString &text);

/** A backend of its own on loopback: ledger, engine, accounts and gateway, all real. */
class GatewayRig
{
public:
    explicit GatewayRig(GatewayOptions options = {}, ClockSource clock = systemClock());
    ~GatewayRig();
    /** With groups w/a and w/b; u-agent sees w/a, u-boss (supervisor) and u-admin all. */
    static std::unique_ptr<GatewayRig> withPeople(const GatewayOptions &options = {});

    /** Ends the gateway, lets something happen, and starts another one on the same files. */
    void restart(const std::function<void()> &between = [] {});
    /** A console of that user. */
    std::unique_ptr<TestConsole> signedIn(const QString &user);

    /** Writes the user; true once the gateway knows them. */
    bool addUser(const QString &id, Role role, const QList<GroupId> &groups = {});
    bool addGroup(const QString &id);
    void record(const QList<NewEvent> &events) { engine->record(events); }
    QString token(const QString &user);
    /** Everything in the ledger after that. */
    QList<StoredEvent> stored(const QString &stream, qint64 after = 0);
    bool waitForUser(const User &user);

    QTemporaryDir dir;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<AccountStore> accounts;
    std::unique_ptr<Gateway> gateway;
    QList<Event> committed;

private:
    std::unique_ptr<LedgerReader> openReader() const;
    void startGateway();

    GatewayOptions m_options;
};

} // namespace quntai
