// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** A folded message that waits for a person's look. */
struct FoldSampleRow
{
    FoldSample sample;
    QString groupName;  //!< untrusted

    QString key() const { return sample.message.value; }
    bool operator==(const FoldSampleRow &) const = default;
};

/** Sampled messages of days that are over and that nobody has checked, the newest day first, in
 * order of time within. Call refresh() when a day may have begun. GUI thread. */
class FoldSampleModel : public RowsModel<FoldSampleRow>
{
    Q_OBJECT
public:
    enum Role { Row = Qt::UserRole + 1 };  //!< FoldSampleRow

    explicit FoldSampleModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    /** Null for no row. */
    const FoldSampleRow *sampleAt(int row) const
    {
        return row >= 0 && row < rowCount() ? &rows().at(row) : nullptr;
    }

    void refresh();
    /** Drawn of today so far; they are to be checked from tomorrow on. */
    int drawnToday() const { return m_today; }
    /** Of the days kept: how many were checked, and found missed. */
    int checked() const { return m_checked; }
    int missed() const { return m_missed; }

Q_SIGNALS:
    void countsChanged();

private:
    QList<FoldSampleRow> read();

    Session *m_session;
    int m_today = 0;
    int m_checked = 0;
    int m_missed = 0;
};

} // namespace quntai
