// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxmodel.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** One unsent thing: its words, where it belongs, how it stands, and what can be done.
 * Deleting asks once more, in place. */
class OutboxRowView : public ThemedWidget
{
    Q_OBJECT
public:
    OutboxRowView(ThemeHost &host, const QModelIndex &index, Instant now,
                  QWidget *parent = nullptr);

    void refresh(const QModelIndex &index, Instant now);
    const CommandId &command() const { return m_command; }

Q_SIGNALS:
    void retry();
    void edit();
    void remove();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void askRemoval(bool ask);

    CommandId m_command;
    bool m_refused = false;
    bool m_hasText = false;
    bool m_isUnderWay = false;
    PlainLabel *m_text;
    PlainLabel *m_where;
    PlainLabel *m_state;
    PlainLabel *m_question;
    ActionButton *m_retry;
    ActionButton *m_edit;
    ActionButton *m_delete;
    ActionButton *m_really;
    ActionButton *m_keep;
};

/** "Reply", "Note", "Take over", … – what a command is, for people. */
QString commandName(const QString &method);

} // namespace quntai
