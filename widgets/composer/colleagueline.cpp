// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/colleagueline.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 16;
constexpr int longestGhost = 120;
constexpr qsizetype mostNamed = 4;

QString markOf(const Presence &person)
{
    const auto name = visibleText(person.name, longestName);
    if (person.editing)
        return ColleagueLine::tr("✎ %1 is writing").arg(name);
    return person.status == AgentStatus::Away ? ColleagueLine::tr("◌ %1 has it open, away").arg(name)
                                              : ColleagueLine::tr("◉ %1 is looking").arg(name);
}

QString ghostOf(const Draft &draft)
{
    return ColleagueLine::tr("%1: %2").arg(visibleText(draft.author.name, longestName),
                                           visibleText(draft.text, longestGhost));
}

} // namespace

ColleagueLine::ColleagueLine(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_people(new PlainLabel(host, {}, TextRole::Caption, ColorRole::AgentFg, this)),
      m_ghost(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_use(new ActionButton(host, ButtonKind::Quiet, tr("Use it"), this))
{
    m_use->setButtonSize(ButtonSize::Small);
    m_use->setAccessibleName(tr("Put the colleague's words into the reply"));
    connect(m_use, &ActionButton::clicked, this, &ColleagueLine::useFirst);
    m_ghost->setFlow(PlainLabel::Flow::Wrapped);
    m_ghost->setAccessibleDescription(tr("A colleague's unfinished reply; nobody has sent it"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, 4, space::x4, 4);
    column->setSpacing(2);
    column->addWidget(m_people);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x2);
    row->addWidget(m_ghost, 1);
    row->addWidget(m_use, 0, Qt::AlignTop);
    column->addLayout(row);
    setColleagues({}, {});
}

void ColleagueLine::setColleagues(const QList<Presence> &here, const QList<Draft> &drafts)
{
    QStringList marks;
    for (const auto &person : here.first(std::min(here.size(), mostNamed)))
        marks.append(markOf(person));
    if (here.size() > mostNamed)
        marks.append(tr("+%1").arg(here.size() - mostNamed));
    QStringList ghosts;
    for (const auto &draft : drafts.first(std::min<qsizetype>(drafts.size(), 2)))
        ghosts.append(ghostOf(draft));
    m_people->setPlainText(marks.join(u" · "_s));
    m_people->setVisible(!marks.isEmpty());
    m_ghost->setPlainText(ghosts.join(u'\n'));
    m_ghost->setVisible(!ghosts.isEmpty());
    m_first = drafts.value(0).text;
    refreshUse();
    setVisible(!marks.isEmpty() || !ghosts.isEmpty());
}

void ColleagueLine::setUsable(bool usable)
{
    m_usable = usable;
    refreshUse();
}

void ColleagueLine::refreshUse()
{
    m_use->setVisible(m_usable && !m_first.isEmpty());
}

bool ColleagueLine::useFirst()
{
    if (!m_usable || m_first.isEmpty())
        return false;
    Q_EMIT useWanted(m_first);
    return true;
}

QString ColleagueLine::people() const
{
    return m_people->isHidden() ? QString() : m_people->rawText();
}

QString ColleagueLine::ghost() const
{
    return m_ghost->isHidden() ? QString() : m_ghost->rawText();
}

void ColleagueLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), 0, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
