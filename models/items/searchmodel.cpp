// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/searchmodel.h"

namespace quntai {

SearchModel::SearchModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    // Another store, perhaps of another person: what was found there is asked for anew.
    connect(session, &Session::reset, this, [this] {
        const auto words = m_words;
        setWords({});
        setWords(words);
    });
}

void SearchModel::setWords(const QString &words)
{
    const auto trimmed = words.trimmed();
    if (trimmed == m_words)
        return;
    m_words = trimmed;
    ++m_generation;
    m_busy = false;
    m_limit = 0;
    if (!m_words.isEmpty())
        return ask(pageSize);
    setRows({});
    Q_EMIT searched({});
}

void SearchModel::ask(int limit)
{
    m_busy = true;
    m_limit = limit;
    m_session->search(m_words, limit, this,
                      [this, generation = m_generation](const Result<QList<MessagePtr>> &found) {
                          if (generation == m_generation)
                              take(found);
                      });
}

void SearchModel::take(const Result<QList<MessagePtr>> &found)
{
    m_busy = false;
    if (!found) {
        Q_EMIT searched(found.error().message);
        return;
    }
    QList<SearchRow> all;
    for (const auto &message : *found) {
        const auto &groups = m_session->state().groups;
        all.append({message, findWords(message->text, m_words),
                    groups.value(message->group).info.name});
    }
    setRows(all);
    Q_EMIT searched({});
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_busy && m_limit > 0 && rowCount() >= m_limit
        && m_limit < mostRows;
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(std::min(m_limit * 2, mostRows));
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->message->text;
    case MessageValue: return QVariant::fromValue(row->message);
    case Spans: return QVariant::fromValue(row->spans);
    case GroupOf: return QVariant::fromValue(row->message->group);
    case TopicOf: return QVariant::fromValue(row->message->topic);
    case GroupName: return row->groupName;
    case At: return QVariant::fromValue(row->message->at);
    default: return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {MessageValue, "message"}, {Spans, "spans"},
            {GroupOf, "group"}, {TopicOf, "topic"}, {GroupName, "groupName"}, {At, "at"}};
}

QList<Span> findWords(const QString &text, const QString &words)
{
    constexpr int most = 64;
    QList<Span> spans;
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && spans.size() < most;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            spans.append({static_cast<int>(at), static_cast<int>(word.size()), 0});
    }
    std::ranges::sort(spans, {}, &Span::start);
    return spans;
}

} // namespace quntai
