// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/customersource.h"

#include <utility>

namespace quntai::tests {

/** A system that says what the test says. */
class SpokenSource : public CustomerSource
{
public:
    void look(const CustomerKey &key, Done done) override
    {
        asked.append(key);
        waiting.append(std::move(done));
        if (!holds)
            answer();
    }
    bool findsByPhone() const override { return phones; }

    void answer()
    {
        for (const auto &done : std::exchange(waiting, {}))
            QMetaObject::invokeMethod(this, [done, now = says] { done(now); }, Qt::QueuedConnection);
    }

    Answer<std::optional<CustomerFacts>> says = std::nullopt;
    QList<CustomerKey> asked;
    QList<Done> waiting;
    bool holds = false;
    bool phones = true;
};

} // namespace quntai::tests
