// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>

namespace quntai {

/** Why a file could not be read or written, in the language of the window where it is one of the
 * usual reasons; otherwise as the system says it. Any thread, right after the failure. */
QString fileProblem(const QFileDevice &file);

} // namespace quntai
