// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quntai {

/** The change from one text to another, made in a text like the first.
 *
 * The same answer reads a little differently in each group (salutation, tone, label). What was
 * changed in one is the stretch between the beginning and the end both texts share; it is replaced
 * in the other text where it stands exactly once with the characters around it. Nothing when that
 * place is not there, or not the only one: then a person must look. Pure.
 */
std::optional<QString> carriedChange(const QString &from, const QString &to, const QString &other);

} // namespace quntai
