// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/ledger/ledgerkit.h"

#include "models/domain/apply.h"
#include "models/protocol/statecodec.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace quntai::tests {

using namespace Qt::StringLiterals;

Event messageEvent(const QString &stream, qint64 seq, const QString &text)
{
    MessageReceived data;
    data.message = {u"m-%1"_s.arg(seq)};
    data.platformId = QString::number(seq);
    data.author = {AuthorKind::Member, u"onebot/10001"_s, u"小林"_s};
    data.text = text;
    return {stream, seq, seq - 1, {1'764'000'000'000 + seq}, {u"onebot/%1"_s.arg(seq % 7)}, {}, data};
}

Batch messages(const QString &stream, qint64 after, int count, int textLength)
{
    Batch batch;
    for (qint64 seq = after + 1; seq <= after + count; ++seq) {
        batch.events << messageEvent(stream, seq, QString(textLength, u'退'));
        batch.inbound << InboundMark{u"onebot/"_s + stream, QString::number(seq)};
    }
    batch.cursors << CursorMark{u"onebot"_s, QString::number(after + count)};
    return batch;
}

Scratch::Scratch(Place place)
    : m_dir(place == Place::Memory && QFileInfo(u"/dev/shm"_s).isWritable()
                ? u"/dev/shm/quntai-ledger-XXXXXX"_s
                : QDir::tempPath() + u"/quntai-ledger-XXXXXX"_s)
{
}

std::unique_ptr<SqliteLedger> Scratch::open() const
{
    SqliteLedgerOptions options;
    options.folder = files().folder;
    auto ledger = SqliteLedger::open(options);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().message));
    return std::move(*ledger);
}

void copyFolder(const LedgerFiles &from, const LedgerFiles &to)
{
    for (const QString &sub : {u""_s, u"/snapshots"_s}) {
        QDir().mkpath(to.folder + sub);
        for (const QString &name : QDir(from.folder + sub).entryList(QDir::Files)) {
            if (!name.endsWith(u"-shm"_s) && !QFile::copy(from.folder + sub + u'/' + name,
                                                          to.folder + sub + u'/' + name))
                qFatal("cannot copy %s", qPrintable(name));
        }
    }
}

bool tamper(const QString &database, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(database.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    const QByteArray all = "DROP TRIGGER IF EXISTS event_is_never_changed;"
                           "DROP TRIGGER IF EXISTS event_is_never_deleted;" + sql;
    char *problem = nullptr;
    const bool done = sqlite3_exec(handle, all.constData(), nullptr, nullptr, &problem) == SQLITE_OK;
    if (!done)
        qWarning("%s", problem);
    sqlite3_free(problem);
    sqlite3_close(handle);
    return done;
}

QByteArray foldOf(const QList<Event> &events)
{
    State state;
    for (const Event &event : events)
        apply(state, event);
    return encodeState(state);
}

} // namespace quntai::tests
