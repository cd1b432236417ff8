// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/**  1 title                     [v8] ▬▬▬|▬ 0.86
 *   keywords   ▬▬▬▬▬▬▬▬▬▬▬            0.71
 *   …
 *   nearest phrasing
 */
class CandidateRow : public ThemedWidget
{
    Q_OBJECT
public:
    /** open: with its signals. mine: the entry in the editor. */
    CandidateRow(ThemeHost &host, const Candidate &candidate, int rank, int threshold,
                 const QString &nearest, bool open, bool mine, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(const quntai::EntryId &entry);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /** The signals worth showing, in order. */
    QList<std::pair<QString, int>> signalRows() const;
    void paintSignal(QPainter &painter, int y, const QString &name, int permille) const;

    Candidate m_candidate;
    int m_rank;
    int m_threshold;
    QString m_nearest;
    bool m_open;
    bool m_mine;
};

} // namespace quntai
