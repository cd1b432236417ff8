// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

struct ReportTopicRow
{
    ReportTopic value;

    TopicId key() const { return value.topic; }
    bool operator==(const ReportTopicRow &) const = default;
};

/** The topics behind a number, fetched page by page from the backend. Answers to older questions
 * are dropped. GUI thread. */
class ReportTopicModel : public RowsModel<ReportTopicRow>
{
    Q_OBJECT
public:
    enum Role { TopicValue = Qt::UserRole + 1 };  //!< ReportTopic

    explicit ReportTopicModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /** Asks for the first page; rows of another question go at once. */
    void show(const ReportTopicsParams &question);
    /** Asks for the first page again. */
    void refresh();
    void clear();
    const ReportTopicsParams &question() const { return m_question; }
    bool isAsking() const { return m_asking; }
    int total() const { return m_total; }
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /** Rows, total, problem or isAsking() changed. */
    void stateChanged();

private:
    void ask(const QString &after);
    void take(const Result<ReportTopics> &page, bool first);

    Session *m_session;
    ReportTopicsParams m_question;
    QString m_next;
    QString m_problem;
    int m_total = 0;
    int m_generation = 0;
    bool m_asking = false;
};

} // namespace quntai

Q_DECLARE_METATYPE(quntai::ReportTopic)
