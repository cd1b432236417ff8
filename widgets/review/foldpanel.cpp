// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/foldpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/contextwords.h"
#include "widgets/review/foldlist.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString whyText(const FoldSample &sample)
{
    QStringList parts{addresseeName(sample.addressee)};
    for (const auto &code : sample.why)
        parts.append(addressingWord(code));
    return parts.join(u" · "_s);
}

} // namespace

FoldPanel::FoldPanel(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_where(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_text(new PlainLabel(host, {}, TextRole::Message, ColorRole::TextPrimary, this)),
      m_why(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_counts(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_body(new QWidget(this)),
      m_nothing(new PlainLabel(host, tr("Nothing to check. Each day a few of the messages the bot "
                                        "folded away are drawn; from the next day on they wait "
                                        "here."),
                               TextRole::Ui, ColorRole::TextSecondary, this))
{
    setAccessibleName(tr("Folded message"));
    m_text->setFlow(PlainLabel::Flow::Wrapped);
    m_nothing->setFlow(PlainLabel::Flow::Wrapped);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(space::x2);
    for (auto *line : {m_where, m_text, m_why})
        body->addWidget(line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x5, space::x4, space::x5, space::x4);
    column->setSpacing(space::x3);
    column->addWidget(new PlainLabel(host, tr("Was it right to fold this away?"), TextRole::Title,
                                     ColorRole::TextPrimary, this));
    column->addWidget(m_nothing);
    column->addWidget(m_body);
    column->addWidget(buildButtons());
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(m_counts);
    m_problem->hide();
    setSample(nullptr);
}

QWidget *FoldPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x2);
    const auto button = [&](ButtonKind kind, const QString &text, const QString &keys) {
        auto *made = new ActionButton(host(), kind, text, bar);
        made->setKeyHint(keys);
        row->addWidget(made);
        return made;
    };
    m_right = button(ButtonKind::Secondary, tr("It was right"), u"1"_s);
    m_missed = button(ButtonKind::Secondary, tr("It was missed"), u"2"_s);
    m_undo = button(ButtonKind::Quiet, tr("Take the last back"), u"Ctrl+Z"_s);
    row->addStretch(1);
    m_show = button(ButtonKind::Quiet, tr("Show in its group"), {});
    connect(m_right, &QAbstractButton::clicked, this, [this] { Q_EMIT judged(FoldCheck::Right); });
    connect(m_missed, &QAbstractButton::clicked, this,
            [this] { Q_EMIT judged(FoldCheck::Missed); });
    connect(m_undo, &QAbstractButton::clicked, this, &FoldPanel::undoWanted);
    connect(m_show, &QAbstractButton::clicked, this, &FoldPanel::groupWanted);
    setUndo(false);
    return bar;
}

void FoldPanel::setSample(const FoldSampleRow *row)
{
    m_any = row != nullptr;
    m_body->setVisible(m_any);
    m_nothing->setVisible(!m_any);
    m_show->setVisible(m_any);
    setLocked(m_locked);
    if (!row)
        return;
    const auto &sample = row->sample;
    m_where->setPlainText(QStringList{sample.author.name, row->groupName,
                                      foldedAtText(sample.at)}.join(u" · "_s));
    m_text->setPlainText(sample.text.isEmpty() ? tr("(no words)") : sample.text);
    m_why->setPlainText(tr("Folded because: %1").arg(whyText(sample)));
}

void FoldPanel::setCounts(int waiting, int checked, int missed, int today)
{
    const QStringList parts{tr("%1 to check").arg(waiting), tr("%1 checked").arg(checked),
                            tr("%1 missed").arg(missed),
                            tr("%1 drawn today, to check from tomorrow").arg(today)};
    m_counts->setPlainText(parts.join(u" · "_s));
}

void FoldPanel::setLocked(const QString &why)
{
    m_locked = why;
    for (auto *button : {m_right, m_missed}) {
        button->setEnabled(m_any && why.isEmpty());
        button->setToolTip(why);
    }
}

void FoldPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void FoldPanel::setUndo(bool can)
{
    m_undo->setVisible(can);
}

void FoldPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
