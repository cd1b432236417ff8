// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/membermodel.h"

namespace quntai {

MemberModel::MemberModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, &MemberModel::take);
}

void MemberModel::setGroup(const GroupId &group)
{
    if (group == m_group)
        return;
    m_group = group;
    resetRows(read());
}

void MemberModel::take(const Changes &changes)
{
    const auto &topics = m_session->state().topics;
    const bool mine = std::ranges::any_of(changes.topics, [&](const TopicId &id) {
        const auto topic = topics.constFind(id);
        return topic == topics.cend() || topic->group == m_group;
    });
    if (mine || changes.groups.contains(m_group) || !changes.customers.isEmpty())
        setRows(read());
}

QList<MemberRow> MemberModel::read() const
{
    QList<MemberRow> all;
    const auto &state = m_session->state();
    const auto group = state.groups.constFind(m_group);
    if (group == state.groups.cend())
        return all;
    QHash<MemberId, int> asks;
    for (const auto &id : group->open)
        ++asks[state.topics.value(id).asker];
    for (const auto &member : group->members) {
        const auto *customer = customerOf(state, m_group, member.id);
        all.append({member, customer ? std::optional(*customer) : std::nullopt,
                    asks.value(member.id)});
    }
    std::ranges::sort(all, {}, [](const MemberRow &row) {
        const bool staff = row.member.role == MemberRole::Staff
            || row.member.role == MemberRole::Bot;
        const int rank = row.openTopics > 0 ? 0 : staff ? 2 : 1;
        return std::tuple(rank, row.member.name, row.member.id);
    });
    return all;
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Name: return row->member.name;
    case Value: return QVariant::fromValue(row->member);
    case Id: return QVariant::fromValue(row->member.id);
    case RoleInGroup: return QVariant::fromValue(row->member.role);
    case CustomerValue: return QVariant::fromValue(row->customer.value_or(Customer{}));
    case Level:
        return QVariant::fromValue(row->customer ? row->customer->level : CustomerLevel::Normal);
    case OpenTopics: return row->openTopics;
    default: return {};
    }
}

QHash<int, QByteArray> MemberModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"}, {Name, "name"},
            {RoleInGroup, "role"}, {CustomerValue, "customer"}, {Level, "level"},
            {OpenTopics, "openTopics"}};
}

} // namespace quntai
