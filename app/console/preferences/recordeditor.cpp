// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/recordeditor.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWidth = 640;

} // namespace

RecordEditor::RecordEditor(ThemeHost &host, std::function<const State &()> state,
                           const QString &saveWords, QWidget *parent)
    : ScrollColumn(host, ColorRole::SurfaceBase, parent), m_theme(host), m_state(std::move(state)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg)),
      m_save(new ActionButton(host, ButtonKind::Primary, saveWords))
{
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_save->setKeyHint(u"Ctrl+S"_s);
    connect(m_save, &ActionButton::clicked, this, &RecordEditor::save);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &RecordEditor::save);
}

QVBoxLayout *RecordEditor::addRows()
{
    auto *body = new QWidget(this);
    body->setMaximumWidth(mostWidth);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::x3);
    auto *beside = new QHBoxLayout;
    beside->addWidget(body, 1000);
    beside->addStretch(1);
    column()->setContentsMargins(0, space::x2, space::x3, space::x4);
    column()->insertLayout(0, beside);
    return rows;
}

QWidget *RecordEditor::field(const QString &name, QWidget *control, const QString &about)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(new PlainLabel(m_theme, name, TextRole::Caption, ColorRole::TextSecondary));
    // A button is as wide as its words, its label is not.
    column->addWidget(control, 0, qobject_cast<ActionButton *>(control) ? Qt::AlignLeft
                                                                        : Qt::Alignment());
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    control->setAccessibleDescription(about);
    if (auto *line = qobject_cast<QLineEdit *>(control); line && !about.isEmpty())
        line->setPlaceholderText(about);
    return whole;
}

void RecordEditor::follow(QLineEdit *line)
{
    connect(line, &QLineEdit::textChanged, this, &RecordEditor::edited);
    connect(line, &QLineEdit::returnPressed, this, &RecordEditor::save);
}

void RecordEditor::edited()
{
    if (m_loading)
        return;
    setProblem({});
    refresh();
}

void RecordEditor::load(const std::function<void()> &fill)
{
    m_loading = true;
    fill();
    m_loading = false;
    setProblem({});
    refresh();
}

void RecordEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    lock(readOnly);
    refresh();
}

void RecordEditor::setSaving(bool saving)
{
    m_saving = saving;
    refresh();
}

void RecordEditor::setProblem(const QString &problem, const QString &field)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (auto *control = controlOf(field))
        control->setFocus();
}

void RecordEditor::save()
{
    if (m_readOnly || m_saving || !isDirty())
        return;
    if (const auto why = whyNotSave(); !why.isEmpty())
        setProblem(why);
    else
        send();
}

void RecordEditor::refreshSave(const QString &words, const QString &unchanged)
{
    const bool dirty = isDirty();
    m_save->setVisible(!m_readOnly);
    m_save->setEnabled(!m_saving && dirty);
    m_save->setText(words);
    m_save->setToolTip(dirty ? QString() : unchanged);
}

} // namespace quntai
