// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** One command on its way, with the names people know its topic by. */
struct OutboxRow
{
    OutboxItem item;
    QString title;      //!< of its topic; empty when it has none
    QString groupName;

    QString key() const { return item.command.id.value; }
    bool operator==(const OutboxRow &) const = default;
};

/** What people asked and the backend has not answered yet, or has refused; oldest first.
 * GUI thread. */
class OutboxModel : public RowsModel<OutboxRow>
{
    Q_OBJECT
public:
    enum Role {
        Item = Qt::UserRole + 1,  //!< OutboxItem
        Id,         //!< CommandId
        State,      //!< OutboxItem::State
        Method,     //!< QString: "message.send"
        Text,       //!< QString: what the person wrote
        At,         //!< Instant
        TopicOf,    //!< TopicId
        TopicTitle, //!< QString, untrusted
        GroupName,  //!< QString, untrusted
        Problem,    //!< QString for people; empty unless refused
        ProblemKind,//!< ErrorKind; with Refused
    };

    explicit OutboxModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    int refusedCount() const;

Q_SIGNALS:
    void countsChanged();

private:
    QList<OutboxRow> read() const;
    void refresh();

    Session *m_session;
};

} // namespace quntai
