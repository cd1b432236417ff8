// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/outboxpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/outbox/outboxrowview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ageRefreshMs = 20'000;
constexpr int mostRows = 200;   // more is a number in the title

} // namespace

OutboxPanel::OutboxPanel(ThemeHost &host, OutboxModel &model, std::function<Instant()> clock,
                         QWidget *parent)
    : ThemedWidget(host, parent), m_model(model), m_clock(std::move(clock)),
      m_title(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_empty(new EmptyState(host, Icon::Send,
                             tr("Nothing waits to be sent. What you write while offline waits "
                                "here."),
                             this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this)), m_tick(new QTimer(this))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::x4, 0, space::x3, 0);
    auto *close = new IconButton(host, Icon::X, tr("Close"), this);
    close->setKeyHint(u"Esc"_s);
    m_title->setFixedHeight(layout::header - 1);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(1);
    column->addLayout(head);
    column->addWidget(m_body, 1);
    column->addWidget(m_empty, 1);
    m_body->column()->setSpacing(space::x2);
    connect(close, &IconButton::clicked, this, &OutboxPanel::closed);
    connect(&model, &OutboxModel::countsChanged, this, &OutboxPanel::refresh);
    m_tick->setInterval(ageRefreshMs);
    connect(m_tick, &QTimer::timeout, this, &OutboxPanel::refresh);
    m_tick->start();
    setAccessibleName(tr("To be sent"));
    setFocusProxy(close);
    refresh();
}

void OutboxPanel::refresh()
{
    const int count = m_model.rowCount();
    m_title->setPlainText(count > 0 ? tr("To be sent %1").arg(count) : tr("To be sent"));
    m_empty->setVisible(count == 0);
    m_body->setVisible(count > 0);
    auto gone = m_rows;
    for (int i = 0; i < std::min(count, mostRows); ++i) {
        auto *row = rowFor(m_model.index(i, 0));
        gone.remove(row->command());
        if (m_body->column()->indexOf(row) != i) {
            m_body->column()->removeWidget(row);
            m_body->column()->insertWidget(i, row);
        }
    }
    for (auto *row : std::as_const(gone)) {
        m_rows.remove(row->command());
        row->hide();
        row->deleteLater();
    }
}

OutboxRowView *OutboxPanel::rowFor(const QModelIndex &index)
{
    const auto id = index.data(OutboxModel::Id).value<CommandId>();
    if (auto *known = m_rows.value(id)) {
        known->refresh(index, m_clock());
        return known;
    }
    auto *row = new OutboxRowView(host(), index, m_clock(), m_body->widget());
    m_rows.insert(id, row);
    connect(row, &OutboxRowView::retry, this, [this, id] { Q_EMIT retry(id); });
    connect(row, &OutboxRowView::remove, this, [this, id] { Q_EMIT remove(id); });
    connect(row, &OutboxRowView::edit, this, [this, id] { editRow(id); });
    return row;
}

void OutboxPanel::editRow(const CommandId &command)
{
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const auto index = m_model.index(i, 0);
        if (index.data(OutboxModel::Id).value<CommandId>() != command)
            continue;
        Q_EMIT edit(command, index.data(OutboxModel::TopicOf).value<TopicId>(),
                    index.data(OutboxModel::Text).toString());
        return;
    }
}

void OutboxPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void OutboxPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
    paintVLine(painter, 0, 0, height(), theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
