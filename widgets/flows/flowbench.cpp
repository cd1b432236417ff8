// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/flowbench.h"

#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/botbox.h"
#include "widgets/studio/studiowords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

template <class Id>
void fill(QComboBox &box, const QList<std::pair<Id, QString>> &all, const QString &first)
{
    const QSignalBlocker quiet(box);
    const auto kept = box.currentData().toString();
    box.clear();
    if (!first.isEmpty())
        box.addItem(first, QString());
    for (const auto &[id, name] : all)
        box.addItem(visibleText(name, 40), id.value);
    box.setCurrentIndex(std::max(0, box.findData(kept)));
}

} // namespace

FlowBench::FlowBench(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_group(new QComboBox(this)), m_member(new QComboBox(this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this)),
      m_text(new PlainLabel(host, {}, TextRole::Message, ColorRole::TextPrimary, this)),
      m_notes(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this))
{
    auto *head = new PlainLabel(host, tr("Preview"), TextRole::Title, ColorRole::TextPrimary, this);
    head->setFixedHeight(layout::header);
    head->setContentsMargins(space::x4, 0, space::x3, 0);
    m_text->setFlow(PlainLabel::Flow::Wrapped);
    m_notes->setFlow(PlainLabel::Flow::Wrapped);
    m_box = new BotBox(host, m_text, this);
    m_body->column()->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
    m_body->addCard(field(tr("Group"), m_group));
    m_body->addCard(field(tr("For"), m_member));
    m_body->addCard(m_box);
    m_body->addCard(m_notes);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_body, 1);
    connect(m_group, &QComboBox::currentIndexChanged, this, &FlowBench::groupChanged);
    connect(m_member, &QComboBox::currentIndexChanged, this, &FlowBench::memberChanged);
    showWhyNot(tr("Choose a flow on the left. Nothing is sent and nothing is recorded."));
}

QWidget *FlowBench::field(const QString &name, QComboBox *box)
{
    box->setAccessibleName(name);
    box->view()->setAccessibleName(name);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(
        new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextSecondary, both));
    column->addWidget(box);
    return both;
}

void FlowBench::setGroups(const QList<std::pair<GroupId, QString>> &groups)
{
    fill(*m_group, groups, {});
}

void FlowBench::setMembers(const QList<std::pair<MemberId, QString>> &members)
{
    fill(*m_member, members, tr("The whole group"));
}

GroupId FlowBench::group() const
{
    return {m_group->currentData().toString()};
}

MemberId FlowBench::member() const
{
    return {m_member->currentData().toString()};
}

void FlowBench::setNotes(const QStringList &notes, bool warning)
{
    m_notes->setPlainText(notes.join(u'\n'));
    m_notes->setRole(TextRole::Caption, warning ? ColorRole::WarningFg : ColorRole::TextTertiary);
}

void FlowBench::showPreview(const FlowPreview &preview)
{
    m_box->show();
    m_text->setPlainText(preview.text);
    QStringList notes;
    if (!preview.missing.isEmpty())
        notes.append(tr("It would say nothing: nobody fills %1")
                         .arg(visibleText(preview.missing.join(u"、"_s), 80)));
    if (!preview.refused.isEmpty())
        notes.append(tr("It would say nothing: %1").arg(visibleText(preview.refused, 120)));
    if (!preview.warnings.isEmpty())
        notes.append(tr("A word set warns of it: %1")
                         .arg(visibleText(preview.warnings.join(u"、"_s), 80)));
    if (!preview.meant)
        notes.append(tr("It is not meant for this group"));
    const bool warning = !notes.isEmpty();
    if (preview.next.isSet())
        notes.append(tr("Speaks here next at %1").arg(dayClockText(preview.next)));
    notes.append(tr("Nothing is sent"));
    setNotes(notes, warning);
}

void FlowBench::showWhyNot(const QString &why)
{
    m_box->hide();
    setNotes({why}, false);
}

void FlowBench::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
