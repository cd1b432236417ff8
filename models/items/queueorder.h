// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

#include <optional>

namespace quntai {

/** By what the topics people work on are ordered. */
enum class QueueSort { Priority, OldestWait, Newest, Sla };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<QueueSort>{
    "priority", "oldest_wait", "newest", "sla"};

/** Which topics are shown; what is empty asks for nothing. An offer to me always passes. */
struct QueueFilter
{
    QList<GroupId> groups;
    QStringList categories;  //!< of the entry the last verdict hit
    int emotionFrom = 0;     //!< 0–100
    bool mine = false;       //!< mine now, offered to me, or last held by me

    bool isEmpty() const { return *this == QueueFilter{}; }
    bool operator==(const QueueFilter &) const = default;
};

/** An order and a filter that belong together, kept by a person. */
struct SavedView
{
    QueueSort sort = QueueSort::Priority;
    QueueFilter filter;

    bool operator==(const SavedView &) const = default;
};

/** As one line for the settings file, and back; nothing for a line that is none. */
QString textOf(const SavedView &view);
std::optional<SavedView> savedViewFrom(const QString &text);

/** Where a topic stands: smaller is higher. */
struct QueuePlace
{
    DeskList list = DeskList::Bot;
    int rank = 0;
    qint64 first = 0;
    qint64 second = 0;
    qint64 third = 0;
    TopicId topic;

    auto order() const { return std::tie(rank, first, second, third, topic); }
    bool operator==(const QueuePlace &) const = default;
};

/** What a place depends on besides the topic. at: the moment priorities are of, so that time alone
 * moves nothing. */
struct QueueOrder
{
    const State &state;
    UserId me;
    SavedView view;
    Instant at;
};

bool passes(const QueueOrder &order, const Topic &topic);
/** Unset: it stands in no list, or is filtered out. Pure; equal topics are kept apart by their id. */
std::optional<QueuePlace> placeOf(const QueueOrder &order, const Topic &topic);

} // namespace quntai
