// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/noticedcard.h"

#include "widgets/common/plainlabel.h"
#include "widgets/report/reportwords.h"

#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** "2.5" for 25 permille. */
QString tenths(int permille)
{
    return QString::number(permille / 10.0, 'f', 1);
}

} // namespace

NoticedCard::NoticedCard(ThemeHost &host, QWidget *parent)
    : ReportCard(host, tr("Folded messages that were missed"),
                 tr("Each day a random sample of the messages the bot folded away is checked by "
                    "people. The rate is estimated from it for all folded messages, each day "
                    "weighing as much as was folded in it; in brackets the 95 % interval."),
                 parent),
      m_rate(line(TextRole::Title, ColorRole::TextPrimary)),
      m_basis(line(TextRole::Caption, ColorRole::TextSecondary)),
      m_spreads(line(TextRole::Caption, ColorRole::TextSecondary))
{
    auto *lines = new QWidget(this);
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(space::x4, 0, space::x4, space::x3);
    column->setSpacing(space::x2);
    for (auto *one : {m_rate, m_basis, m_spreads})
        column->addWidget(one);
    column->addStretch(1);
    setContent(lines);
    setFigures({}, 0);
}

PlainLabel *NoticedCard::line(TextRole font, ColorRole color)
{
    auto *label = new PlainLabel(host(), {}, font, color, this);
    label->setFlow(PlainLabel::Flow::Wrapped);
    return label;
}

QString NoticedCard::missRateText(const FoldFigures &folds)
{
    if (folds.checked == 0)
        return u"–"_s;
    return tr("%1 % (%2–%3 %)").arg(tenths(folds.rate), tenths(folds.low), tenths(folds.high));
}

void NoticedCard::setFigures(const FoldFigures &folds, int spreads)
{
    m_rate->setPlainText(missRateText(folds));
    m_basis->setPlainText(tr("%1 folded, %2 drawn, %3 checked, %4 of them missed")
                              .arg(countText(folds.folded), countText(folds.sampled),
                                   countText(folds.checked), countText(folds.missed)));
    m_spreads->setPlainText(spreads > 0 ? tr("Anger spread in a group %n time(s)", nullptr, spreads)
                                        : tr("Anger spread in no group"));
}

} // namespace quntai
