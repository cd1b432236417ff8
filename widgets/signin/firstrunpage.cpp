// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/signin/firstrunpage.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int cardWidth = 340;

PlainLabel *sentence(ThemeHost &host, const QString &text)
{
    auto *label = new PlainLabel(host, text, TextRole::Ui, ColorRole::TextSecondary);
    label->setFlow(PlainLabel::Flow::Wrapped);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(ThemeHost &host, const QList<Chair> &chairs, QWidget *parent)
    : ThemedWidget(host, parent), m_cards(new QWidget(this)),
      m_problem(new PlainLabel(host, {}, TextRole::Ui, ColorRole::DangerFg, this))
{
    auto *row = new QHBoxLayout(m_cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x4);
    row->addWidget(serverCard());
    row->addWidget(sampleCard(chairs));
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    auto *middle = new QVBoxLayout;
    middle->setSpacing(space::x4);
    middle->addWidget(new PlainLabel(host, tr("Welcome to Quntai"), TextRole::Metric));
    middle->addWidget(m_cards);
    middle->addWidget(m_problem);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addLayout(middle);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
}

QWidget *FirstRunPage::serverCard()
{
    auto *card = new Card(host(), tr("Connect to a server"));
    card->setFixedWidth(cardWidth);
    card->content()->setSpacing(space::x3);
    card->content()->addWidget(sentence(host(), tr("Your company runs Quntai: sign in with the "
                                                   "address and the account you were given.")));
    auto *button = new ActionButton(host(), ButtonKind::Primary, tr("Sign in"));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    card->content()->addStretch(1);
    card->content()->addWidget(button);
    connect(button, &ActionButton::clicked, this, &FirstRunPage::serverChosen);
    return card;
}

QWidget *FirstRunPage::sampleCard(const QList<Chair> &chairs)
{
    auto *card = new Card(host(), tr("Try the sample company"));
    card->setFixedWidth(cardWidth);
    card->content()->setSpacing(space::x2);
    card->content()->addWidget(sentence(host(), tr("A made-up grocer with twelve groups, talking "
                                                   "live on this computer. Choose a seat; you can "
                                                   "change it later.")));
    for (const auto &chair : chairs) {
        auto *button = new ActionButton(host(), ButtonKind::Secondary,
                                        tr("%1 – %2").arg(chair.name, chair.what));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        card->content()->addWidget(button);
        connect(button, &ActionButton::clicked, this,
                [this, id = chair.id] { Q_EMIT sampleChosen(id); });
    }
    return card;
}

void FirstRunPage::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        setBusy(false);
}

void FirstRunPage::setBusy(bool busy)
{
    m_cards->setEnabled(!busy);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
}

} // namespace quntai
