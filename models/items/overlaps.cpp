// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/overlaps.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int mostGone = 4000;

/** Neighbouring letters of a text, each pair once. */
QSet<quint32> pairsOf(const QString &text)
{
    QSet<quint32> pairs;
    quint32 before = 0;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber() && !c.isSurrogate())
            continue;
        const auto unit = quint32(c.toLower().unicode());
        if (before != 0)
            pairs.insert(before << 16 | unit);
        before = unit;
    }
    return pairs;
}

} // namespace

Overlaps::Overlaps(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, &Overlaps::readSlice);
    connect(session, &Session::reset, this, [this] {
        if (m_wanted)
            begin();
    });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (m_wanted)
            m_unread.unite(changes.entries);
    });
}

void Overlaps::begin()
{
    m_wanted = true;
    m_gone = 0;
    m_phrasings.clear();
    m_ofEntry.clear();
    m_places.clear();
    const auto ids = m_session->state().entries.keys();
    m_unread = {ids.cbegin(), ids.cend()};
}

void Overlaps::readSlice()
{
    for (int i = 0; i < slice && !m_unread.isEmpty(); ++i) {
        const auto id = *m_unread.cbegin();
        m_unread.remove(id);
        read(id);
    }
    if (!m_unread.isEmpty() || !m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT ready();
}

void Overlaps::read(const EntryId &id)
{
    const auto old = m_ofEntry.take(id);
    for (const int place : old)
        m_phrasings[size_t(place)] = {};
    m_gone += int(old.size());
    const auto entry = m_session->state().entries.value(id);
    if (entry.state != EntryState::Live || entry.id.isEmpty())
        return;
    for (const auto &text : QStringList{entry.question} + entry.similar) {
        const auto pairs = pairsOf(text);
        const int place = int(m_phrasings.size());
        for (const auto pair : pairs)
            m_places[pair].append(place);
        m_phrasings.push_back({id, text, int(pairs.size())});
        m_ofEntry[id].append(place);
    }
}

std::optional<Overlap> Overlaps::nearest(const QString &text, const EntryId &than)
{
    if (!m_wanted || m_gone > mostGone)
        begin();
    if (m_unread.size() <= slice)
        readSlice();
    if (!m_unread.isEmpty()) {
        m_timer.start();
        return std::nullopt;
    }
    const auto pairs = pairsOf(text);
    QHash<int, int> shared;
    for (const auto pair : pairs) {
        for (const int phrasing : m_places.value(pair))
            ++shared[phrasing];
    }
    std::optional<Overlap> best;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        const auto &phrasing = m_phrasings[size_t(it.key())];
        const int likeness = 2000 * it.value() / std::max(1, int(phrasing.pairs + pairs.size()));
        if (phrasing.entry == than || phrasing.entry.isEmpty() || likeness < leastLikeness)
            continue;
        const bool better = !best || likeness > best->likeness
            || (likeness == best->likeness
                && std::tie(phrasing.entry, phrasing.text) < std::tie(best->entry, best->phrasing));
        if (better)
            best = Overlap{phrasing.entry, phrasing.text, likeness};
    }
    return best;
}

} // namespace quntai
