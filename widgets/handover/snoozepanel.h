// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/handover/anchoredpopup.h"

class QLineEdit;
class QListWidget;

namespace quntai {

class ActionButton;

/** Until when a topic is put off, and what for; the reason may stay empty. */
class SnoozePanel : public AnchoredPopup
{
    Q_OBJECT
public:
    struct Choice
    {
        QString words;
        Instant until;
    };

    SnoozePanel(ThemeHost &host, QWidget *parent = nullptr);

    /** The first choice is taken unless the person takes another. */
    void open(const TopicId &topic, const QList<Choice> &choices, QWidget *anchor);

    static constexpr int longestWhy = 200;  //!< as the backend takes it

Q_SIGNALS:
    void submitted(const quntai::TopicId &topic, quntai::Instant until, const QString &why);

protected:
    QWidget *firstField() const override;

private:
    void submit();

    TopicId m_topic;
    QList<Choice> m_choices;
    QListWidget *m_list;
    QLineEdit *m_why;
    ActionButton *m_send;
};

} // namespace quntai
