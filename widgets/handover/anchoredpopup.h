// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QPointer>

class QVBoxLayout;

namespace quntai {

/** A small panel that floats above a bar inside its window. Not modal and no window of its own:
 * everything else stays usable, an input method works in it, Esc closes it. Closing never clears
 * what was typed.
 */
class AnchoredPopup : public ThemedWidget
{
    Q_OBJECT
public:
    /** parent is a widget of the window it is to float in. */
    AnchoredPopup(ThemeHost &host, const QString &title, QWidget *parent);

    /** Shows it with its bottom right corner above the right end of the anchor; below it where
     * there is no room above. */
    void openAbove(QWidget *anchor);
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    /** Where the content goes. */
    QVBoxLayout *content() const { return m_content; }
    /** What gets the focus when it opens. */
    virtual QWidget *firstField() const = 0;

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QPointer<QWidget> m_anchor;
    QVBoxLayout *m_content;
};

} // namespace quntai
