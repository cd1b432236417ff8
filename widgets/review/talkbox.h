// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "widgets/common/themedwidget.h"

class QVBoxLayout;

namespace quntai {

/** The last messages of one topic to read: who, when, what. Nothing can be done with them here. */
class TalkBox : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TalkBox(ThemeHost &host, QWidget *parent = nullptr);

    /** Messages after seen carry a mark; 0: none does. */
    void setTalk(const QList<MessagePtr> &talk, const MessageId &question, qint64 seen);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *row(const Message &message, bool asked, bool fresh);

    QList<MessagePtr> m_talk;
    MessageId m_question;
    qint64 m_seen = -1;
    QVBoxLayout *m_column;
};

} // namespace quntai
