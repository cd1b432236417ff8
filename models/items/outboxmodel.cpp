// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxmodel.h"

namespace quntai {

OutboxModel::OutboxModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, &OutboxModel::refresh);
    connect(session, &Session::outboxChanged, this, &OutboxModel::refresh);
}

QList<OutboxRow> OutboxModel::read() const
{
    QList<OutboxRow> all;
    for (const auto &item : m_session->outbox()) {
        const auto topic = m_session->state().topics.value(topicOf(item.command.data));
        all.append({item, topic.title, m_session->state().groups.value(topic.group).info.name});
    }
    return all;
}

void OutboxModel::refresh()
{
    setRows(read());
    Q_EMIT countsChanged();
}

int OutboxModel::refusedCount() const
{
    return static_cast<int>(std::ranges::count_if(rows(), [](const OutboxRow &row) {
        return row.item.state == OutboxItem::State::Refused;
    }));
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    const auto &item = row->item;
    switch (role) {
    case Qt::DisplayRole:
    case Text: return textOf(item.command.data);
    case Item: return QVariant::fromValue(item);
    case Id: return QVariant::fromValue(item.command.id);
    case State: return QVariant::fromValue(item.state);
    case Method: return methodName(item.command.data);
    case At: return QVariant::fromValue(item.at);
    case TopicOf: return QVariant::fromValue(topicOf(item.command.data));
    case TopicTitle: return row->title;
    case GroupName: return row->groupName;
    case Problem: return item.problem.message;
    case ProblemKind: return QVariant::fromValue(item.problem.kind);
    default: return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Item, "item"}, {Id, "id"}, {State, "state"},
            {Method, "method"}, {Text, "text"}, {At, "at"}, {TopicOf, "topic"},
            {TopicTitle, "topicTitle"}, {GroupName, "groupName"}, {Problem, "problem"},
            {ProblemKind, "problemKind"}};
}

} // namespace quntai
