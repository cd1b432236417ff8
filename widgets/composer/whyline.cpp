// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/whyline.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace quntai {

namespace {

constexpr int longestTitle = 30;

} // namespace

WhyLine::WhyLine(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_about(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_words(new QLineEdit(this)),
      m_keep(new ActionButton(host, ButtonKind::Secondary, tr("Keep"), this))
{
    m_words->setMaxLength(SuggestionMark::longestDetail);
    m_words->setPlaceholderText(tr("Why? Whoever keeps the entry reads it"));
    m_words->setAccessibleName(tr("Why the suggestion is right or wrong"));
    m_keep->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, space::x1, space::x4, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_about);
    row->addWidget(m_words, 1);
    row->addWidget(m_keep);
    connect(m_words, &QLineEdit::returnPressed, this, &WhyLine::keep);
    connect(m_keep, &ActionButton::clicked, this, &WhyLine::keep);
    hide();
}

void WhyLine::ask(const EntryId &entry, const QString &title)
{
    m_entry = entry;
    m_about->setPlainText(visibleText(title, longestTitle));
    m_words->clear();
    show();
    m_words->setFocus();
}

void WhyLine::leave()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void WhyLine::keep()
{
    const auto why = m_words->text().simplified();
    if (!why.isEmpty())
        Q_EMIT said(m_entry, why);
    leave();
}

void WhyLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        ThemedWidget::keyPressEvent(event);
}

void WhyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
