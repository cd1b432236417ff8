// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** A flow and what became of it so far, in the groups this person sees. */
struct FlowRow
{
    Flow flow;
    int spoke = 0;
    int skipped = 0;
    Instant spokeAt;                //!< last; unset: it never spoke
    Instant skippedAt;              //!< last, when it said nothing the last time
    FlowSkip why = FlowSkip::None;  //!< it said nothing then

    QString key() const { return flow.id.value; }
    bool operator==(const FlowRow &) const = default;
};

/** Every flow, by name. GUI thread. */
class FlowModel : public RowsModel<FlowRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< FlowRow
        Id,                        //!< FlowId
    };

    explicit FlowModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const FlowId &flow) const;

private:
    QList<FlowRow> read() const;

    Session *m_session;
};

} // namespace quntai
