// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportcard.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/tooltip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 40;
constexpr int markSize = 10;
constexpr int markGap = 5;
constexpr int entryGap = 14;

void paintMark(QPainter &painter, const Theme &theme, const QRectF &rect, const LegendMark &mark)
{
    const auto color = theme.color(mark.color);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const auto middle = rect.center();
    switch (mark.shape) {
    case LegendMark::Shape::Block: painter.drawRoundedRect(rect, 2, 2); break;
    case LegendMark::Shape::Struck:
        painter.drawRoundedRect(rect, 2, 2);
        painter.setPen(QPen(theme.color(ColorRole::DangerOn), 1.2));
        painter.drawLine(rect.bottomLeft(), rect.topRight());
        break;
    case LegendMark::Shape::Circle: painter.drawEllipse(rect); break;
    case LegendMark::Shape::Square: painter.drawRect(rect.adjusted(1, 1, -1, -1)); break;
    case LegendMark::Shape::Diamond:
        painter.drawPolygon(QPolygonF({{middle.x(), rect.top()}, {rect.right(), middle.y()},
                                       {middle.x(), rect.bottom()}, {rect.left(), middle.y()}}));
        break;
    case LegendMark::Shape::Dashes:
        painter.setPen(QPen(color, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(rect.left() - 2, middle.y()), QPointF(rect.right() + 2, middle.y()));
        break;
    }
}

} // namespace

/** Marks with their names, in one line. */
class ChartLegend : public ThemedWidget
{
public:
    explicit ChartLegend(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setMarks(const QList<LegendMark> &marks)
    {
        m_marks = marks;
        QStringList names;
        for (const auto &mark : marks)
            names.append(mark.text);
        setAccessibleName(names.join(u", "_s));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        int width = 0;
        for (const auto &mark : m_marks)
            width += markSize + markGap + textWidth(theme().font(TextRole::Caption), mark.text)
                + entryGap;
        return {std::max(0, width - entryGap) + 2, 20};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        int x = 0;
        for (const auto &mark : m_marks) {
            paintMark(painter, theme(),
                      QRectF(x, (height() - markSize) / 2.0, markSize, markSize), mark);
            x += markSize + markGap;
            x += paintText(painter, theme(), QRect(x, 0, width() - x, height()), mark.text,
                           TextRole::Caption, ColorRole::TextSecondary)
                + entryGap;
        }
    }

private:
    QList<LegendMark> m_marks;
};

ReportCard::ReportCard(ThemeHost &host, const QString &title, const QString &definition,
                       QWidget *parent)
    : ThemedWidget(host, parent),
      m_title(new PlainLabel(host, title, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_legend(new ChartLegend(host, this)), m_head(new QHBoxLayout), m_column(new QVBoxLayout(this)),
      m_hasDefinition(!definition.isEmpty())
{
    setAccessibleName(title);
    setAccessibleDescription(definition);
    if (m_hasDefinition)
        setPlainToolTip(*m_title, title + u'\n' + definition);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_head->setContentsMargins(space::x4, 0, space::x3, 0);
    m_head->setSpacing(space::x2);
    m_head->addWidget(m_title);
    m_head->addWidget(m_note, 1);
    m_head->addWidget(m_legend);
    auto *head = new QWidget(this);
    head->setFixedHeight(headHeight);
    head->setLayout(m_head);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_column->addWidget(head);
}

void ReportCard::setNote(const QString &note)
{
    m_note->setPlainText(note);
}

void ReportCard::setLegend(const QList<LegendMark> &marks)
{
    m_legend->setMarks(marks);
}

void ReportCard::addHeadWidget(QWidget *widget)
{
    m_head->insertWidget(m_head->count() - 1, widget);
}

void ReportCard::setContent(QWidget *content, int stretch)
{
    m_column->addWidget(content, stretch);
}

void ReportCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised),
             theme().color(ColorRole::BorderSubtle));
    if (!m_hasDefinition)
        return;
    const int wide = std::min(textWidth(theme().font(TextRole::UiStrong), m_title->rawText()),
                              m_title->width());
    const QPoint at = m_title->mapTo(this, QPoint(0, m_title->height() - 1));
    painter.setPen(QPen(theme().color(ColorRole::TextTertiary), 0, Qt::DotLine));
    painter.drawLine(at.x(), at.y(), at.x() + wide, at.y());
}

} // namespace quntai
