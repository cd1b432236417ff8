// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quntai {

/** A run of text that is in both texts, only in the old one, or only in the new one. */
struct DiffPart
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffPart &) const = default;
};

/** How the new text came from the old one, by words: a Latin word, a number, a {{variable}} or one
 * other character (so Chinese by characters) is one word.
 *
 * Same and Removed parts together are the old text, Same and Added parts the new one. A lone word
 * between two changes counts as changed, so that people read phrases and not crumbs. Work is
 * bounded: where old and new differ over more than 2,000 words each, that stretch is given as
 * removed and added whole. Pure, any thread.
 */
QList<DiffPart> wordDiff(const QString &before, const QString &after);

/** Where a value was replaced by a {{variable}} and nothing else, both count as the same: the
 * answer did not change there. */
bool isVariable(const QString &text);

} // namespace quntai
