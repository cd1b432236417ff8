// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/themedwidget.h"

class QHBoxLayout;

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;

/** A page that takes the editor's place for a while: head with a title and a way back, a body that
 * scrolls, actions below. */
class SidePage : public ThemedWidget
{
    Q_OBJECT
public:
    SidePage(ThemeHost &host, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &note = {});
    ScrollColumn &body() const { return *m_body; }
    /** Under the body; from left to right. The page owns it. */
    void addToFoot(QWidget *widget);
    void addFootStretch();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_note;
    ScrollColumn *m_body;
    QWidget *m_foot;
    QHBoxLayout *m_actions;
};

} // namespace quntai
