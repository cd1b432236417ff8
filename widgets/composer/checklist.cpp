// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/checklist.h"

#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 16;
constexpr int longestTitle = 40;
constexpr int between = 2;   // the head and the lines of steps

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
      m_nextBox(new QCheckBox(this)), m_fold(new IconButton(host, Icon::Down, {}, this)),
      m_all(new QWidget(this)), m_flow(new FlowLayout(space::x3, between, m_all))
{
    m_fold->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x3);
    head->addWidget(m_title);
    head->addWidget(m_nextBox);
    head->addStretch(1);
    head->addWidget(m_fold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x2, space::x3, 0);
    column->setSpacing(between);
    column->addLayout(head);
    column->addWidget(m_all);
    setAccessibleName(tr("Steps"));
    connect(m_nextBox, &QCheckBox::clicked, this, [this](bool done) { tick(nextStep(), done); });
    connect(m_fold, &IconButton::clicked, this, [this] {
        m_opened = !m_opened;
        refreshFold();
        Q_EMIT foldChanged();
    });
    hide();
    refreshFold();
}

void Checklist::setSteps(const TopicId &topic, const Entry &entry, const QList<StepTick> &ticks)
{
    const bool isOther = topic != m_topic || entry.id != m_entry.id;
    if (isOther) {
        m_pending.clear();
        m_opened = false;
    }
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
        auto *box = new QCheckBox(shown(m_entry.steps[at]), m_all);
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

/** The first one neither done nor clicked; -1: none is left. */
int Checklist::nextStep() const
{
    for (int at = 0; at < m_entry.steps.size(); ++at) {
        const auto &step = m_entry.steps.at(at);
        if (!m_pending.value(step, tickOf(step) != nullptr))
            return at;
    }
    return -1;
}

void Checklist::refresh()
{
    m_title->setPlainText(tr("Steps for “%1” · %2").arg(
        visibleText(m_entry.question, longestTitle), progress()));
    for (int at = 0; at < m_boxes.size(); ++at)
        refreshBox(*m_boxes[at], at);
    if (const int next = nextStep(); next >= 0) {
        m_nextBox->setText(shown(m_entry.steps.at(next)));
        refreshBox(*m_nextBox, next);
    }
    refreshFold();
}

void Checklist::refreshBox(QCheckBox &box, int at)
{
    const auto &step = m_entry.steps[at];
    const auto *tick = tickOf(step);
    if (m_pending.contains(step) && m_pending.value(step) == (tick != nullptr))
        m_pending.remove(step);
    const bool waits = m_pending.contains(step);
    box.setChecked(waits ? m_pending.value(step) : tick != nullptr);
    box.setEnabled(m_open && !waits);
    box.setToolTip(tick ? doneBy(*tick) : QString());
    box.setAccessibleName(tr("Step %1 of %2: %3").arg(at + 1).arg(m_boxes.size()).arg(step));
    box.setAccessibleDescription(box.toolTip());
}

void Checklist::setScarce(bool scarce)
{
    if (std::exchange(m_scarce, scarce) != scarce)
        refreshFold();
}

void Checklist::fold()
{
    if (std::exchange(m_opened, false))
        refreshFold();
}

void Checklist::refreshFold()
{
    const bool folded = isFolded();
    m_fold->setVisible(m_scarce);
    // Hidden with its focus, a box would hand it on to whatever comes next.
    if (folded && m_all->isAncestorOf(QApplication::focusWidget()))
        m_fold->setFocus();
    m_all->setVisible(!folded);
    m_nextBox->setVisible(folded && nextStep() >= 0);
    m_fold->setGlyph(folded ? Icon::Down : Icon::Up);
    m_fold->setName(folded ? tr("Show all steps") : tr("Fold the steps"));
}

int Checklist::heightFolded() const
{
    const int head = std::max(m_fold->sizeHint().height(), m_nextBox->sizeHint().height());
    return space::x2 + head;
}

int Checklist::heightUnfolded(int width) const
{
    const int inner = width - space::x4 - space::x3;
    const int head = m_scarce ? m_fold->sizeHint().height() : m_title->sizeHint().height();
    return space::x2 + head + between + m_flow->heightForWidth(inner);
}

void Checklist::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
