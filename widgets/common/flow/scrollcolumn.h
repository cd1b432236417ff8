// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QMargins>
#include <QScrollArea>

class QVBoxLayout;

namespace quntai {

/** A column of cards that scrolls up and down and is never wider than its place. */
class ScrollColumn : public QScrollArea
{
    Q_OBJECT
public:
    ScrollColumn(ThemeHost &host, ColorRole surface, QWidget *parent = nullptr);

    /** Where the cards go; margins 12, gap 12. A stretch follows the last one. */
    QVBoxLayout *column() const { return m_column; }
    /** Before the stretch at the end. */
    void addCard(QWidget *card);
    /** On a wide screen what stands in it ends there: lines of text must not get too long to read.
     * Call it when the column has its margins. */
    void setMostWidth(int width);

    static constexpr int readableWidth = 960;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshSurface();

    ThemeHost &m_host;
    ColorRole m_surface;
    QVBoxLayout *m_column;
    QMargins m_margins;
    int m_mostWidth = 0;  //!< 0: none
};

} // namespace quntai
