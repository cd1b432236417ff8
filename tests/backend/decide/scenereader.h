// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/imports/samplecompany.h"

#include <optional>

namespace quntai::test {

/** What a service manager expects of the bot at one line of a scene; empty members expect nothing. */
struct Expected
{
    QStringList to;       //!< words of Addressee, any of them
    QStringList does;     //!< words of Action, any of them
    QString entry;        //!< the best candidate
    QString topic;        //!< same letter, same topic; "-": none
    QString reason;       //!< word of the Reason that fetches a person
    std::optional<std::pair<int, int>> emotion;   //!< least and most
    QString gap;          //!< why the bot does not manage this line yet; it then must not
};

/** A conversation of several people in a group of the sample company. */
struct Scene
{
    QString title;
    SampleScript script;
    QList<Expected> expected;   //!< one for each line
};

/** Reads a file of tests/backend/decide/scenes. An error names file and line; unknown keys are
 * errors. */
Result<Scene> readScene(const QString &path);

} // namespace quntai::test
