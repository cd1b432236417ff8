// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/card.h"

namespace quntai {

/** One order: what was bought, what it came to, where it is, what is paid back. */
class OrderCard : public Card
{
    Q_OBJECT
public:
    enum class Detail { Short, Whole };

    /** Short shows the newest word of the carrier only. */
    OrderCard(ThemeHost &host, const Order &order, Detail detail, QWidget *parent = nullptr);
};

} // namespace quntai
