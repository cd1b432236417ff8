// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** An entry that agents corrected, as the last of them did. */
struct CorrectionRow
{
    Correction correction;
    QString title;    //!< the entry's question
    QString who;      //!< corrected it last
    int version = 0;  //!< of the entry, now

    QString key() const { return correction.entry.value; }
    bool operator==(const CorrectionRow &) const = default;
};

/** Corrections no editor has looked at yet, the newest first. GUI thread. */
class CorrectionModel : public RowsModel<CorrectionRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< CorrectionRow
        Id,                        //!< EntryId
    };

    explicit CorrectionModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const EntryId &entry) const;

private:
    QList<CorrectionRow> read() const;

    Session *m_session;
};

} // namespace quntai
