// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queuepanel.h"

#include "models/items/queuemodel.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/queue/pinbar.h"
#include "widgets/queue/viewbar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

QueuePanel::QueuePanel(ThemeHost &host, QueueModel &model, std::function<Instant()> clock,
                       QWidget *parent)
    : ThemedWidget(host, parent), m_model(model),
      m_search(new SearchField(host, tr("Search messages"), this)),
      m_views(new ViewBar(host, this)), m_pins(new PinBar(host, this)),
      m_held(new ActionButton(host, ButtonKind::Quiet, {}, this)),
      m_view(new QueueView(host, model, std::move(clock), this)),
      m_empty(new EmptyState(host, Icon::Check, {}, this))
{
    auto *title = new PlainLabel(host, tr("Desk"), TextRole::Title, ColorRole::TextPrimary, this);
    title->setFixedHeight(layout::header);
    title->setContentsMargins(16, 0, 16, 0);
    m_search->setKeyHint(u"Ctrl+Shift+F"_s);
    m_held->setButtonSize(ButtonSize::Small);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 8, 12, 8);
    tools->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addLayout(tools);
    column->addWidget(m_views);
    column->addWidget(m_pins);
    column->addWidget(m_held, 0, Qt::AlignHCenter);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);

    connect(m_search, &QLineEdit::returnPressed, this,
            [this] { Q_EMIT searchEntered(m_search->text()); });
    connect(m_search, &QLineEdit::textEdited, this, &QueuePanel::searchEntered);
    connect(m_held, &ActionButton::clicked, this, [this] { m_model.setHoldOrder(false); });
    connect(&model, &QueueModel::heldChanged, this, &QueuePanel::refreshHeld);
    connect(&model, &QueueModel::countsChanged, this, &QueuePanel::refreshEmpty);
    connect(m_views, &ViewBar::viewChosen, &model, &QueueModel::setView);
    refreshHeld();
    refreshEmpty();
    setReading(false);
}

void QueuePanel::setReading(bool reading)
{
    m_empty->setIcon(reading ? Icon::Refresh : Icon::Check);
    m_empty->setSentence(reading ? tr("Topics are being read…")
                                 : tr("No topics yet. They appear as soon as a group the bot serves "
                                      "has something to say."));
}

void QueuePanel::refreshHeld()
{
    m_held->setVisible(m_model.held() > 0);
    m_held->setText(tr("%n topic(s) moved", nullptr, m_model.held()));
}

void QueuePanel::refreshEmpty()
{
    int topics = 0;
    for (const auto list : {DeskList::Mine, DeskList::Queue, DeskList::NeedsLook, DeskList::Later,
                            DeskList::Bot, DeskList::Ended})
        topics += m_model.count(list);
    const bool filtered = !m_model.view().filter.isEmpty();
    m_view->setVisible(topics > 0 || filtered);
    m_empty->setVisible(topics == 0 && !filtered);
}

} // namespace quntai
