// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/reporttopicmodel.h"

#include "models/session/query.h"

namespace quntai {

ReportTopicModel::ReportTopicModel(Session *session, QObject *parent)
    : RowsModel(parent), m_session(session)
{
}

void ReportTopicModel::show(const ReportTopicsParams &question)
{
    if (!(question == m_question)) {
        setRows({});
        m_total = 0;
    }
    m_question = question;
    refresh();
}

void ReportTopicModel::refresh()
{
    m_next.clear();
    m_problem.clear();
    ask({});
}

void ReportTopicModel::clear()
{
    ++m_generation;
    m_asking = false;
    m_question = {};
    m_total = 0;
    m_next.clear();
    m_problem.clear();
    setRows({});
    Q_EMIT stateChanged();
}

void ReportTopicModel::ask(const QString &after)
{
    auto question = m_question;
    question.after = after;
    m_asking = true;
    Q_EMIT stateChanged();
    askBackend(*m_session, question, this,
               [this, first = after.isEmpty(),
                generation = ++m_generation](const Result<ReportTopics> &page) {
                   if (generation == m_generation)
                       take(page, first);
               });
}

void ReportTopicModel::take(const Result<ReportTopics> &page, bool first)
{
    m_asking = false;
    m_problem = page ? QString() : page.error().message;
    if (page) {
        auto all = first ? QList<ReportTopicRow>() : rows();
        QSet<TopicId> known;
        for (const auto &row : std::as_const(all))
            known.insert(row.key());
        for (const auto &topic : page->topics) {
            if (!known.contains(topic.topic))
                all.append({topic});
        }
        setRows(all);
        m_total = page->total;
        m_next = page->next;
    }
    Q_EMIT stateChanged();
}

bool ReportTopicModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_asking && !m_next.isEmpty() && m_problem.isEmpty();
}

void ReportTopicModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next);
}

QVariant ReportTopicModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->value.title;
    case TopicValue: return QVariant::fromValue(row->value);
    default: return {};
    }
}

} // namespace quntai
