// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/options.h"

namespace quntai {

// What quntai-backend does besides serving; each returns the exit code and says on the terminal
// what it did or what is wrong and what to do.

int addUser(const Options &options);
int verifyData(const Options &options);
int backupData(const Options &options);
int restoreData(const Options &options);

} // namespace quntai
