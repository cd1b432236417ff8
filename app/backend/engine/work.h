// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"

#include <QPointer>

#include <variant>

namespace quntai {

// What waits for the engine's next round. Everything but a command is kept and tried again when
// the ledger cannot be written: a platform delivers once.

struct CommandWork
{
    User user;
    Command command;
    QByteArray bodyHash;
    QPointer<QObject> context;
    Engine::CommandDone done;
};

struct StateWork
{
    QPointer<QObject> context;
    Engine::StateReady ready;
};

struct TrialWork
{
    TrialQuestion asked;
    QPointer<QObject> context;
    Engine::TrialReady ready;
};

struct PreviewWork
{
    FlowQuestion asked;
    bool showsCustomers = false;
    QPointer<QObject> context;
    Engine::PreviewReady ready;
};

struct MessageWork
{
    QString channel;
    InboundMessage message;
};

struct GroupWork
{
    QString channel;
    InboundGroup group;
};

struct RecallWork
{
    QString channel;
    InboundRecall recall;
};

struct MediaWork
{
    QString channel;
    InboundMedia media;
};

struct OutcomeWork
{
    SendOutcome outcome;
};

struct RecordWork
{
    QList<NewEvent> events;
};

using Work = std::variant<CommandWork, StateWork, TrialWork, PreviewWork, MessageWork, GroupWork, RecallWork,
                          MediaWork, OutcomeWork, RecordWork>;

} // namespace quntai
