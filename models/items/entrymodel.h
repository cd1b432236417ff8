// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

struct EntryRow
{
    Entry entry;

    QString key() const { return entry.id.value; }
    bool operator==(const EntryRow &) const = default;
};

/** The knowledge entries, by category and question. GUI thread. */
class EntryModel : public RowsModel<EntryRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< Entry
        Id,        //!< EntryId
        Question,  //!< QString
        Category,  //!< QString
        State,     //!< EntryState
        Version,   //!< int
        ChangedAt, //!< Instant
        ChangedBy, //!< QString: a name
        Searched,  //!< QString: question, similar questions, answer and tags, for a filter
    };

    explicit EntryModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const EntryId &entry) const;
    QStringList categories() const;

private:
    QList<EntryRow> read() const;

    Session *m_session;
};

} // namespace quntai
