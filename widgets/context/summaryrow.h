// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/context/topicsummary.h"

class QTextLayout;

namespace quntai {

class RefLink;

/** One line of the summary: what it is about, the statement, and behind its last word the links to
 * the messages it stands on. */
class SummaryRow : public ThemedWidget
{
    Q_OBJECT
public:
    /** labelWidth: of the column of labels, the same for all rows. */
    SummaryRow(ThemeHost &host, const QString &label, int labelWidth, QWidget *parent = nullptr);

    /** An empty text shows a dash. */
    void setLine(const SummaryLine &line);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void jumpTo(const quntai::MessageId &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    struct Place
    {
        int height = 0;
        QList<QPoint> links;
    };

    /** Where text and links stand in this width. */
    Place place(QTextLayout &layout, int width) const;
    QString shownText() const;
    void placeLinks();

    QString m_label;
    int m_labelWidth;
    SummaryLine m_line;
    QList<RefLink *> m_links;
};

} // namespace quntai
