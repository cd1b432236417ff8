// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled once for everything that reads events or state: a change in one of these headers
// rebuilds its users anyway, and they cost each file more than Qt does.
#pragma once

#include "packaging/pch/core.h"

#include "models/domain/apply.h"
#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/domain/result.h"
#include "models/domain/state.h"
