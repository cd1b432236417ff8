// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flow.h"

namespace quntai {

/** A flow as it is now, or that there is none any more. */
struct FlowChanged
{
    static constexpr std::string_view type = "flow.changed";
    Flow flow;
    bool gone = false;
    UserId by = {};       //!< at a console; what file it stands in stays
    QString source = {};  //!< file it was imported from; neither: it stands in none any more

    bool operator==(const FlowChanged &) const = default;
    static constexpr auto fields()
    {
        using E = FlowChanged;
        return FieldList{required("flow", &E::flow), optional("gone", &E::gone),
                          optional("by", &E::by), optional("source", &E::source)};
    }
};

/** A flow had its moment in the event's group: what it said to whom, or why it said nothing. */
struct FlowFired
{
    static constexpr std::string_view type = "flow.fired";
    FlowId flow;
    int version = 0;
    QList<MemberId> members;           //!< for whom; empty: for the whole group
    MessageId message = {};            //!< the text; empty when it was skipped
    FlowSkip skipped = FlowSkip::None;

    bool operator==(const FlowFired &) const = default;
    static constexpr auto fields()
    {
        using E = FlowFired;
        return FieldList{required("flow", &E::flow), required("version", &E::version),
                          optional("members", &E::members), optional("message", &E::message),
                          optional("skipped", &E::skipped)};
    }
};

} // namespace quntai
