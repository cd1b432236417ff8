// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

struct MemberRow
{
    Member member;
    std::optional<Customer> customer;  //!< when an outside system knows one
    int openTopics = 0;                //!< topics of theirs that have not ended

    QString key() const { return member.id.value; }
    bool operator==(const MemberRow &) const = default;
};

/** The members of one group: customers with open topics first, then customers, then staff and bot;
 * by name within. GUI thread. */
class MemberModel : public RowsModel<MemberRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< Member
        Id,            //!< MemberId
        Name,          //!< QString, untrusted
        RoleInGroup,   //!< MemberRole
        CustomerValue, //!< Customer; its id is empty when none is known
        Level,         //!< CustomerLevel
        OpenTopics,    //!< int
    };

    explicit MemberModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    GroupId group() const { return m_group; }
    void setGroup(const GroupId &group);

private:
    QList<MemberRow> read() const;
    void take(const Changes &changes);

    Session *m_session;
    GroupId m_group;
};

} // namespace quntai
