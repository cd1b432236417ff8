// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/kpistrip.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"
#include "widgets/wall/kpibutton.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

KpiStrip::KpiStrip(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    const std::array<std::pair<QString, QString>, count> words{{
        {tr("Open topics"), tr("Topics that have not ended, in the groups you may see. Press to "
                               "show every group.")},
        {tr("Needs a person"), tr("Topics that wait for a person, and those in review or with a "
                                  "reason to look. Press to show their groups.")},
        {tr("Oldest unanswered"), tr("The question that has waited longest for any answer. Press "
                                     "to go to its group.")},
        {tr("Solved by the bot"), tr("Of the topics that ended today, those that were resolved and "
                                     "that nobody ever took over.")},
        {tr("First response"), tr("Median from the escalation to the first words of a person. Only "
                                  "of topics escalated since this console watches; the report "
                                  "knows all.")},
        {tr("Emotion warnings"), tr("Open topics above the alert line of their group. Press to "
                                    "sort by emotion.")},
    }};
    setFixedHeight(layout::kpiStrip);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        const auto &[label, definition] = words[size_t(i)];
        auto *button = new KpiButton(host, label, definition, this);
        button->setPressable(i != ByBot && i != Response);
        row->addWidget(button, 1);
        m_buttons[size_t(i)] = button;
        if (i != ByBot && i != Response)
            connect(button, &QAbstractButton::clicked, this,
                    [this, i] { Q_EMIT chosen(Figure(i)); });
    }
    m_buttons[Open]->setFocusPolicy(Qt::StrongFocus);
    setFigures({}, {});
}

void KpiStrip::setFigures(const WallFigures &figures, Instant now)
{
    const auto number = [](int n) { return QString::number(n); };
    m_buttons[Open]->setFigure(number(figures.open), tr("bot %1 · people %2")
                                                         .arg(figures.open - figures.held)
                                                         .arg(figures.held));
    const auto left = (figures.firstDue.ms - now.ms) / 1000;
    const auto most = !figures.firstDue.isSet() ? tr("%1 to look at").arg(figures.toLookAt)
        : left < 0 ? tr("most pressing %1 over").arg(spanText(-left))
                   : tr("most pressing %1 left").arg(spanText(left));
    const int needed = figures.needPerson + figures.toLookAt;
    m_buttons[NeedPerson]->setFigure(number(needed), most,
                                     figures.needPerson > 0 ? ColorRole::DangerFg
                                                            : ColorRole::TextPrimary);
    const bool waits = figures.oldestSince.isSet();
    m_buttons[Oldest]->setFigure(
        waits ? spanText((now.ms - figures.oldestSince.ms) / 1000) : tr("none"),
        waits ? figures.oldestName : tr("every question is answered"));
    const auto &ended = figures.ended;
    m_buttons[ByBot]->setFigure(
        ended.all > 0 ? u"%1%"_s.arg(100.0 * ended.byBot / ended.all, 0, 'f', 1) : u"–"_s,
        tr("today %1 / %2 topics").arg(ended.byBot).arg(ended.all));
    const bool seen = figures.responseMs >= 0;
    m_buttons[Response]->setFigure(seen ? spanText(figures.responseMs / 1000) : u"–"_s,
                                   tr("%1 seen since %2")
                                       .arg(figures.responses)
                                       .arg(figures.responsesSince.isSet()
                                                ? clockText(figures.responsesSince)
                                                : u"–"_s));
    m_buttons[Upset]->setFigure(number(figures.upset), tr("%1 still rising").arg(figures.rising),
                                figures.upset > 0 ? ColorRole::WarningFg : ColorRole::TextPrimary);
}

void KpiStrip::setUnknown()
{
    for (auto *button : m_buttons)
        button->setFigure(u"–"_s, tr("being read…"));
}

void KpiStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
    for (int i = 1; i < count; ++i)
        paintVLine(painter, m_buttons[size_t(i)]->x(), 0, height() - 1,
                   theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
