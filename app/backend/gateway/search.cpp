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
constexpr qint64 readWithin = 2000;  //!< events from a picture to its words
constexpr qsizetype longestText = 200;
constexpr qsizetype shownText = 400; // so that a page of hits fits one message
constexpr qsizetype shownBefore = 80;

/** Where something was said in an event. */
struct Said
{
    QString text;
    MessageKind from = MessageKind::Text;
};

/** What was said, read or transcribed in an event, with an empty text; nothing for one of another
 * kind. */
struct Found
{
    SearchHit hit;
    QList<Said> said;
};

void addAttachments(QList<Said> &said, const QList<Attachment> &attachments)
{
    for (const auto &attachment : attachments) {
        if (!attachment.text.isEmpty())
            said.append({attachment.text, attachment.kind});
    }
}

std::optional<Found> foundIn(const EventData &data)
{
    Found found;
    auto &hit = found.hit;
    if (const auto *received = std::get_if<MessageReceived>(&data)) {
        hit.message = received->message;
        hit.author = received->author;
        found.said.append({received->text});
        addAttachments(found.said, received->attachments);
    } else if (const auto *queued = std::get_if<MessageQueued>(&data)) {
        hit.message = queued->message;
        hit.author = queued->author;
        found.said.append({queued->text});
        addAttachments(found.said, queued->attachments);
    } else if (const auto *read = std::get_if<MessageRead>(&data)) {
        hit.message = read->message; // whose it is, says the message itself
        found.said.append({read->text, MessageKind::Image});
    } else if (const auto *note = std::get_if<NoteAdded>(&data)) {
        hit.message = note->note;
        hit.author = note->author;
        hit.internal = true;
        found.said.append({note->text});
    } else {
        return std::nullopt;
    }
    return found;
}

bool mayBeOne(const QString &type)
{
    return type == u"message.received" || type == u"message.queued" || type == u"message.read"
        || type == u"note.added";
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
        auto found = data ? foundIn(*data) : std::nullopt;
        const auto *said = found ? where(found->said) : nullptr;
        if (!said)
            return;
        const auto *note = std::get_if<NoteAdded>(&*data);
        if (note && !m_viewer.seesWhisper(note->whisperTo, note->author))
            return;
        auto &hit = found->hit;
        hit.text = excerpt(said->text);
        hit.from = said->from;
        hit.seq = stored.seq;
        hit.at = stored.at;
        hit.group = stored.group;
        hit.topic = stored.topic;
        m_found.append(std::move(hit));
    }

    QList<SearchHit> take() { return std::exchange(m_found, {}); }

private:
    const Said *where(const QList<Said> &said) const
    {
        const auto at = std::ranges::find_if(said, [&](const Said &one) {
            return one.text.contains(m_needle, Qt::CaseInsensitive);
        });
        return at == said.cend() ? nullptr : &*at;
    }

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

/** Whose picture it was, from the message before it: a picture is read soon after it came. */
Result<> nameAuthor(LedgerReader &reader, SearchHit &hit)
{
    if (hit.from != MessageKind::Image || !hit.author.id.isEmpty())
        return {};
    const auto before = std::max<qint64>(0, hit.seq - readWithin);
    const auto events = reader.read(stream, before, int(readWithin), readBytes);
    if (!events)
        return std::unexpected(events.error());
    const auto id = hit.message.value.toUtf8();
    for (const auto &event : *events) {
        if (event.type != u"message.received" || !event.data.contains(id))
            continue;
        const auto data = decodeEventData(event.type, event.data);
        const auto *received = data ? std::get_if<MessageReceived>(&*data) : nullptr;
        if (!received || received->message != hit.message)
            continue;
        hit.author = received->author;
        hit.at = event.at;
    }
    return {};
}

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
        for (auto &hit : *found) {
            if (const auto named = nameAuthor(reader, hit); !named)
                return std::unexpected(named.error());
        }
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
