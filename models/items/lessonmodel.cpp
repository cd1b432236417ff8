// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lessonmodel.h"

#include <algorithm>

namespace quntai {

LessonModel::LessonModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.lessons || !changes.entries.isEmpty())
            setRows(read());
    });
}

QList<LessonRow> LessonModel::read() const
{
    const auto &state = m_session->state();
    QList<LessonRow> all;
    for (auto at = state.lessons.crbegin(); at != state.lessons.crend(); ++at) {
        const auto name = state.users.value(at->by).name;
        all.append({*at, state.entries.value(at->entry).question,
                    name.isEmpty() ? at->name : name});
    }
    return all;
}

QModelIndex LessonModel::indexOf(const LessonId &lesson) const
{
    const auto at = std::ranges::find_if(
        rows(), [&](const LessonRow &row) { return row.lesson.id == lesson; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant LessonModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->lesson.question;
    case Value: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->lesson.id);
    default: return {};
    }
}

QHash<int, QByteArray> LessonModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"}};
}

} // namespace quntai
