// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queuelayout.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ringSize = 14;
constexpr int sideMargin = 12;
constexpr int gap = 8;
constexpr int acceptWidth = 84;
constexpr int longestWhy = 24;
constexpr int longestName = 12;

/** Words beside the colour of the ring. */
std::optional<ChipSpec> slaChip(const SlaClock &clock)
{
    if (!clock.dueAt.isSet() || clock.state == SlaState::Running)
        return std::nullopt;
    const bool breached = clock.state == SlaState::Breached;
    ChipSpec chip;
    chip.text = breached ? QCoreApplication::translate("QueueLayout", "%1 breached")
                         : QCoreApplication::translate("QueueLayout", "%1 soon due");
    chip.text = chip.text.arg(slaTargetName(clock.target));
    chip.tone = breached ? Tone::Danger : Tone::Warning;
    return chip;
}

/** What was promised and is not done yet. */
std::optional<ChipSpec> promiseChip(const Promise &promise)
{
    if (promise.id.isEmpty())
        return std::nullopt;
    ChipSpec chip;
    chip.icon = Icon::Flag;
    if (promise.overdueAt.isSet()) {
        chip.text = QCoreApplication::translate("QueueLayout", "Promise overdue");
        chip.tone = Tone::Danger;
    } else {
        chip.text = QCoreApplication::translate("QueueLayout", "Promised %1")
                        .arg(promise.due.isSet() ? whenText(promise.due, promise.at) : QString())
                        .trimmed();
    }
    return chip;
}

/** What the topic is put off for. */
ChipSpec laterChip(const Topic &topic)
{
    ChipSpec chip;
    chip.text = topic.onHold ? QCoreApplication::translate("QueueLayout", "On hold")
                             : QCoreApplication::translate("QueueLayout", "Snoozed");
    if (!topic.laterWhy.isEmpty())
        chip.text += u": "_s + visibleText(topic.laterWhy, longestWhy);
    chip.icon = topic.onHold ? Icon::Pause : Icon::Clock;
    return chip;
}

QString named(const char *words, const QString &name)
{
    return QCoreApplication::translate("QueueLayout", words).arg(visibleText(name, longestName));
}

/** Who wants help with it, or gets some. */
std::optional<ChipSpec> helpChip(const QueueRow &row)
{
    const auto &topic = row.topic;
    if (!topic.lease)
        return std::nullopt;
    ChipSpec chip;
    chip.icon = Icon::Flag;
    chip.tone = Tone::Warning;
    if (row.list == DeskList::NeedsLook && topic.help) {
        chip.text = named(QT_TRANSLATE_NOOP("QueueLayout", "%1 asks"), topic.help->name);
    } else if (row.list == DeskList::Queue) {
        chip.text = named(QT_TRANSLATE_NOOP("QueueLayout", "%1 invites you"), topic.lease->name);
        chip.icon = Icon::People;
    } else if (row.asGuest) {
        chip.text = named(QT_TRANSLATE_NOOP("QueueLayout", "With %1"), topic.lease->name);
        chip.icon = Icon::People;
        chip.tone = Tone::Agent;
    } else if (topic.help) {
        chip.text = QCoreApplication::translate("QueueLayout", "Supervisor asked");
    } else {
        return std::nullopt;
    }
    return chip;
}

/** What it had been put off for, once it is back. */
std::optional<ChipSpec> backChip(const Topic &topic)
{
    if (topic.backWhy.isEmpty())
        return std::nullopt;
    ChipSpec chip;
    chip.text = QCoreApplication::translate("QueueLayout", "Back: %1")
                    .arg(visibleText(topic.backWhy, longestWhy));
    chip.icon = Icon::Clock;
    return chip;
}

QList<ChipSpec> chipsOf(const QueueRow &row)
{
    QList<ChipSpec> chips;
    if (const auto sla = slaChip(row.clock))
        chips.append(*sla);
    if (const auto promise = promiseChip(row.promise))
        chips.append(*promise);
    if (row.list == DeskList::Later)
        chips.append(laterChip(row.topic));
    if (const auto help = helpChip(row))
        chips.append(*help);
    if (const auto back = backChip(row.topic))
        chips.append(*back);
    if (row.list == DeskList::Mine && row.topic.lease && !row.asGuest) {
        ChipSpec mine;
        mine.text = QCoreApplication::translate("QueueLayout", "Mine");
        mine.tone = Tone::Agent;
        chips.append(mine);
    }
    if (row.list == DeskList::Queue && !row.topic.misses.isEmpty()) {
        ChipSpec missed;
        missed.text = QCoreApplication::translate("QueueLayout", "Missed ×%1")
                          .arg(row.topic.misses.size());
        chips.append(missed);
    }
    const auto reasons = row.topic.escalation ? row.topic.escalation->reasons : row.topic.look;
    for (const auto &reason : reasons)
        chips.append(reasonChip(reason, row.topic));
    return chips;
}

} // namespace

bool isOneLine(DeskList list)
{
    return list == DeskList::Bot || list == DeskList::Ended;
}

int queueLineHeight(const Theme &theme, bool header)
{
    return header ? theme.metrics().sectionHeader : theme.metrics().queueRowBot;
}

int queueRowHeight(const Theme &theme, const QueueRow &row)
{
    const auto &metrics = theme.metrics();
    if (row.header || isOneLine(row.list))
        return queueLineHeight(theme, row.header);
    return chipsOf(row).isEmpty() ? metrics.queueRowTwoLine : metrics.queueRow;
}

namespace {

QueueTimer countdown(Instant from, Instant dueAt, Instant now)
{
    const auto left = dueAt.ms - now.ms;
    if (left < 0)
        return {QChar(u'-') + spanText(-left / 1000), 0};
    const auto whole = std::max<qint64>(dueAt.ms - from.ms, 1);
    return {spanText(left / 1000), int(std::min<qint64>(left * 1000 / whole, 1000))};
}

} // namespace

QueueTimer queueTimer(const QueueRow &row, Instant now)
{
    const auto &topic = row.topic;
    if (topic.offer && row.offeredToMe) {
        const auto left = topic.offer->until.ms - now.ms;
        return {spanText(left / 1000), int(std::clamp<qint64>(left * 1000 / 20000, 0, 1000))};
    }
    if (topic.snoozedUntil.isSet())
        return {spanText(std::max<qint64>(topic.snoozedUntil.ms - now.ms, 0) / 1000), -1};
    if (row.clock.dueAt.isSet())
        return countdown(row.clock.from, row.clock.dueAt, now);
    if (topic.escalation && !topic.lease)
        return countdown(topic.escalation->at, topic.escalation->dueAt, now);
    if (isOneLine(row.list) || !topic.waitingSince.isSet())
        return {roughSpanText((now.ms - topic.lastAt.ms) / 1000), -1};
    return {spanText((now.ms - topic.waitingSince.ms) / 1000), -1};
}

namespace {

constexpr int chipGap = 3;

/** Where the first line begins. Compact rows leave no room to spare: their lines stand in the
 * middle, without a gap before the chips. */
int titleTopOf(const Theme &theme, const QueueRow &row, const QRect &rect)
{
    const int line = theme.lineHeight(TextRole::Ui);
    if (isOneLine(row.list))
        return rect.top() + (rect.height() - line) / 2;
    if (theme.density() == Density::Comfortable)
        return rect.top() + 8;
    const int chips = chipsOf(row).isEmpty() ? 0 : component::chipHeight;
    return rect.top() + (rect.height() - line - theme.lineHeight(TextRole::Caption) - chips) / 2;
}

} // namespace

QueueLayout layoutQueueRow(const Theme &theme, const QueueRow &row, const QRect &rect, Instant now)
{
    QueueLayout layout;
    const bool oneLine = isOneLine(row.list);
    const int avatar = oneLine ? component::avatarSmall : theme.metrics().avatar;
    const int titleTop = titleTopOf(theme, row, rect);
    const int top = oneLine ? rect.top() + (rect.height() - avatar) / 2 : titleTop + 2;
    layout.avatar = QRect(rect.left() + sideMargin, top, avatar, avatar);

    const auto timer = queueTimer(row, now);
    const int timerWidth = textWidth(theme.boldFont(TextRole::Caption), timer.text)
        + (timer.permilleLeft >= 0 ? ringSize + 4 : 0);
    const int left = layout.avatar.right() + 1 + gap;
    const int right = rect.right() + 1 - sideMargin;
    const int line = theme.lineHeight(TextRole::Ui);
    layout.timer = QRect(right - timerWidth, titleTop, timerWidth, line);
    layout.title = QRect(left, titleTop, layout.timer.left() - gap - left, line);
    if (oneLine)
        return layout;

    const int caption = theme.lineHeight(TextRole::Caption);
    layout.subtitle = QRect(left, layout.title.bottom() + 1, right - left, caption);
    layout.chips = chipsOf(row);
    const int apart = theme.density() == Density::Comfortable ? chipGap : 0;
    layout.chipArea = QRect(left, layout.subtitle.bottom() + 1 + apart, right - left,
                            component::chipHeight);
    if (row.offeredToMe) {
        layout.accept = QRect(right - acceptWidth, layout.chipArea.top() - 2, acceptWidth, 22);
        layout.chipArea.setRight(layout.accept.left() - gap);
    }
    layout.chipRow = layoutChips(theme, layout.chips, layout.chipArea);
    return layout;
}

} // namespace quntai
