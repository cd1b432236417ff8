// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/floweditor.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/flows/flowwords.h"
#include "widgets/flows/yamledit.h"
#include "widgets/studio/editorhead.h"
#include "widgets/studio/problemwords.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

FlowEditor::FlowEditor(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_title(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_chip(new ChipLabel(host, {}, this)),
      m_saved(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_switch(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_save(new ActionButton(host, ButtonKind::Primary, tr("Save"), this)),
      m_more(new IconButton(host, Icon::More, tr("More"), this)),
      m_banner(new InlineBanner(host, this)), m_edit(new YamlEdit(host, this)),
      m_state(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_hint(new PlainLabel(host,
                            tr("Comments are not kept · Ctrl+Space inserts a variable · F8 goes to "
                               "the next problem"),
                            TextRole::Caption, ColorRole::TextTertiary, this))
{
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    column->addWidget(m_edit, 1);
    column->addWidget(buildFoot());
    setTabOrder(m_edit, m_switch);
    setTabOrder(m_switch, m_save);
    setTabOrder(m_save, m_more);
    connect(m_edit, &YamlEdit::edited, this, &FlowEditor::edited);
    connect(m_save, &ActionButton::clicked, this, &FlowEditor::saveWanted);
    connect(m_switch, &ActionButton::clicked, this,
            [this] { Q_EMIT switchWanted(!m_place.flow.enabled); });
    connect(m_more, &IconButton::clicked, this, &FlowEditor::showMore);
    connect(m_banner, &InlineBanner::actionTriggered, this, &FlowEditor::bannerAction);
    refresh();
}

QWidget *FlowEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = layOutEditorHead(head, m_title, m_chip, m_saved);
    m_save->setKeyHint(u"Ctrl+S"_s);
    row->addWidget(m_switch);
    row->addWidget(m_save);
    row->addWidget(m_more);
    return head;
}

QWidget *FlowEditor::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(space::x4, space::x2, space::x4, space::x2);
    column->setSpacing(2);
    m_state->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(m_state);
    column->addWidget(m_hint);
    return foot;
}

void FlowEditor::load(const QString &text)
{
    m_edit->setYaml(text);
    setProblem({});
}

QString FlowEditor::text() const
{
    return m_edit->yaml();
}

void FlowEditor::setPlace(const FlowPlace &place)
{
    m_place = place;
    refresh();
}

void FlowEditor::setReading(const FlowReading &reading)
{
    m_edit->setProblems(reading.problems);
    m_edit->setVariables(variablesOf(reading.flow.value_or(m_place.flow)));
    if (reading.problems.isEmpty()) {
        m_state->setPlainText(tr("Nothing is wrong with it"));
    } else {
        const auto &first = reading.problems.constFirst();
        const auto words = tr("Line %1: %2").arg(first.line).arg(flowProblemText(first.message));
        const auto more = int(reading.problems.size()) - 1;
        m_state->setPlainText(more == 0 ? words
                                        : tr("%1 · and %n more", nullptr, more).arg(words));
    }
    m_state->setRole(TextRole::Caption, reading.problems.isEmpty() ? ColorRole::TextSecondary
                                                                   : ColorRole::DangerFg);
}

void FlowEditor::refresh()
{
    const bool readOnly = !m_place.readOnlyWhy.isEmpty();
    const bool isKnown = m_place.flow.version > 0;
    const bool can = !readOnly && m_place.online && !m_place.busy;
    m_title->setPlainText(visibleText(m_place.title, 60));
    m_chip->setChip(flowChip(m_place.flow));
    m_chip->setVisible(isKnown);
    m_saved->setPlainText(readOnly          ? m_place.readOnlyWhy
                          : m_place.dirty   ? tr("Kept on this computer, not saved yet")
                                            : m_place.saved);
    m_edit->setReadOnly(readOnly);
    m_switch->setText(m_place.flow.enabled ? tr("Switch off") : tr("Switch on"));
    m_switch->updateGeometry();
    m_switch->setVisible(isKnown && !readOnly);
    m_switch->setEnabled(can && !m_place.dirty);
    m_switch->setToolTip(m_place.dirty ? tr("Save or throw away what you wrote first") : QString());
    m_save->setVisible(!readOnly);
    m_save->setEnabled(can && m_place.dirty && m_place.valid);
    m_save->setToolTip(!m_place.online ? tr("The backend cannot be reached")
                       : !m_place.valid ? tr("Nothing is sent while something is wrong with it")
                                        : QString());
    m_more->setVisible(!readOnly);
    m_hint->setVisible(!readOnly);
}

void FlowEditor::showMore()
{
    const bool can = m_place.online && !m_place.busy;
    const bool isOfFile = !m_place.flow.source.isEmpty();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Throw away what was not saved"), this, &FlowEditor::discardWanted)
        ->setEnabled(m_place.dirty);
    menu->addSeparator();
    const auto words = isOfFile ? tr("Remove: it stands in %1, remove it there")
                                      .arg(visibleText(m_place.flow.source, 40))
                                : tr("Remove the flow");
    menu->addAction(words, this, &FlowEditor::removeWanted)
        ->setEnabled(can && m_place.flow.version > 0 && !isOfFile && !m_place.dirty);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void FlowEditor::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void FlowEditor::showBanner(bool warning, const QString &title, const QString &text,
                            const QString &action)
{
    m_banner->showMessage(warning ? InlineBanner::Kind::Warning : InlineBanner::Kind::Info, title,
                          text);
    m_banner->setAction(action);
}

void FlowEditor::hideBanner()
{
    m_banner->hide();
}

void FlowEditor::focusText()
{
    m_edit->setFocus();
}

void FlowEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
