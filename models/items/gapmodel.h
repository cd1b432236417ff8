// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** Questions without an answer, as an editor reads them. */
struct GapRow
{
    Gap gap;
    int count = 0;           //!< how often they were asked
    QStringList groupNames;  //!< where, most often first; untrusted

    QString key() const { return gap.id.value; }
    bool operator==(const GapRow &) const = default;
};

/** Gaps nobody has dealt with, or those that were dismissed; the most asked first, then the newest.
 * GUI thread. */
class GapModel : public RowsModel<GapRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< GapRow
        Id,                        //!< GapId
    };

    explicit GapModel(Session *session, QObject *parent = nullptr);

    /** Which gaps are listed. */
    void setState(GapState state);
    GapState state() const { return m_state; }
    /** How many there are in that state, listed or not. */
    int countIn(GapState state) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const GapId &gap) const;

private:
    QList<GapRow> read() const;

    Session *m_session;
    GapState m_state = GapState::Open;
};

} // namespace quntai
