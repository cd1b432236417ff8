// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobgroups.h"

#include "models/protocol/eventcodec.h"
#include "models/storage/transaction.h"

#include <QFile>
#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto stream = u"p0"_s;
constexpr int pageEvents = 2000;
constexpr qint64 pageBytes = 4 * 1024 * 1024;
constexpr int againMs = 5000;
/** What a crash makes us read anew, at most. */
constexpr qint64 keepEvery = 10'000;

constexpr auto schema = "CREATE TABLE IF NOT EXISTS brought("
                        " sha256 TEXT NOT NULL, group_id TEXT NOT NULL, seq INTEGER NOT NULL,"
                        " PRIMARY KEY(sha256, group_id, seq)) WITHOUT ROWID;"
                        "CREATE INDEX IF NOT EXISTS brought_seq ON brought(seq);"
                        "CREATE TABLE IF NOT EXISTS mark(one INTEGER PRIMARY KEY CHECK(one = 1),"
                        " epoch TEXT NOT NULL, seq INTEGER NOT NULL)";

/** Whether stored events of the type have to be looked into. */
bool mayConcern(const StoredEvent &event)
{
    return event.type == QLatin1StringView(DataErased::type) || event.data.contains("sha256");
}

} // namespace

BlobGroups::BlobGroups(QString path, LedgerReader &ledger)
    : m_path(std::move(path)), m_ledger(ledger)
{
    m_turn.setSingleShot(true);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { start(); });
}

BlobGroups::~BlobGroups()
{
    if (m_database && m_isThere && m_seq > m_kept)
        std::ignore = keepMark();
}

void BlobGroups::start()
{
    if (!m_database) {
        if (const auto opened = open(); !opened)
            return failed(opened.error());
    }
    if (m_isThere)
        return;
    if (const auto read = readPage(); !read)
        return failed(read.error());
    if (!m_isThere)
        m_turn.start(0);
}

Result<> BlobGroups::open()
{
    DatabaseOptions options;
    options.path = m_path;
    options.synchronous = DatabaseOptions::Synchronous::Normal; // the ledger has it all
    auto database = Database::open(options);
    if (!database && isDamage(database.error())) {
        for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_path + end);
        database = Database::open(options);
    }
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    const auto ready = prepare();
    if (!ready) {
        for (auto *statement : {&m_note, &m_forget, &m_next, &m_any, &m_mark})
            *statement = Statement();
        m_database.reset();
    }
    return ready;
}

Result<> BlobGroups::prepare()
{
    if (const auto made = m_database->execute(schema); !made)
        return made;
    const std::pair<Statement *, const char *> statements[] = {
        {&m_note, "INSERT OR IGNORE INTO brought(sha256, group_id, seq) VALUES(?, ?, ?)"},
        {&m_forget, "DELETE FROM brought WHERE seq = ?"},
        {&m_next, "SELECT group_id FROM brought WHERE sha256 = ? AND group_id > ? LIMIT 1"},
        {&m_any, "SELECT 1 FROM brought WHERE sha256 = ? LIMIT 1"},
        {&m_mark, "INSERT OR REPLACE INTO mark(one, epoch, seq) VALUES(1, ?, ?)"}};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    auto mark = m_database->prepare("SELECT seq FROM mark WHERE epoch = ?");
    if (!mark)
        return std::unexpected(mark.error());
    const auto found = mark->with(m_ledger.epoch()).step();
    if (!found)
        return std::unexpected(found.error());
    m_seq = m_kept = *found ? mark->number(0) : 0;
    return *found ? Result<>() : m_database->execute("DELETE FROM brought");
}

Result<> BlobGroups::readPage()
{
    const auto page = m_ledger.read(stream, m_seq, pageEvents, pageBytes);
    if (!page)
        return std::unexpected(page.error());
    if (page->isEmpty()) {
        m_isThere = true;
        return {};
    }
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto before = m_seq;
    for (const auto &event : *page) {
        if (!mayConcern(event))
            continue;
        const auto data = decodeEventData(event.type, event.data);
        // Nobody can show what is not understood; its blobs stay all the same.
        const auto folded = data && !std::holds_alternative<UnknownEvent>(*data)
            ? fold(event.group, event.seq, *data)
            : noteUnknown(event.data, event.seq);
        if (!folded)
            return folded;
    }
    m_seq = page->constLast().seq;
    auto done = keepMark().and_then([&] { return transaction->commit(); });
    if (!done)
        m_seq = m_kept = before;
    return done;
}

void BlobGroups::takeIn(const EventList &events)
{
    if (!m_isThere)
        return; // they are in the ledger, and read from there
    for (const auto &event : *events) {
        if (event.stream != stream || event.seq <= m_seq)
            continue;
        if (const auto folded = fold(event.group, event.seq, event.data); !folded)
            return failed(folded.error());
        m_seq = event.seq;
    }
    if (m_seq - m_kept < keepEvery)
        return;
    if (const auto kept = keepMark(); !kept)
        failed(kept.error());
}

Result<> BlobGroups::fold(const GroupId &group, qint64 seq, const EventData &data)
{
    if (const auto *received = std::get_if<MessageReceived>(&data)) {
        return note(received->attachments, group, seq);
    } else if (const auto *queued = std::get_if<MessageQueued>(&data)) {
        return note(queued->attachments, group, seq);
    } else if (const auto *attached = std::get_if<MessageAttached>(&data)) {
        return note(attached->attachment.sha256, group, seq);
    } else if (const auto *erased = std::get_if<DataErased>(&data)) {
        for (const auto event : erased->events) {
            if (const auto forgotten = m_forget.with(event).run(); !forgotten)
                return forgotten;
        }
    }
    return {};
}

Result<> BlobGroups::note(const QList<Attachment> &attachments, const GroupId &group, qint64 seq)
{
    for (const auto &attachment : attachments) {
        if (const auto noted = note(attachment.sha256, group, seq); !noted)
            return noted;
    }
    return {};
}

std::optional<bool> BlobGroups::isBrought(const QString &sha256)
{
    if (!m_isThere)
        return std::nullopt;
    const auto found = m_any.with(sha256).step();
    m_any.reset();
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<Instant> BlobGroups::begunAt() const
{
    const auto first = m_ledger.read(stream, 0, 1, pageBytes);
    return first && !first->isEmpty() ? std::optional(first->constFirst().at) : std::nullopt;
}

/** For no group: whatever looks like the name of a blob. */
Result<> BlobGroups::noteUnknown(const QByteArray &data, qint64 seq)
{
    static const QRegularExpression names(u"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])"_s);
    for (const auto &name : names.globalMatch(QString::fromUtf8(data))) {
        if (const auto noted = note(name.captured(), {}, seq); !noted)
            return noted;
    }
    return {};
}

Result<> BlobGroups::note(const QString &sha256, const GroupId &group, qint64 seq)
{
    return sha256.isEmpty() ? Result<>() : m_note.with(sha256, group, seq).run();
}

Result<> BlobGroups::keepMark()
{
    auto kept = m_mark.with(m_ledger.epoch(), m_seq).run();
    if (kept)
        m_kept = m_seq;
    return kept;
}

BlobGroups::Answer BlobGroups::mayHave(const Viewer &viewer, const QString &sha256)
{
    if (!m_database)
        return Answer::NotYet;
    const auto seen = sees(viewer, sha256);
    if (!seen) {
        failed(seen.error());
        return Answer::NotYet;
    }
    return *seen ? Answer::Yes : m_isThere ? Answer::No : Answer::NotYet;
}

/** Steps from group to group, however many messages of one brought it. */
Result<bool> BlobGroups::sees(const Viewer &viewer, const QString &sha256)
{
    GroupId group;
    for (;;) {
        const auto found = m_next.with(sha256, group).step();
        if (!found || !*found)
            return found;
        group = {m_next.text(0)};
        m_next.reset();
        if (viewer.seesEvent(u"message.received", group))
            return true;
    }
}

/** The table is behind now; what it lacks is read again from where the file stands. */
void BlobGroups::failed(const Error &error)
{
    qWarning("Which groups brought a blob cannot be noted: %s", qPrintable(error.message));
    m_isThere = false;
    m_seq = m_kept;
    m_turn.start(againMs);
}

} // namespace quntai
