// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/entryhistory.h"

#include "models/protocol/eventcodec.h"
#include "models/protocol/framecodec.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto stream = u"c0"_s;
constexpr qint64 stretch = 2000;
constexpr int stretchesAtOnce = 10;
constexpr int readEvents = 500;
constexpr qint64 readBytes = 1024 * 1024;
constexpr qsizetype mostVersions = 50;
/** Of an answer, so that with its frame it stays below maxMessageBytes; one version always fits. */
constexpr qsizetype answerBytes = 192 * 1024;

struct Found
{
    qint64 seq = 0;
    EntryVersion version;
};

/** The versions in [from, before), oldest first. */
Result<QList<Found>> versionsIn(LedgerReader &reader, const EntryId &entry, qint64 from,
                                qint64 before)
{
    QList<Found> found;
    qint64 after = from - 1;
    while (after < before - 1) {
        const auto events = reader.read(stream, after, readEvents, readBytes);
        if (!events)
            return std::unexpected(events.error());
        for (const auto &event : *events) {
            if (event.seq >= before)
                return found;
            if (event.type != u"knowledge.changed" || event.data.isEmpty())
                continue;
            const auto data = decodeEventData(event.type, event.data);
            const auto *changed = data ? std::get_if<KnowledgeChanged>(&*data) : nullptr;
            if (changed && changed->entry.id == entry)
                found.append({event.seq,
                              {changed->entry, changed->change, changed->by, event.at,
                               changed->question, changed->faults}});
        }
        if (events->isEmpty())
            break;
        after = events->constLast().seq;
    }
    return found;
}

} // namespace

Result<EntryHistoryResult> readEntryHistory(LedgerReader &reader, const EntryHistoryParams &params)
{
    const auto head = reader.head(stream);
    if (!head)
        return std::unexpected(head.error());
    EntryHistoryResult result;
    qsizetype bytes = 0;
    qint64 end = params.before <= 0 ? *head + 1 : std::min(params.before, *head + 1);
    bool done = end <= 1;
    for (int i = 0; i < stretchesAtOnce && !done; ++i) {
        const auto from = std::max<qint64>(1, end - stretch);
        const auto found = versionsIn(reader, params.entry, from, end);
        if (!found)
            return std::unexpected(found.error());
        end = from;
        done = from == 1;
        for (auto at = found->crbegin(); at != found->crend(); ++at) {
            const auto size = encodeBody(EntryHistoryResult{{at->version}, false, 0}).size();
            const bool full = result.versions.size() >= mostVersions
                || (!result.versions.isEmpty() && bytes + size > answerBytes);
            if (full) {
                result.more = true;
                result.next = at->seq + 1;
                return result;
            }
            bytes += size;
            result.versions.append(at->version);
            // Versions begin at 1: there is nothing before.
            if (at->version.entry.version <= 1)
                return result;
        }
    }
    result.more = !done;
    result.next = done ? 0 : end;
    return result;
}

} // namespace quntai
