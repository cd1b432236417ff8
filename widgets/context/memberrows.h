// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <QAbstractListModel>

namespace quntai {

/** The rows of MemberList, in the order they are shown. */
class MemberRows : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { Role = Qt::UserRole + 1, Asks };

    using QAbstractListModel::QAbstractListModel;

    void setMembers(QList<Member> members, const QList<MemberId> &askers);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Member> m_members;
    QList<MemberId> m_askers;
};

} // namespace quntai
