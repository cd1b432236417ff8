// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/overlaps.h"

namespace quntai {

namespace {

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
    connect(session, &Session::reset, this, [this] { m_old = true; });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        m_old = m_old || !changes.entries.isEmpty();
    });
}

void Overlaps::refresh()
{
    if (!std::exchange(m_old, false))
        return;
    m_phrasings.clear();
    m_places.clear();
    const auto add = [this](const EntryId &entry, const QString &text) {
        const auto pairs = pairsOf(text);
        for (const auto pair : pairs)
            m_places[pair].append(int(m_phrasings.size()));
        m_phrasings.push_back({entry, text, int(pairs.size())});
    };
    for (const auto &entry : m_session->state().entries) {
        if (entry.state != EntryState::Live)
            continue;
        add(entry.id, entry.question);
        for (const auto &similar : entry.similar)
            add(entry.id, similar);
    }
}

std::optional<Overlap> Overlaps::nearest(const QString &text, const EntryId &than)
{
    refresh();
    const auto pairs = pairsOf(text);
    QHash<int, int> shared;
    for (const auto pair : pairs) {
        for (const int phrasing : m_places.value(pair))
            ++shared[phrasing];
    }
    std::optional<Overlap> best;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        const auto &phrasing = m_phrasings[size_t(it.key())];
        const int likeness = 2000 * it.value() / int(phrasing.pairs + pairs.size());
        if (phrasing.entry == than || likeness < leastLikeness)
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
