// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wallalert.h"
#include "widgets/common/theme/iconname.h"

#include <QList>

namespace quntai {

/** What can be done about an alert. */
enum class AlertAction { TakeOver, Reassign, Whisper, Watch, ShowGroups, Entry };

QString alertTitle(const WallAlert &alert, Instant now);
/** Where and what; untrusted. */
QString alertDetail(const WallAlert &alert, Instant now);
Icon alertIcon(const WallAlert &alert);
/** The most useful first. */
QList<AlertAction> alertActions(const WallAlert &alert);
QString alertActionName(AlertAction action);

} // namespace quntai
