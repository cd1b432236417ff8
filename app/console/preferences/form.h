// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/flow/scrollcolumn.h"

class QVBoxLayout;

namespace quntai {

///  Title
///  what it is about
///  ─────────────────────────────────────
///  Name                        [control]
///  what it does
/// One section of the settings: rows under headings, at most 640 wide. Scrolls.
class Form : public ScrollColumn
{
    Q_OBJECT
public:
    Form(ThemeHost &host, const QString &title, const QString &about, QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /** The control stands at the right end; its accessible name becomes the row's when it has none.
     * Returns it. */
    QWidget *addRow(const QString &name, const QString &about, QWidget *control);
    /** Over the whole width. */
    void addWide(QWidget *widget, int stretch = 0);

private:
    ThemeHost &m_theme;
    QVBoxLayout *m_rows;
};

} // namespace quntai
