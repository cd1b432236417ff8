// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/pasttopicscard.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/words.h"
#include "widgets/context/askerscard.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 44;
constexpr int lineHeight = 20;
constexpr int leastWidth = 160;
constexpr int longestTitle = 80;
constexpr int longestName = 24;

/** A word of the customer says more than that the topic has ended. */
ChipSpec chipOf(const PastTopic &topic)
{
    if (topic.stage == AskerStage::Solved || topic.stage == AskerStage::Unsolved)
        return askerStageChip(topic.stage);
    ChipSpec chip;
    chip.text = topicStateName(topic.state);
    chip.line = true;
    return chip;
}

QString whoAnswered(const PastTopic &topic)
{
    QStringList who;
    if (topic.byBot)
        who.append(PastTopicRow::tr("bot"));
    for (const auto &name : topic.people)
        who.append(visibleText(name, longestName));
    return who.isEmpty() ? PastTopicRow::tr("nobody answered") : who.join(u'、');
}

} // namespace

PastTopicRow::PastTopicRow(ThemeHost &host, PastRow row, Instant now, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_row(std::move(row)), m_now(now)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto title = visibleText(m_row.topic.title, longestTitle);
    setAccessibleName(tr("%1, %2, %3").arg(title, chipOf(m_row.topic).text, line()));
    setToolTip(title + u'\n' + line());
}

QString PastTopicRow::line() const
{
    return QStringList{whenText(m_row.topic.openedAt, m_now), visibleText(m_row.groupName, 40),
                       whoAnswered(m_row.topic)}
        .join(u" · "_s);
}

QSize PastTopicRow::sizeHint() const
{
    return {240, rowHeight};
}

QSize PastTopicRow::minimumSizeHint() const
{
    return {leastWidth, rowHeight};
}

void PastTopicRow::paintEvent(QPaintEvent *)
{
    const auto &theme = m_host.theme();
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(painter, rect(), 4, theme.color(ColorRole::SurfaceHover));
    if (hasFocus())
        paintBox(painter, rect(), 4, Qt::transparent, theme.color(ColorRole::BorderFocus));
    const auto chip = chipOf(m_row.topic);
    const auto size = chipSize(theme, chip);
    const QRect mark(width() - size.width() - space::x1, 2 + (lineHeight - size.height()) / 2,
                     size.width(), size.height());
    paintChip(painter, theme, mark, chip);
    const auto caption = theme.font(TextRole::Caption);
    const int room = mark.left() - 2 * space::x1;
    paintText(painter, QRect(space::x1, 2, room, lineHeight),
              elidedText(caption, visibleText(m_row.topic.title, longestTitle), room), caption,
              theme.color(ColorRole::TextPrimary), Qt::AlignLeft | Qt::AlignVCenter);
    const QRect under(space::x1, 2 + lineHeight, width() - 2 * space::x1, lineHeight);
    paintText(painter, under, elidedText(caption, line(), under.width()), caption,
              theme.color(ColorRole::TextTertiary), Qt::AlignLeft | Qt::AlignVCenter);
}

PastTopicsCard::PastTopicsCard(ThemeHost &host, QWidget *parent)
    : Card(host, tr("Asked before"), parent),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_more(new ActionButton(host, ButtonKind::Quiet, tr("Older ones"), this))
{
    m_note->setFlow(PlainLabel::Flow::Wrapped);
    m_more->setButtonSize(ButtonSize::Small);
    content()->setSpacing(0);
    content()->addWidget(m_note);
    content()->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QAbstractButton::clicked, this, &PastTopicsCard::moreWanted);
    m_more->hide();
}

void PastTopicsCard::setPast(const PastTopics &past, Instant now)
{
    if (past == m_past && !m_note->rawText().isEmpty())
        return;
    const bool goesOn = past.rows.size() >= m_past.rows.size()
        && std::equal(m_past.rows.cbegin(), m_past.rows.cend(), past.rows.cbegin());
    if (!goesOn) {
        for (auto *row : std::exchange(m_rows, {})) {
            content()->removeWidget(row);
            row->hide();
            row->deleteLater();
        }
    }
    m_past = past;
    for (const auto &one : past.rows.mid(m_rows.size())) {
        auto *row = new PastTopicRow(host(), one, now, this);
        connect(row, &QAbstractButton::clicked, this, [this, topic = one.topic] {
            Q_EMIT chosen(topic);
        });
        content()->insertWidget(int(m_rows.size()), row);
        m_rows.append(row);
    }
    using enum PastTopics::Standing;
    m_note->setPlainText(past.standing == Asking   ? tr("Looking…")
                         : past.standing == Failed ? past.problem
                         : past.rows.isEmpty()     ? tr("Nothing before this topic")
                                                   : QString());
    m_note->setRole(TextRole::Caption, past.standing == Failed ? ColorRole::DangerFg
                                                               : ColorRole::TextTertiary);
    m_note->setVisible(!m_note->rawText().isEmpty());
    m_more->setText(past.standing == Failed ? tr("Try again") : tr("Older ones"));
    m_more->setVisible(past.standing == Failed || (past.standing == Known && past.more));
}

} // namespace quntai
