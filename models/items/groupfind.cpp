// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/groupfind.h"

#include <algorithm>

namespace quntai {

GroupFind::GroupFind(Session &session, const TimelineModel &timeline, QObject *parent)
    : QObject(parent), m_session(session), m_timeline(timeline)
{
    connect(&timeline, &TimelineModel::messagesChanged, this, [this] {
        if (m_group != m_timeline.group())
            setWords({});
        else if (!m_words.isEmpty())
            lookAgain();
    });
}

void GroupFind::setWords(const QString &words)
{
    const auto trimmed = words.trimmed();
    if (trimmed == m_words && m_group == m_timeline.group())
        return;
    m_words = trimmed;
    m_group = m_timeline.group();
    m_stored.clear();
    m_hits.clear();
    m_current = {};
    m_cut = false;
    m_busy = false;
    ++m_generation;
    if (!m_words.isEmpty())
        ask();
    lookAgain();
    choose(m_hits.size() - 1);
}

void GroupFind::ask()
{
    m_busy = true;
    SearchFilter filter;
    filter.group = m_group;
    m_session.searchBy(
        filter, m_words, mostStored, this,
        [this, generation = m_generation](const Result<QList<MessagePtr>> &found) {
            if (generation == m_generation)
                takeStored(found);
        });
}

/** Without the store there is still what the timeline has. */
void GroupFind::takeStored(const Result<QList<MessagePtr>> &found)
{
    m_busy = false;
    if (found) {
        m_cut = found->size() >= mostStored;
        for (const auto &message : *found)
            m_stored.append({message->seq, message->id});
    }
    lookAgain();
    if (m_current.isEmpty())
        choose(m_hits.size() - 1);
}

bool GroupFind::matches(const Message &message) const
{
    const auto words = QStringView(m_words).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](QStringView word) {
        return message.text.contains(word, Qt::CaseInsensitive);
    });
}

void GroupFind::lookAgain()
{
    m_hits.clear();
    const auto &here = m_timeline.messages();
    const auto oldest = here.isEmpty() ? std::numeric_limits<qint64>::max()
                                       : here.constFirst()->seq;
    // What the timeline has is newer than what is stored of it.
    std::ranges::copy_if(m_stored, std::back_inserter(m_hits),
                         [&](const Hit &hit) { return hit.seq < oldest; });
    std::ranges::sort(m_hits, {}, &Hit::seq);
    for (const auto &message : here) {
        if (!m_words.isEmpty() && matches(*message))
            m_hits.append({message->seq, message->id});
    }
    if (current() < 0)
        m_current = {};
    Q_EMIT changed();
}

int GroupFind::current() const
{
    const auto at = std::ranges::find(m_hits, m_current, &Hit::message);
    return at == m_hits.cend() ? -1 : int(at - m_hits.cbegin());
}

void GroupFind::step(int by)
{
    if (m_hits.isEmpty())
        return;
    const auto at = current();
    const auto from = at >= 0 ? at : (by > 0 ? -1 : 0);
    choose((from + by + m_hits.size()) % m_hits.size());
}

void GroupFind::choose(qsizetype hit)
{
    if (hit < 0 || hit >= m_hits.size())
        return;
    m_current = m_hits.at(hit).message;
    Q_EMIT changed();
    Q_EMIT wanted(m_current);
}

} // namespace quntai
