// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"
#include "models/domain/hours.h"
#include "models/domain/instant.h"

#include <QList>

namespace quntai {

/** A promise in a text. */
struct FoundPromise
{
    QString text;  //!< its words as written, at most Promise::textLimit characters
    Instant due;   //!< when it should be kept by; after now

    bool operator==(const FoundPromise &) const = default;
};

/** What a text of ours promises with a time: 明天给您回复, 今天下午发出, 退款三天内到账, 周五前补寄,
 * 半小时内联系您. At most four, in its order; clauses of one sentence with the same time are one.
 *
 * None is a question, what is done already (昨天已发出), what has a condition (如果明天没到), what is
 * usual (一般3天到账) or unsure (可能, 应该), what is denied (今天没法发出), and what the customer is asked
 * to do (请您明天联系快递). A promise without a time is none: nobody could say that it was broken.
 *
 * now: when it is said. By the company's clock (hours): a day ends when the desk closes, 上午 at noon,
 * 中午 at 14, 下午 at 18, 晚上 at 22 o'clock; a span counts from now, of days to the end of the last
 * one, of working days by hours and its calendar (Monday to Friday where hours has no days). The
 * first 2,000 characters are read. Pure. */
QList<FoundPromise> promisesIn(QStringView text, Instant now, const WorkingHours &hours,
                               const Lexicon &lexicon);

} // namespace quntai
