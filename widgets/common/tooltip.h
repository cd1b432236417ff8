// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace quntai {

/// Qt guesses whether a tool tip is HTML; this shows any text letter by letter, hidden characters
/// marked, length bounded.
QString plainToolTip(const QString &text);
void setPlainToolTip(QWidget &widget, const QString &text);

} // namespace quntai
