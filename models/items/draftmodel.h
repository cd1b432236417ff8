// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answeronce.h"
#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

struct DraftRow
{
    Draft draft;
    Topic topic;
    QString groupName;
    QString askerName;     //!< who wrote the question, else who opened the topic; untrusted
    MessagePtr question;   //!< what it answers, while it is in the group's window
    qint64 asked = 0;      //!< sequence of the newest question it answers; 0: none is in the window
    Instant dueAt;         //!< when a person is fetched instead; unset: nothing is owed
    bool overtaken = false;   //!< messages came to the topic after the draft was made
    bool sourceChanged = false;  //!< the entry it quotes has a newer version
    SameQuestion same;     //!< with others: what is decided together with it; else without drafts

    QString key() const { return draft.id.value; }
    bool operator==(const DraftRow &) const = default;
};

/** Drafts that wait in Review: what is due first, then the oldest. Answers to the same question in
 * several groups are one row, that of the most urgent of them. GUI thread. */
class DraftModel : public RowsModel<DraftRow>
{
    Q_OBJECT
public:
    enum Role {
        Row = Qt::UserRole + 1,  //!< DraftRow
        Id,             //!< DraftId
        Value,          //!< Draft
        TopicValue,     //!< Topic
        Question,       //!< MessagePtr, may be null
        GroupName,      //!< QString, untrusted
        AskerName,      //!< QString, untrusted
        Why,            //!< Reason
        At,             //!< Instant
        DueAt,          //!< Instant, may be unset
        Overtaken,      //!< bool
        SourceChanged,  //!< bool
    };

    explicit DraftModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    /** The row the draft is in, alone or with others. */
    QModelIndex indexOf(const DraftId &draft) const;
    /** The draft as a row of its own, also of one that is shown with others; without an id when it
     * does not wait. */
    DraftRow rowOf(const DraftId &draft) const;

    /** While somebody points at a row, rows keep their order: new ones go to the end. */
    void setHoldOrder(bool hold);

private:
    QList<DraftRow> read() const;
    QList<DraftRow> together(const QList<DraftRow> &sorted) const;
    QList<DraftRow> inHeldOrder(QList<DraftRow> sorted) const;
    DraftRow rowFor(const Draft &draft) const;
    void refresh();

    Session *m_session;
    bool m_hold = false;
};

} // namespace quntai
