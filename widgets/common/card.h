// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QHBoxLayout;
class QVBoxLayout;

namespace quntai {

class PlainLabel;

/// A framed piece of a side panel: head of 32 px with a title, then content.
class Card : public ThemedWidget
{
    Q_OBJECT

public:
    /// An empty title leaves the head out.
    Card(ThemeHost &host, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Widgets at the right end of the head; the card takes ownership.
    void addHeadWidget(QWidget *widget);
    /// Where the content goes; spacing 4.
    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    PlainLabel *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_content;
};

} // namespace quntai
