// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled once for what paints what the session knows.
#pragma once

#include "packaging/pch/window.h"

#include "models/session/session.h"
