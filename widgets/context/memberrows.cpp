// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/memberrows.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/tooltip.h"
#include "widgets/context/contextwords.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

int rankOf(const Member &member, const QList<MemberId> &askers)
{
    if (askers.contains(member.id))
        return 0;
    switch (member.role) {
    case MemberRole::Bot: return 1;
    case MemberRole::Staff: return 2;
    case MemberRole::GroupAdmin: return 3;
    case MemberRole::Customer: return 4;
    }
    return 5;
}

} // namespace

void MemberRows::setMembers(QList<Member> members, const QList<MemberId> &askers)
{
    std::ranges::stable_sort(members, [&askers](const Member &a, const Member &b) {
        const int left = rankOf(a, askers);
        const int right = rankOf(b, askers);
        return left != right ? left < right : a.name.localeAwareCompare(b.name) < 0;
    });
    if (members == m_members && askers == m_askers)
        return;
    beginResetModel();
    m_members = std::move(members);
    m_askers = askers;
    endResetModel();
}

int MemberRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

QVariant MemberRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &member = m_members.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return member.name;
    case Qt::ToolTipRole: return plainToolTip(member.name);
    case Qt::AccessibleTextRole:
        return QString(visibleText(member.name) + u", "_s + memberRoleName(member.role));
    case Role: return QVariant::fromValue(member.role);
    case Asks: return m_askers.contains(member.id);
    default: return {};
    }
}

} // namespace quntai
