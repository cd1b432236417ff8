// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/draftdelegate.h"

#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 12;
constexpr int gap = 8;
constexpr int chipsTop = 50;

struct Countdown
{
    QString text;
    int permille = -1;  //!< of the time there was; -1: there is no end
};

Countdown countdownOf(const DraftRow &row, Instant now)
{
    if (!row.dueAt.isSet())
        return {roughSpanText((now.ms - row.draft.at.ms) / 1000), -1};
    const auto left = row.dueAt.ms - now.ms;
    const auto from = row.topic.waitingSince.isSet() ? row.topic.waitingSince : row.draft.at;
    const auto whole = std::max<qint64>(row.dueAt.ms - from.ms, 1);
    if (left < 0)
        return {u'-' + spanText(-left / 1000), 0};
    return {spanText(left / 1000), int(std::min<qint64>(left * 1000 / whole, 1000))};
}

} // namespace

QList<ChipSpec> draftChips(const DraftRow &row)
{
    QList<ChipSpec> chips;
    chips.append(reasonChip({row.draft.reason, 0, {}}, row.topic));
    const auto add = [&](const QString &text, Tone tone) {
        ChipSpec chip;
        chip.text = text;
        chip.tone = tone;
        chips.append(chip);
    };
    if (row.same.groups > 1)
        add(DraftDelegate::tr("%1 people in %2 groups").arg(row.same.people).arg(row.same.groups),
            Tone::Accent);
    if (row.draft.author.kind == AuthorKind::Agent)
        add(DraftDelegate::tr("Second reviewer"), Tone::Accent);
    if (!row.draft.warnings.isEmpty())
        add(DraftDelegate::tr("Watch the words"), Tone::Warning);
    if (row.sourceChanged)
        add(DraftDelegate::tr("Source changed"), Tone::Warning);
    if (row.overtaken)
        add(DraftDelegate::tr("Newer messages"), Tone::Warning);
    if (row.topic.emotion >= meter::emotionAlert)
        chips.append(reasonChip({Reason::Emotion, 0, {}}, row.topic));
    return chips;
}

DraftDelegate::DraftDelegate(ThemeHost &host, std::function<Instant()> clock, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host), m_clock(std::move(clock))
{
}

QSize DraftDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // Three lines also where rows stand close.
    return {option.rect.width(), std::max(m_host.theme().metrics().queueRow,
                                          chipsTop + component::chipHeight + gap)};
}

void DraftDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, option);
    paintRow(*painter, option.rect, index.data(DraftModel::Row).value<DraftRow>());
    painter->restore();
}

void DraftDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const auto &theme = m_host.theme();
    paintRowGround(painter, theme, option);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    paintHLine(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
}

/** Returns the width it takes at the right end of the line. */
int DraftDelegate::paintTimer(QPainter &painter, const QRect &line, const DraftRow &row) const
{
    const auto &theme = m_host.theme();
    const auto timer = countdownOf(row, m_clock());
    const auto &font = theme.boldFont(TextRole::Caption);
    const int digits = textWidth(font, timer.text);
    if (timer.permille < 0) {
        paintText(painter, theme, line, timer.text, TextRole::Caption, ColorRole::TextTertiary,
                  Qt::AlignRight | Qt::AlignVCenter);
        return digits;
    }
    const auto color = theme.color(deadlineRole(timer.permille));
    const int width = component::ring + 4 + digits;
    const QRectF ring(line.right() + 1 - width, line.center().y() - 6, component::ring,
                      component::ring);
    paintRing(painter, theme, ring, timer.permille, color);
    paintText(painter, line, timer.text, font, color, Qt::AlignRight | Qt::AlignVCenter);
    return width;
}

void DraftDelegate::paintRow(QPainter &painter, const QRect &rect, const DraftRow &row) const
{
    const auto &theme = m_host.theme();
    const int size = theme.metrics().avatar;
    AvatarSpec avatar;
    avatar.name = row.groupName;
    avatar.shape = AvatarShape::Group;
    paintAvatar(painter, theme, QRect(rect.left() + side, rect.top() + 10, size, size), avatar);

    const int left = rect.left() + side + size + gap;
    const int right = rect.right() + 1 - side;
    QRect line(left, rect.top() + 8, right - left, theme.lineHeight(TextRole::Ui));
    const int timer = paintTimer(painter, line, row);
    const auto &bold = theme.boldFont(TextRole::Ui);
    line.setRight(right - timer - gap);
    paintText(painter, line, elidedText(bold, visibleText(row.topic.title), line.width()), bold,
              theme.color(ColorRole::TextPrimary), Qt::AlignLeft | Qt::AlignVCenter);

    const QRect second(left, line.bottom() + 1, right - left, theme.lineHeight(TextRole::Caption));
    const auto who = visibleText(row.askerName) + u" · "_s + visibleText(row.groupName);
    const auto &caption = theme.font(TextRole::Caption);
    paintText(painter, second, elidedText(caption, who, second.width()), caption,
              theme.color(ColorRole::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter);

    const auto chips = draftChips(row);
    const QRect area(left, rect.top() + chipsTop - 1, right - left, component::chipHeight);
    paintChips(painter, theme, layoutChips(theme, chips, area), chips);
}

} // namespace quntai
