// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

/** Why a text may not go to a group, as far as a console can tell; the backend decides. */
struct TextFault
{
    enum class Kind { Empty, TooLong, SensitiveWord, PersonalData };
    Kind kind = Kind::Empty;
    QString what;        //!< the word, or the kind of data ("mobile")
    QList<Span> spans;   //!< where it stands, UTF-16 units

    bool operator==(const TextFault &) const = default;
};

/** Everything that is wrong with a text; empty: it may be sent. Pure. */
QList<TextFault> textFaults(const Policy &policy, const QString &text);

/** Names of the word sets that warn of a text: it may be sent. Pure. */
QStringList textWarnings(const Policy &policy, const QString &text);

/** What a person should know about it, in one sentence. */
QString faultText(const TextFault &fault);

inline constexpr qsizetype mostTextBytes = 4000;  //!< the backend's limit, UTF-8

} // namespace quntai
