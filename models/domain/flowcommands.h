// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flow.h"

namespace quntai {

/** Write a flow, or remove it; its version is the one seen, 0 for a new one. What the fold sets is
 * not taken from here. One that stands in a file can be changed and switched off, not removed. */
struct PutFlow
{
    static constexpr std::string_view method = "flow.put";
    Flow flow;
    bool gone = false;

    bool operator==(const PutFlow &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("flow", &PutFlow::flow), optional("gone", &PutFlow::gone)};
    }
};

/** A flow to be tried in a group. */
struct FlowQuestion
{
    Flow flow;
    GroupId group;
    MemberId member;  //!< whom it speaks to; empty: the whole group

    bool operator==(const FlowQuestion &) const = default;
    static constexpr auto fields()
    {
        using Q = FlowQuestion;
        return FieldList{required("flow", &Q::flow), required("group", &Q::group),
                          optional("member", &Q::member)};
    }
};

/** What the flow would say there now; nothing is sent. */
struct FlowPreview
{
    QString text;           //!< with the label of the bot's texts
    QStringList missing;    //!< variables nobody could fill: it would say nothing
    QString refused;        //!< why the text may not go to a group; empty: it may
    QStringList warnings;   //!< names of word sets that warn of the text
    bool meant = true;      //!< the flow is for that group
    Instant next;           //!< its next moment there; unset: it waits for something to happen

    bool operator==(const FlowPreview &) const = default;
    static constexpr auto fields()
    {
        using P = FlowPreview;
        return FieldList{required("text", &P::text), optional("missing", &P::missing),
                          optional("refused", &P::refused), optional("warnings", &P::warnings),
                          optional("meant", &P::meant), optional("next", &P::next)};
    }
};

} // namespace quntai
