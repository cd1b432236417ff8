// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promise.h"
#include "widgets/handover/anchoredpopup.h"

class QCheckBox;
class QDateTimeEdit;

namespace quntai {

class ActionButton;
class PlainLabel;
class ReplyEdit;

/** The words of a promise and until when it holds: a new one from a message of ours, or one that is
 * to be changed. Times in the clock of this computer. */
class PromisePanel : public AnchoredPopup
{
    Q_OBJECT
public:
    PromisePanel(ThemeHost &host, QWidget *parent);

    /** promise: as it is; of a new one message, group and text are enough. */
    void open(const Promise &promise, Instant now, QWidget *anchor);
    void setProblem(const QString &problem);
    QString text() const;
    /** Unset: no time. */
    Instant due() const;

Q_SIGNALS:
    void submitted(const quntai::PutPromise &put);

protected:
    QWidget *firstField() const override;

private:
    QWidget *quickButton(const QString &words, int days, int hour);
    void submit();

    Promise m_promise;
    Instant m_now;
    ReplyEdit *m_text;
    QCheckBox *m_hasDue;
    QDateTimeEdit *m_due;
    PlainLabel *m_problem;
    ActionButton *m_save;
};

} // namespace quntai
