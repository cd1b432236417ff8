// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/search.h"

#include "models/protocol/eventcodec.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto stream = u"p0"_s;
constexpr qint64 stretch = 1000;
constexpr int stretchesAtOnce = 12;
constexpr qint64 readBytes = 16 * 1024 * 1024;
constexpr int mostHits = 100;
constexpr qsizetype longestText = 200;
constexpr qsizetype shownText = 400; // so that a page of hits fits one message
constexpr qsizetype shownBefore = 80;

/** What was said in an event; nothing for one of another kind. */
std::optional<SearchHit> hitOf(const EventData &data)
{
    SearchHit hit;
    if (const auto *received = std::get_if<MessageReceived>(&data)) {
        hit.message = received->message;
        hit.author = received->author;
        hit.text = received->text;
    } else if (const auto *queued = std::get_if<MessageQueued>(&data)) {
        hit.message = queued->message;
        hit.author = queued->author;
        hit.text = queued->text;
    } else if (const auto *note = std::get_if<NoteAdded>(&data)) {
        hit.message = note->note;
        hit.author = note->author;
        hit.text = note->text;
        hit.internal = true;
    } else {
        return std::nullopt;
    }
    return hit;
}

bool mayBeOne(const QString &type)
{
    return type == u"message.received" || type == u"message.queued" || type == u"note.added";
}

class Search
{
public:
    Search(const Viewer &viewer, const SearchParams &params)
        : m_viewer(viewer), m_params(params), m_needle(params.text.trimmed())
    {
        // Stored as it is, unless JSON escapes it or case matters: then every text is looked into.
        const bool plain = std::ranges::all_of(
            m_needle, [](QChar c) { return c.unicode() > 0x7f || c.isDigit(); });
        if (plain && m_needle.toCaseFolded() == m_needle)
            m_bytes = m_needle.toUtf8();
    }

    void look(const StoredEvent &stored)
    {
        const bool asked = m_params.group.isEmpty() || stored.group == m_params.group;
        if (!asked || !mayBeOne(stored.type) || !m_viewer.seesEvent(stored.type, stored.group)
            || stored.data.isEmpty() || (!m_bytes.isEmpty() && !stored.data.contains(m_bytes)))
            return;
        const auto data = decodeEventData(stored.type, stored.data);
        auto hit = data ? hitOf(*data) : std::nullopt;
        if (!hit || !hit->text.contains(m_needle, Qt::CaseInsensitive))
            return;
        const auto *note = std::get_if<NoteAdded>(&*data);
        if (note && !m_viewer.seesWhisper(note->whisperTo, note->author))
            return;
        hit->text = excerpt(hit->text);
        hit->seq = stored.seq;
        hit->at = stored.at;
        hit->group = stored.group;
        hit->topic = stored.topic;
        m_found.append(std::move(*hit));
    }

    QList<SearchHit> take() { return std::exchange(m_found, {}); }

private:
    /** The part of a long text around the first hit. */
    QString excerpt(const QString &text) const
    {
        if (text.size() <= shownText)
            return text;
        const auto hit = text.indexOf(m_needle, 0, Qt::CaseInsensitive);
        const auto from = std::clamp<qsizetype>(hit - shownBefore, 0, text.size() - shownText);
        return (from > 0 ? u"…"_s : QString()) + text.sliced(from, shownText)
            + (from + shownText < text.size() ? u"…"_s : QString());
    }

    const Viewer &m_viewer;
    const SearchParams &m_params;
    const QString m_needle;
    QByteArray m_bytes;
    QList<SearchHit> m_found;
};

/** Looks at [from, to). */
Result<QList<SearchHit>> searchStretch(LedgerReader &reader, Search &search, qint64 from, qint64 to)
{
    qint64 after = from - 1;
    while (after < to - 1) {
        const auto events = reader.read(stream, after, int(stretch), readBytes);
        if (!events)
            return std::unexpected(events.error());
        if (events->isEmpty())
            break;
        for (const auto &event : *events) {
            if (event.seq < to)
                search.look(event);
        }
        after = events->constLast().seq;
    }
    return search.take();
}

} // namespace

Result<SearchResult> searchLedger(LedgerReader &reader, const Viewer &viewer,
                                  const SearchParams &params)
{
    const auto length = params.text.trimmed().size();
    if (length == 0 || length > longestText)
        return failure(ErrorKind::InvalidParams,
                       u"A text to look for has 1 to %1 characters"_s.arg(longestText),
                       {{u"field"_s, u"text"_s}});
    const auto head = reader.head(stream);
    if (!head)
        return std::unexpected(head.error());
    const qsizetype limit = std::clamp(params.limit, 1, mostHits);
    Search search(viewer, params);
    SearchResult result;
    qint64 end = params.before <= 0 ? *head + 1 : std::min(params.before, *head + 1);
    for (int i = 0; i < stretchesAtOnce && end > 1 && result.hits.size() < limit; ++i) {
        const auto from = std::max<qint64>(1, end - stretch);
        auto found = searchStretch(reader, search, from, end);
        if (!found)
            return std::unexpected(found.error());
        std::ranges::reverse(*found);
        const auto taken = std::min(limit - result.hits.size(), found->size());
        result.hits += found->first(taken);
        // A page that is full goes on before its last hit.
        end = result.hits.size() < limit ? from : result.hits.constLast().seq;
    }
    result.more = end > 1;
    result.next = result.more ? end : 0;
    return result;
}

} // namespace quntai
