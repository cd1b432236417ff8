// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/sourcepanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"

#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

SourcePanel::SourcePanel(ThemeHost &host, QWidget *parent)
    : AnchoredPopup(host, tr("Where the answer came from"), parent),
      m_question(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_facts(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_answer(new PlainLabel(host, {}, TextRole::Message, ColorRole::TextPrimary, this)),
      m_close(new ActionButton(host, ButtonKind::Secondary, tr("Close"), this))
{
    for (auto *label : {m_question, m_facts, m_answer}) {
        label->setFlow(PlainLabel::Flow::Wrapped);
        content()->addWidget(label);
    }
    content()->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &ActionButton::clicked, this, &AnchoredPopup::dismiss);
}

void SourcePanel::open(const Entry &entry, QWidget *anchor)
{
    m_question->setPlainText(entry.question);
    auto facts = u"v%1"_s.arg(entry.version);
    if (!entry.category.isEmpty())
        facts += u" · "_s + entry.category;
    m_facts->setPlainText(facts);
    m_answer->setPlainText(entry.answer);
    openAbove(anchor);
}

QWidget *SourcePanel::firstField() const
{
    return m_close;
}

} // namespace quntai
