// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/compareview.h"

#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/studiowords.h"

#include <QGridLayout>
#include <QLocale>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString restOf(const Entry &entry)
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    QStringList lines{CompareView::tr("Category: %1").arg(entry.category),
                      CompareView::tr("Risk: %1").arg(entry.risk == Risk::High
                                                          ? CompareView::tr("high")
                                                          : CompareView::tr("low"))};
    if (!entry.tags.isEmpty())
        lines.append(CompareView::tr("Tags: %1").arg(entry.tags.join(u"、"_s)));
    for (const auto &rule : entry.rules)
        lines.append(CompareView::tr("Rule: %1").arg(lineOfRule(rule, isChinese)));
    for (const auto &slot : entry.slots_)
        lines.append(CompareView::tr("Slot: %1").arg(lineOfSlot(slot, isChinese)));
    if (entry.act != LookupKind::None)
        lines.append(CompareView::tr("Looked up: %1").arg(lookupName(entry.act)));
    if (!entry.fallback.isEmpty())
        lines.append(CompareView::tr("When that gives nothing: %1").arg(entry.fallback));
    for (const auto &step : entry.steps)
        lines.append(CompareView::tr("Step: %1").arg(step));
    return lines.join(u'\n');
}

} // namespace

CompareView::CompareView(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_grid(new QGridLayout(this)),
      m_leftTitle(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_rightTitle(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::x3);
    m_grid->setVerticalSpacing(space::x1);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_leftTitle, 0, 0);
    m_grid->addWidget(m_rightTitle, 0, 1);
    m_question = addField(tr("Question"));
    m_answer = addField(tr("Answer"));
    m_similar = addField(tr("Similar questions"));
    m_rest = addField(tr("Category, risk, tags"));
}

CompareView::Field CompareView::addField(const QString &name)
{
    const int row = m_grid->rowCount();
    Field field{new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextSecondary, this),
                new DiffView(host(), DiffView::Side::Old, tr("%1, before").arg(name), this),
                new DiffView(host(), DiffView::Side::New, tr("%1, after").arg(name), this)};
    m_grid->addWidget(field.name, row, 0, 1, 2);
    m_grid->addWidget(field.left, row + 1, 0, Qt::AlignTop);
    m_grid->addWidget(field.right, row + 1, 1, Qt::AlignTop);
    return field;
}

void CompareView::set(const Field &field, const QString &left, const QString &right, bool always)
{
    const bool seen = always || left != right;
    const auto parts = seen ? wordDiff(left, right) : QList<DiffPart>{};
    field.left->setParts(parts);
    field.right->setParts(parts);
    field.name->setVisible(seen);
    field.left->setVisible(seen);
    field.right->setVisible(seen);
}

void CompareView::setTitles(const QString &left, const QString &right)
{
    m_leftTitle->setPlainText(left);
    m_rightTitle->setPlainText(right);
}

void CompareView::showEntries(const Entry &left, const Entry &right)
{
    set(m_question, left.question, right.question, false);
    set(m_answer, left.answer, right.answer, true);
    set(m_similar, left.similar.join(u'\n'), right.similar.join(u'\n'), false);
    set(m_rest, restOf(left), restOf(right), false);
}

} // namespace quntai
