// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/stalestrip.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

namespace {

constexpr int pad = 16;
constexpr int iconRoom = component::iconSmall + 8;

} // namespace

StaleStrip::StaleStrip(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_text(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this))
{
    setMinimumHeight(28);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pad + iconRoom, 4, pad, 4);
    row->addWidget(m_text, 1);
}

void StaleStrip::setAsOf(Instant at)
{
    m_text->setPlainText(tr("As of %1, kept on this computer").arg(clockTextSeconds(at)));
    setAccessibleName(m_text->rawText());
}

void StaleStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::WarningTint));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::WarningBorder));
    theme().paintIcon(painter, QRect(pad, 0, component::iconSmall, height()), Icon::Db,
                      ColorRole::WarningFg, component::iconSmall);
}

} // namespace quntai
