// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/insight.h"

namespace quntai {

/** Say whether a sampled message was rightly folded; open takes that back. Only once its day is
 * over: until then the sample is not drawn to its end. */
struct JudgeFold
{
    static constexpr std::string_view method = "fold.judge";
    GroupId group;
    MessageId message;
    FoldCheck check = FoldCheck::Right;

    bool operator==(const JudgeFold &) const = default;
    static constexpr auto fields()
    {
        using C = JudgeFold;
        return FieldList{required("group", &C::group), required("message", &C::message),
                          required("check", &C::check)};
    }
};

/** Deal with a gap: dismiss it, open it again, or say which entry answers it now. */
struct DisposeGap
{
    static constexpr std::string_view method = "gap.dispose";
    GapId gap;
    GapState state = GapState::Dismissed;
    EntryId entry;  //!< with answered: an entry, or the draft of one

    bool operator==(const DisposeGap &) const = default;
    static constexpr auto fields()
    {
        using C = DisposeGap;
        return FieldList{required("gap", &C::gap), required("state", &C::state),
                          optional("entry", &C::entry)};
    }
};

} // namespace quntai
