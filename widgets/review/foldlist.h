// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/foldsamplemodel.h"
#include "widgets/common/theme/themehost.h"

#include <QListView>

namespace quntai {

/** "11-27 14:28" in local time. */
QString foldedAtText(Instant at);

/** Folded messages to check. 1 says the current one was rightly folded, 2 that it was missed; the
 * next one is then the current one. Ctrl+Z takes the last word back. One tab stop. */
class FoldList : public QListView
{
    Q_OBJECT
public:
    /** host and model outlive the list. */
    FoldList(ThemeHost &host, FoldSampleModel &model, QWidget *parent = nullptr);

    /** Null when there is none. */
    const FoldSampleRow *current() const { return m_model.sampleAt(currentIndex().row()); }
    /** The first one. */
    void chooseFirst();
    /** The first one, unless another is current. */
    void chooseOne();
    /** The one after the current one, if there is one. */
    void chooseNext();

Q_SIGNALS:
    void judged(quntai::FoldCheck check);
    void undoWanted();
    /** Another sample is current, or none is. */
    void chosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    FoldSampleModel &m_model;
};

} // namespace quntai
