// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/ids.h"
#include "widgets/common/theme/themehost.h"

#include <QListView>

#include <functional>

class QTimer;

namespace quntai {

class DraftModel;

/** The drafts that wait. Nothing moves under the pointer or while a key is down: the model holds
 * its order until a second after the last touch. One tab stop; arrows move inside. */
class DraftList : public QListView
{
    Q_OBJECT
public:
    DraftList(ThemeHost &host, DraftModel &model, std::function<Instant()> clock,
              QWidget *parent = nullptr);

    void setCurrentDraft(const DraftId &draft);
    DraftId draftAt(int row) const;
    int rowOf(const DraftId &draft) const;

Q_SIGNALS:
    /** A person chose a draft. */
    void draftChosen(const quntai::DraftId &draft);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void touch();
    void keepCurrent();

    DraftModel &m_model;
    QTimer *m_release;
    QTimer *m_tick;
    DraftId m_current;
    bool m_byHand = false;   //!< a key or button of the person moves the current row
};

} // namespace quntai
