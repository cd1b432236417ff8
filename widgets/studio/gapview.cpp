// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/gapview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/gapdelegate.h"
#include "widgets/studio/studiowords.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype groupsNamed = 8;

} // namespace

GapView::GapView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Knowledge gap"), parent), m_cards(new QWidget(this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_dismiss(new ActionButton(host, ButtonKind::Secondary, tr("Dismiss"), this)),
      m_nearest(new ActionButton(host, ButtonKind::Secondary, tr("Add to the nearest entry"), this)),
      m_write(new ActionButton(host, ButtonKind::Primary, tr("Write an entry"), this))
{
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    m_nearest->setToolTip(tr("The questions become similar questions of that entry"));
    m_write->setGlyph(Icon::Plus);
    body().addCard(m_cards);
    body().addCard(m_problem);
    addToFoot(m_dismiss);
    addFootStretch();
    addToFoot(m_nearest);
    addToFoot(m_write);
    connect(m_dismiss, &ActionButton::clicked, this, [this] {
        if (isDismissed())
            Q_EMIT reopened(gap());
        else
            Q_EMIT dismissed(gap());
    });
    connect(m_nearest, &ActionButton::clicked, this, [this] { Q_EMIT addedToNearest(m_row.gap); });
    connect(m_write, &ActionButton::clicked, this, [this] { Q_EMIT entryWritten(m_row.gap); });
}

void GapView::open(const GapRow &row, const QString &by)
{
    m_row = row;
    m_by = by;
    m_dismiss->setText(isDismissed() ? tr("List it again") : tr("Dismiss"));
    m_dismiss->setToolTip(isDismissed() ? tr("It stands among the open gaps again")
                                        : tr("It is listed no more, also when it is asked again"));
    m_dismiss->updateGeometry();
    setTitle(tr("Knowledge gap"), visibleText(row.gap.samples.value(0).text, 60));
    setProblem({});
    qDeleteAll(m_cards->findChildren<Card *>(Qt::FindDirectChildrenOnly));
    addFacts();
    addQuestions();
    setWritable(m_writable);
    body().ensureVisible(0, 0);
}

void GapView::addFacts()
{
    auto *card = new Card(host(), tr("Asked %n time(s) without an answer", nullptr, m_row.count),
                          m_cards);
    const auto add = [&](const QString &text) {
        auto *line = new PlainLabel(host(), text, TextRole::Ui, ColorRole::TextSecondary, card);
        line->setFlow(PlainLabel::Flow::Wrapped);
        card->content()->addWidget(line);
    };
    auto names = m_row.groupNames.first(std::min(groupsNamed, m_row.groupNames.size()));
    if (names.size() < m_row.groupNames.size())
        names.append(u"…"_s);
    add(tr("In: %1").arg(names.join(u"、"_s)));
    add(tr("First %1, last %2").arg(dayClockText(m_row.gap.firstAt), dayClockText(m_row.gap.lastAt)));
    add(nearestText(m_row.gap));
    if (isDismissed())
        add(m_by.isEmpty() ? tr("Dismissed") : tr("Dismissed by %1").arg(visibleText(m_by, 24)));
    m_cards->layout()->addWidget(card);
}

void GapView::addQuestions()
{
    auto *card = new Card(host(), tr("What was asked"), m_cards);
    for (const auto &sample : m_row.gap.samples) {
        auto *words = new PlainLabel(host(), sample.text, TextRole::Ui, ColorRole::TextPrimary, card);
        words->setFlow(PlainLabel::Flow::Wrapped);
        card->content()->addWidget(words);
    }
    m_cards->layout()->addWidget(card);
}

void GapView::setWritable(bool writable)
{
    m_writable = writable;
    m_dismiss->setEnabled(writable);
    m_write->setEnabled(writable);
    m_nearest->setEnabled(writable && !m_row.gap.nearest.isEmpty());
}

void GapView::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace quntai
