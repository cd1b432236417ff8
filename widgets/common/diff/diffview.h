// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/diff/worddiff.h"
#include "widgets/common/themedwidget.h"

class QTextLayout;

namespace quntai {

/** One side of a difference, wrapped: the old text with what went struck through on red, or the
 * new one with what came on green. Plain text; hidden characters are marked.
 */
class DiffView : public ThemedWidget
{
    Q_OBJECT
public:
    enum class Side { Old, New };

    DiffView(ThemeHost &host, Side side, const QString &name, QWidget *parent = nullptr);

    void setParts(const QList<DiffPart> &parts);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Lays the text out and returns the height it takes, without padding. */
    qreal layOut(QTextLayout &layout, int width) const;
    void addFormats(QTextLayout &layout) const;

    Side m_side;
    QString m_name;
    QList<DiffPart> m_parts; //!< of this side only, made visible
};

} // namespace quntai
