// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/topicparts.h"

#include "models/domain/topic.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/plainlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

void LaneMark::setLane(int lane)
{
    m_lane = lane;
    setAccessibleName(laneLetter(lane));
    update();
}

QSize LaneMark::sizeHint() const
{
    return {component::laneBadge, component::laneBadge};
}

void LaneMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLaneBadge(painter, theme(), rect(), m_lane);
}

MetricCell::MetricCell(ThemeHost &host, TextRole font, QWidget *parent)
    : ThemedWidget(host, parent), m_font(font),
      m_name(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_value(new PlainLabel(host, {}, font, ColorRole::TextPrimary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addWidget(m_value);
}

void MetricCell::setValue(const QString &name, const QString &value, ColorRole color)
{
    if (name != m_name->rawText())
        m_name->setPlainText(name);
    m_value->setRole(m_font, color);
    if (value != m_value->rawText())
        m_value->setPlainText(value);
    setAccessibleName(name + QChar(u' ') + value);
}

void SparkView::setLevels(const QList<int> &levels)
{
    m_levels = levels;
    setVisible(levels.size() > 1);
    update();
}

void SparkView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSpark(painter, theme(), QRectF(rect()).adjusted(0, 2, -2, -2), m_levels);
}

} // namespace quntai
