// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace quntai {

/** A string that names one kind of thing, so that a topic cannot be passed where a group is meant.
 *
 * The text is opaque: compare and show it, never take it apart. Ids of platform things are
 * "channel/platform id" and case sensitive; ids the backend mints carry stream and sequence.
 */
template <class Tag>
struct Id
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &a, const Id &b) { return a.value == b.value; }
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using GroupId = Id<struct GroupTag>;
using TopicId = Id<struct TopicTag>;
using MessageId = Id<struct MessageTag>;
using MemberId = Id<struct MemberTag>;
using CustomerId = Id<struct CustomerTag>;
using TicketId = Id<struct TicketTag>;
using UserId = Id<struct UserTag>;
using EntryId = Id<struct EntryTag>;
using CannedId = Id<struct CannedTag>;
using FlowId = Id<struct FlowTag>;
using DraftId = Id<struct DraftTag>;
using GapId = Id<struct GapTag>;
using PromiseId = Id<struct PromiseTag>;
using CommandId = Id<struct CommandTag>;
using LessonId = Id<struct LessonTag>;

} // namespace quntai
