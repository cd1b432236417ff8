// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/decider.h"
#include "app/backend/engine/engine.h"
#include "app/backend/ledger/sqliteledger.h"
#include "tests/models/common/dataof.h"

#include <QDir>
#include <QTest>
#include <QUuid>

namespace quntai::test {

using namespace Qt::StringLiterals;

inline const QString haiyan = u"wx/haiyan"_s;
inline const QString secret = u"我住滨江花园6幢502"_s;
inline const GroupId group{u"wx/g"_s};

inline std::unique_ptr<SqliteLedger> ledgerIn(const QString &folder)
{
    SqliteLedgerOptions options;
    options.folder = folder;
    auto ledger = SqliteLedger::open(options);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().message));
    return std::move(*ledger);
}

/** A bot service without sockets. */
class Service
{
public:
    explicit Service(const QString &folder)
        : engine(std::make_unique<Engine>(ledgerIn(folder), std::make_unique<Decider>()))
    {
        QObject::connect(engine.get(), &Engine::committed, engine.get(),
                         [this](const EventList &list) { events.append(*list); });
        engine->setBlobEraser([this](const QString &sha256) {
            QMetaObject::invokeMethod(
                engine.get(), [this, sha256] { blobs.append(sha256); }, Qt::QueuedConnection);
        });
        if (const auto started = engine->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
    }

    void say(const QString &id, const QString &who, const QString &text,
             const QString &picture = {})
    {
        InboundMessage message;
        message.platformId = id;
        message.chat = u"g"_s;
        message.sender = {who, u"名字"_s + who, MemberRole::Customer, {u"c-"_s + who}, {}};
        message.text = text;
        message.mentionsBot = true;
        if (!picture.isEmpty())
            message.attachments = {{MessageKind::Image, u"p.png"_s, picture, 9, {}, {}}};
        engine->takeIn(u"wx"_s, message);
    }

    Result<qint64> run(const CommandData &data)
    {
        User admin;
        admin.id = {u"u-admin"_s};
        admin.role = Role::Admin;
        std::optional<Result<qint64>> answer;
        engine->submit(admin, {{QUuid::createUuid().toString()}, data}, "h", engine.get(),
                       [&answer](const Result<qint64> &result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return failure(ErrorKind::Internal, u"no answer"_s);
        return *answer;
    }

    StatePtr state()
    {
        StatePtr copy;
        engine->state(engine.get(), [&copy](const StatePtr &state) { copy = state; });
        return QTest::qWaitFor([&] { return copy != nullptr; }) ? copy : nullptr;
    }

    template <class T>
    QList<T> all() const
    {
        return tests::dataOf<T>(events);
    }

    std::unique_ptr<Engine> engine;
    QList<Event> events;
    QStringList blobs;
};

/** Whether the bytes stand anywhere in the folder's files. */
inline QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    for (const auto &sub : {u""_s, u"/snapshots"_s}) {
        for (const auto &name : QDir(folder + sub).entryList(QDir::Files)) {
            QFile file(folder + sub + u'/' + name);
            if (file.open(QFile::ReadOnly) && file.readAll().contains(text.toUtf8()))
                found.append(name);
        }
    }
    return found;
}

} // namespace quntai::test
