// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QSet>

#include <optional>

namespace quntai {

/** Which messages a search is for, besides their words; what is unset asks for nothing. */
struct SearchFilter
{
    GroupId group;
    QString person;        //!< id of its author: of a member, or of a user
    Instant since;         //!< from then on
    Instant until;         //!< and before then
    bool image = false;    //!< with a picture
    std::optional<bool> open;   //!< of a topic that has not ended, or of one that has
    QSet<TopicId> openTopics;   //!< those that have not ended now; only with open

    bool isEmpty() const { return *this == SearchFilter{}; }
    bool operator==(const SearchFilter &) const = default;
};

} // namespace quntai
