// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/groupmodel.h"

namespace quntai {

namespace {

QStringList ownersOf(const GroupRow &row)
{
    QStringList names;
    for (const auto &topic : row.open) {
        if (topic.lease && !names.contains(topic.lease->name))
            names.append(topic.lease->name);
    }
    return names;
}

int escalatedOf(const GroupRow &row)
{
    return static_cast<int>(std::ranges::count_if(row.open, [](const Topic &topic) {
        return topic.state == TopicState::Escalated || topic.state == TopicState::Offered;
    }));
}

} // namespace

GroupModel::GroupModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, &GroupModel::take);
}

QList<GroupRow> GroupModel::read() const
{
    QList<GroupRow> all;
    const auto &groups = m_session->state().groups;
    all.reserve(groups.size());
    for (const auto &group : groups)
        all.append(rowFor(group));
    std::ranges::sort(all, {}, [](const GroupRow &r) { return std::tie(r.info.name, r.info.id); });
    return all;
}

GroupRow GroupModel::rowFor(const GroupState &group) const
{
    GroupRow row;
    row.info = group.info;
    row.lastAt = group.lastAt;
    row.open = openTopics(m_session->state(), group.info.id);
    for (const auto &topic : row.open) {
        const bool older = topic.waitingSince.isSet()
            && (!row.waitingSince.isSet() || topic.waitingSince < row.waitingSince);
        if (older) {
            row.waitingSince = topic.waitingSince;
            row.waitingTitle = topic.title;
        }
        if (topic.emotion >= row.emotion) {
            row.emotion = topic.emotion;
            row.emotions = topic.emotions;
        }
    }
    const auto last = std::ranges::find_if(group.recent.crbegin(), group.recent.crend(),
                                           [](const auto &m) { return isFromMember(*m); });
    if (last != group.recent.crend())
        row.lastText = (*last)->text;
    return row;
}

void GroupModel::take(const Changes &changes)
{
    auto touched = changes.groups;
    const auto &state = m_session->state();
    for (const auto &id : changes.topics) {
        if (const auto topic = state.topics.constFind(id); topic != state.topics.cend())
            touched.insert(topic->group);
    }
    for (const auto &message : changes.added)
        touched.insert(message->group);
    if (touched.isEmpty())
        return;
    auto next = rows();
    bool sameOrder = true;
    for (auto &row : next) {
        if (!touched.remove(row.info.id))
            continue;
        const auto name = row.info.name;
        row = rowFor(state.groups.value(row.info.id));
        sameOrder = sameOrder && row.info.name == name;
    }
    setRows(sameOrder && touched.isEmpty() ? next : read());
}

QModelIndex GroupModel::indexOf(const GroupId &group) const
{
    const auto at = std::ranges::find(rows(), group, [](const GroupRow &r) { return r.info.id; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Name: return row->info.name;
    case Row: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->info.id);
    case Mode: return QVariant::fromValue(row->info.mode);
    case OpenCount: return static_cast<int>(row->open.size());
    case OpenTopics: return QVariant::fromValue(row->open);
    case WaitingSince: return QVariant::fromValue(row->waitingSince);
    case WaitingSeconds:
        return row->waitingSince.isSet()
            ? static_cast<int>((m_session->now().ms - row->waitingSince.ms) / 1000)
            : -1;
    case Emotion: return row->emotion;
    case Emotions: return QVariant::fromValue(row->emotions);
    case LastText: return row->lastText;
    case LastAt: return QVariant::fromValue(row->lastAt);
    case Owners: return ownersOf(*row);
    case Escalated: return escalatedOf(*row);
    default: return {};
    }
}

QHash<int, QByteArray> GroupModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Row, "row"}, {Id, "id"}, {Name, "name"},
            {Mode, "mode"}, {OpenCount, "openCount"}, {OpenTopics, "openTopics"},
            {WaitingSince, "waitingSince"}, {WaitingSeconds, "waitingSeconds"},
            {Emotion, "emotion"}, {Emotions, "emotions"}, {LastText, "lastText"},
            {LastAt, "lastAt"}, {Owners, "owners"}, {Escalated, "escalated"}};
}

} // namespace quntai
