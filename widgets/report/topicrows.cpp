// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/topicrows.h"

#include "models/items/reporttopicmodel.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"
#include "widgets/report/reportwords.h"

#include <QDateTime>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 58;
constexpr int pad = 16;

QList<ChipSpec> chipsOf(const ReportTopic &topic)
{
    QList<ChipSpec> chips;
    ChipSpec state;
    state.text = topicStateName(topic.state);
    state.line = true;
    chips.append(state);
    for (const auto reason : topic.reasons) {
        ChipSpec chip;
        chip.text = reasonName(reason);
        chip.tone = Tone::Warning;
        chips.append(chip);
    }
    return chips;
}

ColorRole colorOf(const std::optional<Answerer> &who)
{
    if (!who)
        return ColorRole::TextTertiary;
    switch (*who) {
    case Answerer::Bot: return ColorRole::BotFg;
    case Answerer::Human: return ColorRole::AgentFg;
    case Answerer::Peer: return ColorRole::CustomerFg;
    }
    return ColorRole::TextTertiary;
}

} // namespace

TopicRows::TopicRows(ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host) {}

QSize TopicRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight};
}

QString TopicRows::displayText(const QVariant &value, const QLocale &) const
{
    return visibleText(value.toString(), 80);
}

void TopicRows::paint(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto topic = index.data(ReportTopicModel::TopicValue).value<ReportTopic>();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    QRect line(option.rect.left() + pad, option.rect.top() + 8, option.rect.width() - 2 * pad, 20);
    const auto wait = topic.waitMs < 0 ? TopicRows::tr("no answer") : durationText(topic.waitMs);
    const auto who = topic.who ? answererName(*topic.who) + u' ' + wait : wait;
    const int used = textWidth(theme.font(TextRole::Caption), who);
    paintText(*painter, theme, line, who, TextRole::Caption, colorOf(topic.who), Qt::AlignRight);
    line.setWidth(line.width() - used - space::x3);
    paintText(*painter, theme, line, visibleText(topic.title, 80), TextRole::UiStrong);
    line = QRect(option.rect.left() + pad, option.rect.top() + 31, option.rect.width() - 2 * pad, 18);
    const auto when
        = QDateTime::fromMSecsSinceEpoch(topic.at.ms).toString(u"MM-dd HH:mm"_s);
    const auto where = visibleText(topic.groupName, 40) + u" · "_s + when;
    const int most = line.width() * 6 / 10;
    const int taken = paintText(*painter, theme, QRect(line.left(), line.top(), most, line.height()),
                                where, TextRole::Caption, ColorRole::TextTertiary);
    const auto chips = chipsOf(topic);
    const QRect rest = line.adjusted(taken + space::x3, 0, 0, 0);
    paintChips(*painter, theme, layoutChips(theme, chips, rest), chips);
}

} // namespace quntai
