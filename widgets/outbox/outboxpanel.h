// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxmodel.h"
#include "widgets/common/themedwidget.h"

#include <QHash>

#include <functional>

class QTimer;

namespace quntai {

class EmptyState;
class OutboxRowView;
class PlainLabel;
class ScrollColumn;

/** What has been asked and not answered, oldest first: a drawer of the status bar. Nothing leaves
 * it without an answer of the backend or a person's word. */
class OutboxPanel : public ThemedWidget
{
    Q_OBJECT
public:
    /** model and clock must outlive the panel. */
    OutboxPanel(ThemeHost &host, OutboxModel &model, std::function<Instant()> clock,
                QWidget *parent = nullptr);

    QSize sizeHint() const override { return {400, 480}; }

Q_SIGNALS:
    void retry(const quntai::CommandId &command);
    /** Put the text back where it was written, then delete the command. */
    void edit(const quntai::CommandId &command, const quntai::TopicId &topic,
              const QString &text);
    void remove(const quntai::CommandId &command);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    OutboxRowView *rowFor(const QModelIndex &index);
    void editRow(const CommandId &command);

    OutboxModel &m_model;
    std::function<Instant()> m_clock;
    QHash<CommandId, OutboxRowView *> m_rows;
    PlainLabel *m_title;
    EmptyState *m_empty;
    ScrollColumn *m_body;
    QTimer *m_tick;
};

} // namespace quntai
