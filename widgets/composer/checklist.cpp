// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/checklist.h"

#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 16;
constexpr int longestTitle = 40;

QString doneBy(const StepTick &tick)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(tick.at.ms);
    return Checklist::tr("Done by %1, %2").arg(visibleText(tick.name, longestName),
                                               QLocale().toString(at.time(), QLocale::ShortFormat));
}

/** An "&" of the step is no shortcut. */
QString shown(const QString &step)
{
    return visibleText(step, Entry::longestStep).replace(u'&', u"&&"_s);
}

} // namespace

Checklist::Checklist(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_title(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_flow(new FlowLayout(space::x3))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x2, space::x4, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addLayout(m_flow);
    setAccessibleName(tr("Steps"));
    hide();
}

void Checklist::setSteps(const TopicId &topic, const Entry &entry, const QList<StepTick> &ticks)
{
    const bool isOther = topic != m_topic || entry.id != m_entry.id;
    if (isOther)
        m_pending.clear();
    const bool isNew = isOther || entry.steps != m_entry.steps;
    m_topic = topic;
    m_entry = entry;
    m_ticks = ticks;
    if (isNew)
        build();
    refresh();
}

void Checklist::setOpen(bool open)
{
    m_open = open;
    refresh();
}

void Checklist::dropPending()
{
    m_pending.clear();
    refresh();
}

QString Checklist::progress() const
{
    const auto done = std::ranges::count_if(m_entry.steps,
                                            [&](const QString &step) { return tickOf(step); });
    return u"%1/%2"_s.arg(done).arg(m_entry.steps.size());
}

void Checklist::build()
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (int at = 0; at < m_entry.steps.size(); ++at) {
        auto *box = new QCheckBox(shown(m_entry.steps[at]), this);
        connect(box, &QCheckBox::clicked, this, [this, at](bool done) { tick(at, done); });
        m_flow->addWidget(box);
        m_boxes.append(box);
    }
    setVisible(!m_boxes.isEmpty());
}

void Checklist::tick(int step, bool done)
{
    const auto words = m_entry.steps.value(step);
    m_pending.insert(words, done);
    refresh();
    Q_EMIT ticked(m_entry.id, words, done);
}

const StepTick *Checklist::tickOf(const QString &step) const
{
    const auto found = std::ranges::find_if(m_ticks, [&](const StepTick &tick) {
        return tick.entry == m_entry.id && tick.step == step;
    });
    return found == m_ticks.cend() ? nullptr : &*found;
}

void Checklist::refresh()
{
    m_title->setPlainText(tr("Steps for “%1” · %2").arg(
        visibleText(m_entry.question, longestTitle), progress()));
    for (int at = 0; at < m_boxes.size(); ++at) {
        const auto &step = m_entry.steps[at];
        const auto *tick = tickOf(step);
        if (m_pending.contains(step) && m_pending.value(step) == (tick != nullptr))
            m_pending.remove(step);
        auto *box = m_boxes[at];
        const bool waits = m_pending.contains(step);
        box->setChecked(waits ? m_pending.value(step) : tick != nullptr);
        box->setEnabled(m_open && !waits);
        box->setToolTip(tick ? doneBy(*tick) : QString());
        box->setAccessibleName(tr("Step %1 of %2: %3").arg(at + 1).arg(m_boxes.size()).arg(step));
        box->setAccessibleDescription(box->toolTip());
    }
}

void Checklist::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
