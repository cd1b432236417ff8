// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/items/wallalert.h"
#include "models/session/session.h"

namespace quntai {

/** What is wrong now, the most severe first. Asked anew with refresh(), for most of it comes with
 * time alone; between two calls nothing moves. GUI thread. */
class AlertModel : public RowsModel<WallAlert>
{
    Q_OBJECT
public:
    enum Role { Alert = Qt::UserRole + 1 };  //!< WallAlert

    AlertModel(Session *session, const WallTiles &tiles, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    /** Null for no row. */
    const WallAlert *alertAt(const QModelIndex &index) const { return rowAt(index); }

    void refresh(Instant now);
    /** Of all alerts, also those beyond the rows that are shown. */
    int count() const { return m_count; }

    static constexpr int mostShown = 60;

Q_SIGNALS:
    void countChanged();

private:
    void readGaps();
    void note(const QList<HappeningPtr> &happenings);

    Session *m_session;
    const WallTiles &m_tiles;
    QList<HappeningPtr> m_gaps;
    int m_count = 0;
};

} // namespace quntai
