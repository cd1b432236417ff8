// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/preview.h"

#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int padX = 12;
constexpr int padY = 10;
constexpr int bubblePadX = 10;
constexpr int bubblePadY = 6;
constexpr int widest = 560;
constexpr int lineExtra = 4;
constexpr int mostText = 20000;

QString lines(const QString &text)
{
    QStringList shown;
    for (const auto &line : text.left(mostText).split(u'\n'))
        shown.append(visibleText(line, mostText));
    return shown.join(QChar(QChar::LineSeparator));
}

} // namespace

Preview::Preview(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("As the group sees it"));
}

void Preview::setMessage(const QString &name, const QStringList &mentions, const QString &label,
                         const QString &text)
{
    QString before;
    for (const auto &mention : mentions)
        before += u'@' + visibleText(mention, 40) + u' ';
    const bool labelled = text.startsWith(label);
    m_name = name;
    m_mentions = int(before.size());
    m_label = int(label.size());
    m_text = before + lines(labelled ? text : label + text);
    setAccessibleDescription(m_text);
    updateGeometry();
    update();
}

int Preview::bubbleWidth(int width) const
{
    return std::max(80, std::min(widest, width - 2 * padX - component::avatar - space::x2));
}

qreal Preview::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QTextLayout::FormatRange whom{0, m_mentions, {}};
    whom.format.setForeground(theme().color(ColorRole::TextLink));
    QTextLayout::FormatRange mark{m_mentions, m_label, {}};
    mark.format.setForeground(theme().color(ColorRole::TextTertiary));
    layout.setFormats({whom, mark});
    qreal y = 0;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(bubbleWidth(width) - 2 * bubblePadX);
        line.setPosition({0, y});
        y += line.height() + lineExtra;
    }
    layout.endLayout();
    return std::ceil(y);
}

int Preview::heightForWidth(int width) const
{
    QTextLayout layout(m_text, theme().font(TextRole::Message));
    return 2 * padY + theme().lineHeight(TextRole::Caption) + 2 + 2 * bubblePadY
        + int(layOut(layout, width));
}

void Preview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceSunken),
             theme().color(ColorRole::BorderSubtle));
    AvatarSpec bot;
    bot.name = m_name;
    bot.tone = Tone::Bot;
    paintAvatar(painter, theme(), QRect(padX, padY, component::avatar, component::avatar), bot,
                ColorRole::SurfaceSunken);
    const int left = padX + component::avatar + space::x2;
    const int caption = theme().lineHeight(TextRole::Caption);
    paintText(painter, theme(), QRect(left, padY, width() - left - padX, caption),
              visibleText(m_name, 60), TextRole::Caption, ColorRole::TextTertiary);
    QTextLayout layout(m_text, theme().font(TextRole::Message));
    const auto height = layOut(layout, width());
    const auto used = std::min<qreal>(bubbleWidth(width()),
                                      layout.maximumWidth() + 2 * bubblePadX + 1);
    const QRectF bubble(left, padY + caption + 2, used, height + 2 * bubblePadY);
    paintBox(painter, bubble, radius::card, theme().color(ColorRole::SurfaceRaised),
             theme().color(ColorRole::BorderSubtle));
    painter.setPen(theme().color(ColorRole::TextPrimary));
    layout.draw(&painter, bubble.topLeft() + QPointF(bubblePadX, bubblePadY + lineExtra / 2));
}

} // namespace quntai
