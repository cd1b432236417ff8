// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/summaryrow.h"

#include "widgets/common/flow/reflink.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QTextLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int linkGap = 4;
constexpr int lineHeight = 20;

} // namespace

SummaryRow::SummaryRow(ThemeHost &host, const QString &label, int labelWidth, QWidget *parent)
    : ThemedWidget(host, parent), m_label(label), m_labelWidth(labelWidth)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setLine({});
}

void SummaryRow::setLine(const SummaryLine &line)
{
    setAccessibleName(m_label + u": "_s + visibleText(line.text));
    if (line == m_line && m_links.size() == line.refs.size())
        return;
    m_line = line;
    for (auto *link : std::exchange(m_links, {})) {
        link->hide();
        link->deleteLater();
    }
    for (const auto &ref : line.refs) {
        auto *link = new RefLink(host(), ref.number, ref.hint, this);
        connect(link, &RefLink::clicked, this, [this, id = ref.id] { Q_EMIT jumpTo(id); });
        link->show();
        m_links.append(link);
    }
    placeLinks();
    updateGeometry();
    update();
}

QString SummaryRow::shownText() const
{
    return m_line.text.isEmpty() ? u"–"_s : visibleText(m_line.text);
}

SummaryRow::Place SummaryRow::place(QTextLayout &layout, int width) const
{
    const int room = std::max(40, width - m_labelWidth);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    int y = 0;
    int x = 0;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        line.setPosition({0, y + (lineHeight - line.height()) / 2});
        x = int(line.naturalTextWidth()) + linkGap;
        y += lineHeight;
    }
    layout.endLayout();
    Place result;
    int top = std::max(0, y - lineHeight);
    for (const auto *link : m_links) {
        const auto size = link->sizeHint();
        if (x > linkGap && x + size.width() > room) {
            x = 0;
            top += lineHeight;
        }
        result.links.append({m_labelWidth + x, top + (lineHeight - size.height()) / 2});
        x += size.width() + linkGap;
    }
    result.height = std::max(y, top + lineHeight);
    return result;
}

QSize SummaryRow::sizeHint() const
{
    return {240, heightForWidth(width() > m_labelWidth + 40 ? width() : 240)};
}

int SummaryRow::heightForWidth(int width) const
{
    QTextLayout layout(shownText(), theme().font(TextRole::Caption));
    return place(layout, width).height;
}

void SummaryRow::placeLinks()
{
    QTextLayout layout(shownText(), theme().font(TextRole::Caption));
    const auto at = place(layout, width()).links;
    for (qsizetype i = 0; i < m_links.size(); ++i)
        m_links.at(i)->setGeometry(QRect(at.at(i), m_links.at(i)->sizeHint()));
}

void SummaryRow::resizeEvent(QResizeEvent *)
{
    placeLinks();
}

void SummaryRow::themeChanged()
{
    placeLinks();
}

void SummaryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(painter, theme(), QRect(0, 0, m_labelWidth - 4, lineHeight), m_label,
              TextRole::Caption, ColorRole::TextSecondary);
    QTextLayout layout(shownText(), theme().font(TextRole::Caption));
    place(layout, width());
    painter.setPen(theme().color(m_line.text.isEmpty() ? ColorRole::TextTertiary
                                                       : ColorRole::TextPrimary));
    layout.draw(&painter, QPointF(m_labelWidth, 0));
}

} // namespace quntai
