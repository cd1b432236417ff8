// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QTimer;

namespace quntai {

class ActionButton;
class PlainLabel;

/** One line over the reply: what was just done to the topics, and the way back. Goes after a while;
 * what was done can be undone by its key as long as the desk knows of it. */
class UndoBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit UndoBar(ThemeHost &host, QWidget *parent = nullptr);

    /** What was done, with the button that takes it back. */
    void offer(const QString &what);
    /** It was undone, or why not; without a button. */
    void say(const QString &what);

    static constexpr int shownMs = 12'000;

Q_SIGNALS:
    void undoWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showLine(const QString &what, bool canUndo);

    PlainLabel *m_text;
    ActionButton *m_undo;
    QTimer *m_leave;
};

} // namespace quntai
