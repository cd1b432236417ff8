// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/correctionview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/compareview.h"
#include "widgets/studio/studiowords.h"

namespace quntai {

using namespace Qt::StringLiterals;

CorrectionView::CorrectionView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Correction"), parent), m_cases(new QWidget(this)),
      m_compare(new CompareView(host, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_undo(new ActionButton(host, ButtonKind::Secondary, tr("Undo the correction"), this)),
      m_adjust(new ActionButton(host, ButtonKind::Secondary, tr("Adjust"), this)),
      m_accept(new ActionButton(host, ButtonKind::Primary, tr("Accept"), this))
{
    auto *column = new QVBoxLayout(m_cases);
    column->setContentsMargins(0, 0, 0, 0);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    m_undo->setGlyph(Icon::Undo);
    m_adjust->setGlyph(Icon::Edit);
    m_accept->setGlyph(Icon::Check);
    body().addCard(m_cases);
    body().addCard(m_compare);
    body().addCard(m_problem);
    addToFoot(m_undo);
    addFootStretch();
    addToFoot(m_adjust);
    addToFoot(m_accept);
    connect(m_undo, &ActionButton::clicked, this,
            [this] {
                auto before = m_correction.before;
                before.id = m_correction.entry;
                Q_EMIT undoWanted(before, m_version);
            });
    connect(m_adjust, &ActionButton::clicked, this,
            [this] { Q_EMIT adjustWanted(m_correction.entry); });
    connect(m_accept, &ActionButton::clicked, this,
            [this] { Q_EMIT accepted(m_correction.entry, m_version); });
}

void CorrectionView::addCase(const CorrectionCase &one, const QString &wrong, const QString &who)
{
    auto *card = new Card(host(), tr("%1 · %2 · v%3")
                                      .arg(visibleText(who, 24), dayClockText(one.at))
                                      .arg(one.version),
                          m_cases);
    const auto add = [&](const QString &name, const QString &text, ColorRole color) {
        card->content()->addWidget(
            new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextTertiary, card));
        auto *words = new PlainLabel(host(), text, TextRole::Ui, color, card);
        words->setFlow(PlainLabel::Flow::Wrapped);
        card->content()->addWidget(words);
    };
    if (!one.question.isEmpty())
        add(tr("The customer asked"), one.question, ColorRole::TextPrimary);
    add(tr("The bot answered"),
        wrong.isEmpty() ? tr("The message is no longer at hand; the old answer stands below")
                        : wrong.left(2000),
        wrong.isEmpty() ? ColorRole::TextTertiary : ColorRole::TextPrimary);
    QStringList faults;
    for (const auto &fault : one.faults)
        faults.append(faultName(fault));
    if (!faults.isEmpty())
        add(tr("What was wrong"), faults.join(u"、"_s), ColorRole::WarningFg);
    m_cases->layout()->addWidget(card);
}

void CorrectionView::open(const Correction &correction, const Entry &now,
                          const QHash<MessageId, QString> &wrong,
                          const QHash<UserId, QString> &names)
{
    m_correction = correction;
    m_version = now.version;
    setTitle(tr("Correction"), visibleText(now.question, 60));
    setProblem({});
    qDeleteAll(m_cases->findChildren<Card *>(Qt::FindDirectChildrenOnly));
    for (auto one = correction.cases.crbegin(); one != correction.cases.crend(); ++one)
        addCase(*one, wrong.value(one->corrects), names.value(one->by, one->by.value));
    const bool fresh = correction.before.version == 0;
    m_compare->setTitles(fresh ? tr("There was no entry")
                               : tr("Before, v%1").arg(correction.before.version),
                         tr("Now, v%1").arg(now.version));
    m_compare->showEntries(correction.before, now);
    m_undo->setToolTip(fresh ? tr("The new entry is retired")
                             : tr("v%1 is written back as v%2")
                                   .arg(correction.before.version)
                                   .arg(now.version + 1));
    body().ensureVisible(0, 0);
}

void CorrectionView::setWritable(bool writable)
{
    for (auto *button : {m_undo, m_adjust, m_accept})
        button->setEnabled(writable);
}

void CorrectionView::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace quntai
