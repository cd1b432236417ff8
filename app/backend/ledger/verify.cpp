// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/verify.h"

#include "app/backend/ledger/anchorfile.h"
#include "app/backend/ledger/chaincheck.h"
#include "app/backend/ledger/epoch.h"
#include "app/backend/ledger/eventtable.h"

#include <future>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using Anchors = QList<AnchorFile::Anchor>;

/** Every thousandth event is anchored, so a longer ledger without anchors has lost them. */
constexpr qint64 longestWithoutAnchor = 1000;

struct Walk
{
    LedgerReport report;
    /** Hash of each record an anchor names, by stream and seq. */
    QHash<std::pair<QString, qint64>, QByteArray> anchored;
};

Result<std::unique_ptr<Database>> openFile(const QString &file)
{
    DatabaseOptions options;
    options.path = file;
    options.access = DatabaseOptions::Access::ReadOnly;
    options.adviceWhenDamaged = u"Restore the ledger from a good backup."_s;
    return Database::open(options);
}

Result<> checkStructure(Database &database)
{
    auto check = database.prepare("PRAGMA integrity_check(1)");
    if (!check)
        return std::unexpected(check.error());
    const auto row = check->step();
    if (!row)
        return std::unexpected(row.error());
    const QString found = *row ? check->text(0).simplified() : QString();
    if (found == "ok"_L1)
        return {};
    return failure(ErrorKind::Unavailable,
                   u"%1 is damaged: %2. Restore the ledger from a good backup."_s.arg(
                       database.path(), found));
}

/** Checks records in a thread of its own, while the next ones are read. */
class ChainWalk
{
public:
    explicit ChainWalk(Walk &walk) : m_walk(walk) {}
    ~ChainWalk() { std::ignore = wait(); }

    /** An error may be of a record given earlier. */
    Result<> take(const Record &record)
    {
        m_batch.append(record);
        return m_batch.size() < recordsAtOnce ? Result<>{} : handOn();
    }
    Result<> finish()
    {
        return handOn().and_then([this] { return wait(); });
    }
    const ChainCheck &check() const { return m_check; }

private:
    static constexpr qsizetype recordsAtOnce = 2000;

    Result<> handOn()
    {
        if (auto good = wait(); !good)
            return good;
        m_busy = std::async(std::launch::async, [this, batch = std::exchange(m_batch, {})] {
            return checkAll(batch);
        });
        return {};
    }
    Result<> wait() { return m_busy.valid() ? m_busy.get() : Result<>{}; }
    Result<> checkAll(const QList<Record> &batch)
    {
        for (const auto &record : batch) {
            const auto anchor = m_walk.anchored.find({record.stream, record.seq});
            if (anchor != m_walk.anchored.end())
                *anchor = record.hash;
            if (auto good = m_check.add(record); !good)
                return good;
        }
        return {};
    }

    Walk &m_walk;
    ChainCheck m_check;
    QList<Record> m_batch;
    std::future<Result<>> m_busy;
};

Result<> walkRecords(Database &database, Walk &walk)
{
    auto events = EventTable::open(database);
    if (!events)
        return std::unexpected(events.error());
    ChainWalk chain(walk);
    std::pair<QString, qint64> last;
    auto walked = events->each(0, [&](const Record &record) {
        last = {record.stream, record.seq};
        return chain.take(record);
    });
    const bool unreadable = !walked && walked.error().data.value(u"seq"_s).isUndefined();
    // A bad record before the place that cannot be read is the first fault.
    if (auto checked = chain.finish(); !checked)
        return checked;
    if (unreadable)
        walked.error().message = u"After record %1 #%2: %3"_s.arg(last.first)
                                     .arg(last.second)
                                     .arg(walked.error().message);
    if (!walked)
        return walked;
    for (const auto &[name, stream] : chain.check().streams().asKeyValueRange())
        walk.report.streams << LedgerReport::Stream{name, stream.events, stream.erased, stream.hash};
    return {};
}

Error brokenAnchor(const LedgerFiles &files, const AnchorFile::Anchor &anchor, const QString &why)
{
    return {ErrorKind::Unavailable,
            u"%1, line %2: %3."_s.arg(files.anchors()).arg(anchor.line).arg(why),
            {{u"stream"_s, anchor.head.stream}, {u"seq"_s, anchor.head.seq}}};
}

Result<> checkAnchor(const LedgerFiles &files, const AnchorFile::Anchor &anchor, const Walk &walk)
{
    const Head &head = anchor.head;
    if (head.seq == 0)  // of a stream that was empty
        return {};
    const QByteArray hash = walk.anchored.value({head.stream, head.seq});
    const QString name = u"record %1 #%2"_s.arg(head.stream).arg(head.seq);
    if (hash.isNull())
        return std::unexpected(brokenAnchor(files, anchor, u"%1 is missing: the newest records "
                                                           "were cut off"_s.arg(name)));
    if (hash != head.hash)
        return std::unexpected(brokenAnchor(files, anchor,
                                            u"%1 is not the one that was anchored"_s.arg(name)));
    return {};
}

Result<> checkAnchors(const LedgerFiles &files, const Anchors &anchors, Walk &walk)
{
    const auto key = SigningKey::load(files.key());
    if (!key && !anchors.isEmpty())
        return std::unexpected(key.error());
    for (const auto &anchor : anchors) {
        if (!key->isSigned(anchor.head, anchor.signature))
            return std::unexpected(brokenAnchor(files, anchor, u"the signature is wrong"_s));
        if (anchor.head.epoch != walk.report.epoch)
            continue;
        if (auto holds = checkAnchor(files, anchor, walk); !holds)
            return holds;
        ++walk.report.anchors;
    }
    return {};
}

/** Like an anchor, but the newest commit of all. */
Result<> checkNewest(const LedgerFiles &files, const QList<AnchorFile::Anchor> &newest,
                     const Walk &walk)
{
    const auto key = SigningKey::load(files.key());
    for (const auto &anchor : newest) {
        const Head &head = anchor.head;
        const bool counts = key && head.epoch == walk.report.epoch
            && key->isSigned(head, anchor.signature);
        if (counts && walk.anchored.value({head.stream, head.seq}) != head.hash) {
            return failure(ErrorKind::Unavailable,
                           u"Record %1 #%2 is missing: the newest records were cut off."_s
                               .arg(head.stream).arg(head.seq),
                           {{u"stream"_s, head.stream}, {u"seq"_s, head.seq}});
        }
    }
    return {};
}

/** Anchors of other epochs only, or none: someone removed them, or changed the epoch. */
Result<> checkAnchorsAreThere(const LedgerFiles &files, const Anchors &anchors, const Walk &walk)
{
    qint64 events = 0;
    for (const auto &stream : walk.report.streams)
        events += stream.events;
    const bool ofOthersOnly = walk.report.anchors == 0 && !anchors.isEmpty();
    if (ofOthersOnly || (anchors.isEmpty() && events > longestWithoutAnchor)) {
        return failure(ErrorKind::Unavailable,
                       u"%1 has no anchor of this ledger (epoch %2): it was removed or replaced, "
                       "or the ledger was."_s.arg(files.anchors(), walk.report.epoch));
    }
    return {};
}

Result<> walkFile(const QString &file, Walk &walk)
{
    auto database = openFile(file);
    if (!database)
        return std::unexpected(database.error());
    auto epoch = storedEpoch(**database);
    if (!epoch)
        return std::unexpected(epoch.error());
    walk.report.epoch = *epoch;
    auto structure = std::async(std::launch::async, [&file]() -> Result<> {
        auto other = openFile(file);
        return other ? checkStructure(**other) : std::unexpected(other.error());
    });
    auto walked = walkRecords(**database, walk);
    auto sound = structure.get();
    return walked ? sound : walked;
}

} // namespace

Result<LedgerReport> verifyLedger(const LedgerFiles &files)
{
    // Anchors first: a ledger that is being written only grows, so it must reach all of them.
    const auto anchors = AnchorFile(files.anchors()).read();
    if (!anchors)
        return std::unexpected(anchors.error());
    const auto newest = AnchorFile(files.newest()).read().value_or(Anchors());
    Walk walk;
    for (const auto &anchor : *anchors + newest)
        walk.anchored.insert({anchor.head.stream, anchor.head.seq}, {});
    auto good = walkFile(files.database(), walk)
                    .and_then([&] { return checkAnchors(files, *anchors, walk); })
                    .and_then([&] { return checkAnchorsAreThere(files, *anchors, walk); })
                    .and_then([&] { return checkNewest(files, newest, walk); });
    if (!good)
        return std::unexpected(good.error());
    return walk.report;
}

QList<Head> signedNewest(const LedgerFiles &files, const SigningKey &key, const QString &epoch)
{
    QList<Head> heads;
    for (const auto &anchor : AnchorFile(files.newest()).read().value_or(Anchors())) {
        if (anchor.head.epoch == epoch && key.isSigned(anchor.head, anchor.signature))
            heads << anchor.head;
    }
    return heads;
}

Result<LedgerReport> verifyLedgerFile(const QString &file)
{
    Walk walk;
    if (auto good = walkFile(file, walk); !good)
        return std::unexpected(good.error());
    return walk.report;
}

} // namespace quntai
