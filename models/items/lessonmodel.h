// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** What a person's decision taught, as an editor reads it. */
struct LessonRow
{
    PhrasingLesson lesson;
    QString title;  //!< the entry's question; empty when it is gone
    QString who;    //!< as they are called now

    QString key() const { return lesson.id.value; }
    bool operator==(const LessonRow &) const = default;
};

/** What the bot has learned from people's decisions, the newest first. GUI thread. */
class LessonModel : public RowsModel<LessonRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< LessonRow
        Id,                        //!< LessonId
    };

    explicit LessonModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const LessonId &lesson) const;

private:
    QList<LessonRow> read() const;

    Session *m_session;
};

} // namespace quntai
