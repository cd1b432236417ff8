// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/topiccard.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/words.h"
#include "widgets/context/topicparts.h"

#include <QHBoxLayout>
#include <QTimer>

namespace quntai {

namespace {

constexpr int mostChips = 8;

Tone toneOf(TopicState state)
{
    switch (state) {
    case TopicState::Escalated:
    case TopicState::Offered: return Tone::Danger;
    case TopicState::Leased: return Tone::Agent;
    case TopicState::Review: return Tone::Warning;
    case TopicState::New:
    case TopicState::Bot:
    case TopicState::WaitingCustomer: return Tone::Bot;
    case TopicState::Resolved:
    case TopicState::AnsweredByPeer: return Tone::Success;
    case TopicState::Merged: return Tone::Neutral;
    }
    return Tone::Neutral;
}

} // namespace

TopicCard::TopicCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : Card(host, {}, parent), m_clock(std::move(clock)), m_mark(new LaneMark(host, this)),
      m_name(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_state(new ChipLabel(host, {}, this)), m_waited(new MetricCell(host, TextRole::Metric, this)),
      m_left(new MetricCell(host, TextRole::Metric, this)),
      m_emotion(new MetricCell(host, TextRole::UiStrong, this)), m_spark(new SparkView(host, this)),
      m_chips(new FlowLayout(space::x1)), m_tick(new QTimer(this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    m_mark->setFixedSize(m_mark->sizeHint());
    m_spark->setFixedSize(m_spark->sizeHint());
    head->addWidget(m_mark);
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    auto *mood = new QVBoxLayout;
    mood->setSpacing(0);
    mood->addWidget(m_emotion);
    mood->addWidget(m_spark);
    mood->addStretch(1);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(space::x2);
    numbers->addWidget(m_waited, 1);
    numbers->addWidget(m_left, 1);
    numbers->addLayout(mood, 1);
    content()->setSpacing(space::x2);
    content()->addLayout(head);
    content()->addLayout(numbers);
    content()->addLayout(m_chips);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &TopicCard::refreshTimes);
    m_tick->start();
}

void TopicCard::setTopic(const Topic &topic)
{
    m_topic = topic;
    m_mark->setLane(topic.lane);
    m_name->setPlainText(topic.title);
    ChipSpec chip;
    chip.text = topic.lease ? topic.lease->name : topicStateName(topic.state);
    chip.tone = toneOf(topic.state);
    m_state->setChip(chip);
    setPlainToolTip(*m_state, chip.text);
    setAccessibleName(tr("Topic %1").arg(laneLetter(topic.lane)));
    m_spark->setLevels(topic.emotions);
    refreshChips();
    refreshTimes();
}

void TopicCard::setStale(bool stale)
{
    m_stale = stale;
    refreshTimes();
}

void TopicCard::refreshTimes()
{
    const auto now = m_clock();
    const auto since = m_topic.waitingSince.isSet() ? m_topic.waitingSince : m_topic.lastAt;
    const auto waited = (now.ms - since.ms) / 1000;
    const int people = int(m_topic.waiting.size());
    const auto owed = people > 1 ? tr("%n people wait", nullptr, people) : tr("Waited");
    m_waited->setValue(m_topic.waitingSince.isSet() ? owed : tr("Quiet for"),
                       waited < 86400 ? spanText(waited) : roughSpanText(waited),
                       m_stale || !m_topic.waitingSince.isSet() ? ColorRole::TextTertiary
                                                                : ColorRole::TextPrimary);
    refreshLeft(now);
    const EmotionSpec emotion{m_topic.emotion, m_topic.emotionTrend};
    const bool alarming = m_topic.emotion >= meter::emotionDanger;
    m_emotion->setValue(tr("Emotion"), emotionText(emotion),
                        alarming ? ColorRole::DangerFg
                                 : m_topic.emotion >= meter::emotionAlert ? ColorRole::WarningFg
                                                                          : ColorRole::TextPrimary);
}

void TopicCard::refreshLeft(Instant now)
{
    m_left->setVisible(m_topic.lease || (m_topic.escalation && !hasEnded(m_topic)));
    if (m_topic.lease) {
        const auto left = (m_topic.lease->idleAt.ms - now.ms) / 1000;
        m_left->setValue(tr("Take-over left"), spanText(left),
                         m_stale ? ColorRole::TextTertiary : ColorRole::TextPrimary);
        return;
    }
    if (!m_topic.escalation)
        return;
    const auto left = m_topic.escalation->dueAt.ms - now.ms;
    const auto whole = std::max<qint64>(1, m_topic.escalation->dueAt.ms
                                            - m_topic.escalation->at.ms);
    const auto color = left < 0 ? ColorRole::DangerFg : deadlineRole(int(1000 * left / whole));
    m_left->setValue(left < 0 ? tr("Overdue by") : tr("First answer in"),
                     spanText(std::abs(left) / 1000), m_stale ? ColorRole::TextTertiary : color);
}

void TopicCard::refreshChips()
{
    while (auto *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    auto reasons = m_topic.escalation ? m_topic.escalation->reasons : m_topic.look;
    for (const auto &reason : reasons.first(std::min<qsizetype>(mostChips, reasons.size())))
        m_chips->addWidget(new ChipLabel(host(), reasonChip(reason, m_topic)));
    m_chips->invalidate();
}

} // namespace quntai
