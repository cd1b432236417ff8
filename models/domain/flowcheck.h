// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flow.h"

#include <optional>

namespace quntai {

/** What is wrong with a flow, in English, and with which of its keys as people write them. */
struct FlowFault
{
    const char *key = "";  //!< "text", "schedule", …
    QString message;
};

/** What is wrong with a flow's text as people write it, and where. */
struct FlowProblem
{
    int line = 1;    //!< from 1
    int column = 1;  //!< from 1
    QString message; //!< English

    bool operator==(const FlowProblem &) const = default;
};

/** A flow read from such a text: the flow, or what is wrong with it, by lines. */
struct FlowReading
{
    std::optional<Flow> flow;
    QList<FlowProblem> problems;  //!< none with a flow, at least one without
};

/** The first fault of a flow, whoever wrote it and how; nothing when it may be used. Whether there
 * is a group or tag of that name is not asked: they may come later. */
std::optional<FlowFault> faultOf(const Flow &flow);

/** The variables its text may have: somebody must be there to fill them. */
QStringList variablesOf(const Flow &flow);

} // namespace quntai
