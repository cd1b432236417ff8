// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/promisepanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int evening = 18;
constexpr int farthestDays = 365;

QDateTime localTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms);
}

} // namespace

PromisePanel::PromisePanel(ThemeHost &host, QWidget *parent)
    : AnchoredPopup(host, tr("Note a promise"), parent), m_text(new ReplyEdit(host, this)),
      m_hasDue(new QCheckBox(tr("Until"), this)), m_due(new QDateTimeEdit(this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_save(new ActionButton(host, ButtonKind::Primary, tr("Keep"), this))
{
    m_text->setAccessibleName(tr("What was promised"));
    m_text->setPlaceholderText(tr("What was promised"));
    m_text->setFrameShape(QFrame::StyledPanel);
    m_text->setMostLines(3);
    m_due->setAccessibleName(tr("Until when"));
    m_due->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_save->setKeyHint(u"Ctrl+Enter"_s);
    auto *when = new QHBoxLayout;
    when->setSpacing(space::x2);
    when->addWidget(m_hasDue);
    when->addWidget(m_due, 1);
    auto *quick = new QHBoxLayout;
    quick->setSpacing(space::x1);
    quick->addWidget(quickButton(tr("Today 18:00"), 0, evening));
    quick->addWidget(quickButton(tr("Tomorrow 18:00"), 1, evening));
    quick->addWidget(quickButton(tr("In 3 days"), 3, evening));
    quick->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_save);
    content()->addWidget(m_text);
    content()->addLayout(when);
    content()->addLayout(quick);
    content()->addWidget(m_problem);
    content()->addLayout(foot);
    connect(m_hasDue, &QCheckBox::toggled, m_due, &QWidget::setEnabled);
    connect(m_text, &ReplyEdit::submitted, this, &PromisePanel::submit);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { setProblem({}); });
    connect(m_save, &ActionButton::clicked, this, &PromisePanel::submit);
    setProblem({});
}

QWidget *PromisePanel::quickButton(const QString &words, int days, int hour)
{
    auto *button = new ActionButton(host(), ButtonKind::Quiet, words, this);
    button->setButtonSize(ButtonSize::Small);
    connect(button, &QAbstractButton::clicked, this, [this, days, hour] {
        m_hasDue->setChecked(true);
        m_due->setDateTime(QDateTime(localTime(m_now).date().addDays(days), QTime(hour, 0)));
    });
    return button;
}

void PromisePanel::open(const Promise &promise, Instant now, QWidget *anchor)
{
    m_promise = promise;
    m_now = now;
    m_text->setPlainText(cleanedText(promise.text).simplified().left(Promise::textLimit));
    const bool isNew = promise.id.isEmpty();
    m_hasDue->setChecked(isNew || promise.due.isSet());
    m_due->setEnabled(m_hasDue->isChecked());
    m_due->setDateTimeRange(localTime(now).addDays(-farthestDays),
                            localTime(now).addDays(farthestDays));
    m_due->setDateTime(promise.due.isSet()
                           ? localTime(promise.due)
                           : QDateTime(localTime(now).date().addDays(1), QTime(evening, 0)));
    setProblem({});
    openAbove(anchor);
}

QString PromisePanel::text() const
{
    return m_text->toPlainText().simplified();
}

Instant PromisePanel::due() const
{
    return m_hasDue->isChecked() ? Instant{m_due->dateTime().toMSecsSinceEpoch()} : Instant{};
}

void PromisePanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QWidget *PromisePanel::firstField() const
{
    return m_text;
}

void PromisePanel::submit()
{
    if (text().isEmpty())
        setProblem(tr("Write what was promised."));
    else if (text().size() > Promise::textLimit)
        setProblem(tr("Shorten it to %1 characters.").arg(Promise::textLimit));
    else if (due().isSet() && due() <= m_now)
        setProblem(tr("This time is over. Choose a later one."));
    else
        Q_EMIT submitted(
            PutPromise{m_promise.group, m_promise.id, m_promise.message, text(), due()});
}

} // namespace quntai
