// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/searchmodel.h"

#include "models/domain/attachments.h"

namespace quntai {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

} // namespace

SearchModel::SearchModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    // Another store, perhaps of another person: what was found there is asked for anew.
    connect(session, &Session::reset, this, [this] {
        setRows({});
        Q_EMIT searched({});
        restart();
    });
}

void SearchModel::setWords(const QString &words)
{
    const auto trimmed = words.trimmed();
    if (trimmed == m_words)
        return;
    m_words = trimmed;
    restart();
}

void SearchModel::setScope(const SearchScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    restart();
}

void SearchModel::restart()
{
    ++m_generation;
    m_busy = false;
    m_limit = 0;
    if (!m_words.isEmpty() || m_scope.isAlone())
        return ask(pageSize);
    setRows({});
    Q_EMIT searched({});
}

SearchFilter SearchModel::filter() const
{
    SearchFilter filter;
    filter.group = m_scope.group;
    filter.person = m_scope.person;
    filter.image = m_scope.image;
    filter.open = m_scope.open;
    if (m_scope.days > 0)
        filter.since = {m_session->now().ms - m_scope.days * dayMs};
    if (!m_scope.open)
        return filter;
    Instant oldest = m_session->now();
    for (const auto &topic : m_session->state().topics) {
        if (hasEnded(topic))
            continue;
        filter.openTopics.insert(topic.id);
        oldest = std::min(oldest, topic.openedAt);
    }
    // Nothing of an open topic is older than the topic.
    if (*m_scope.open)
        filter.since = std::max(filter.since, oldest);
    return filter;
}

void SearchModel::ask(int limit)
{
    m_busy = true;
    m_limit = limit;
    m_session->searchBy(filter(), m_words, limit, this,
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
        const auto text = wholeText(message->text, message->attachments);
        all.append({message, text, findWords(text, m_words),
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

namespace {

/** What the first hit stands in. */
MessageKind fromOf(const SearchRow &row)
{
    if (row.spans.isEmpty() || row.spans.constFirst().start < row.message->text.size())
        return MessageKind::Text;
    auto end = row.message->text.size();
    for (const auto &attachment : row.message->attachments) {
        if (attachment.text.isEmpty())
            continue;
        end += attachment.text.size() + 1;
        if (row.spans.constFirst().start < end)
            return attachment.kind;
    }
    return MessageKind::Text;
}

} // namespace

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->text;
    case From: return QVariant::fromValue(fromOf(*row));
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
            {GroupOf, "group"}, {TopicOf, "topic"}, {GroupName, "groupName"}, {At, "at"}, {From, "from"}};
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
