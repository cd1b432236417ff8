// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

/** A text agents send often, put into the composer by its shortcut. */
struct CannedReply
{
    CannedId id;
    int version = 0;        //!< rises by one with every change
    QString title;
    QString shortcut;       //!< what one types after "/"; letters, digits, "-"
    QString text;           //!< template, as the answer of an entry
    QList<GroupId> groups;  //!< only in these; with no groups and no tags everywhere
    QStringList tags;       //!< and in groups with one of these tags

    static constexpr qsizetype titleLimit = 40;
    static constexpr qsizetype shortcutLimit = 16;
    static constexpr qsizetype most = 500;        //!< of a company

    bool operator==(const CannedReply &) const = default;
    static constexpr auto fields()
    {
        using C = CannedReply;
        return FieldList{required("id", &C::id), required("version", &C::version),
                          required("title", &C::title), optional("shortcut", &C::shortcut),
                          required("text", &C::text), optional("groups", &C::groups),
                          optional("tags", &C::tags)};
    }
};

/** Whether the reply may be used in the group. */
bool isAllowedIn(const CannedReply &reply, const Group &group);

/** A canned reply as it is now, or gone. */
struct CannedChanged
{
    static constexpr std::string_view type = "canned.changed";
    CannedReply reply;
    UserId by;
    bool gone = false;

    bool operator==(const CannedChanged &) const = default;
    static constexpr auto fields()
    {
        using E = CannedChanged;
        return FieldList{required("reply", &E::reply), optional("by", &E::by),
                          optional("gone", &E::gone)};
    }
};

/** Write a canned reply, or take it away; its version is the one seen, 0 for a new one, whose id
 * may be left empty. */
struct PutCanned
{
    static constexpr std::string_view method = "canned.put";
    CannedReply reply;
    bool gone = false;

    bool operator==(const PutCanned &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("reply", &PutCanned::reply), optional("gone", &PutCanned::gone)};
    }
};

} // namespace quntai
