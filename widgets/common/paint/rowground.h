// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace quntai {

/** What stands behind the words of a list's row: selection with its bar at the left edge, paler in a
 * window that is not active, or hover. GUI thread. */
void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option);

} // namespace quntai
