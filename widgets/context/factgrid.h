// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QGridLayout;

namespace quntai {

/** Names at the left, values at the right; values may be untrusted and wrap. */
class FactGrid : public ThemedWidget
{
    Q_OBJECT
public:
    explicit FactGrid(ThemeHost &host, QWidget *parent = nullptr);

    void clear();
    /** A row with an empty value is left out. */
    void add(const QString &name, const QString &value,
             ColorRole color = ColorRole::TextPrimary);
    void addWidget(const QString &name, QWidget *value);
    bool isEmpty() const { return m_rows == 0; }

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace quntai
