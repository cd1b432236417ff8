// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/checkpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"
#include "widgets/context/confidencebar.h"
#include "widgets/context/factgrid.h"
#include "widgets/context/reasonbars.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** An icon, what was checked, and what came of it. */
class CheckRow : public ThemedWidget
{
public:
    CheckRow(ThemeHost &host, Icon icon, ColorRole color, const QString &what,
             const QString &detail, QWidget *parent)
        : ThemedWidget(host, parent), m_icon(icon), m_color(color)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(component::icon + space::x2, 3, 0, 3);
        column->setSpacing(0);
        for (const bool first : {true, false}) {
            const auto &text = first ? what : detail;
            if (text.isEmpty())
                continue;
            auto *label = new PlainLabel(host, text, TextRole::Caption,
                                         first ? ColorRole::TextPrimary : ColorRole::TextSecondary,
                                         this);
            label->setFlow(PlainLabel::Flow::Wrapped);
            column->addWidget(label);
        }
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        theme().paintIcon(painter, QRect(0, 4, component::icon, component::icon), m_icon, m_color);
    }

private:
    Icon m_icon;
    ColorRole m_color;
};

QString countsText(const QList<TextFault> &faults, TextFault::Kind kind)
{
    QStringList found;
    for (const auto &fault : faults) {
        if (fault.kind == kind)
            found.append(kind == TextFault::Kind::PersonalData
                             ? personalKindName(fault.what)
                             : u"“%1”"_s.arg(visibleText(fault.what, 24)));
    }
    return found.join(u' ');
}

QString holdText(const ReviewSubject &subject)
{
    const auto &row = subject.row;
    if (!subject.aside.isEmpty())
        return CheckPanel::tr("Goes to %1 alone; the group reads it without personal data")
            .arg(visibleText(subject.aside, 24));
    if (row.draft.author.kind == AuthorKind::Agent)
        return CheckPanel::tr("%1 changed the bot's draft; a second person decides")
            .arg(visibleText(row.draft.author.name, 24));
    switch (row.draft.reason) {
    case Reason::ReviewMode: return CheckPanel::tr("Answers in this group are reviewed first");
    case Reason::SensitiveWord: return CheckPanel::tr("The bot's draft has a word that may not be sent");
    case Reason::Privacy: return CheckPanel::tr("The bot's draft has personal data");
    case Reason::HighRisk: return CheckPanel::tr("High risk: a person decides");
    case Reason::Category: return CheckPanel::tr("Answers of this category are reviewed first");
    default: return reasonText({row.draft.reason, 0, {}}, row.topic);
    }
}

QString holdDetail(const DraftRow &row)
{
    if (!row.question || !row.question->verdict)
        return {};
    const auto &reasons = row.question->verdict->reasons;
    const auto part = std::ranges::find(reasons, row.draft.reason, &ReasonPart::reason);
    if (part == reasons.end())
        return {};
    return part->detail == u"stopped"_s ? CheckPanel::tr("The bot is stopped")
                                        : visibleText(reasonDetail(*part), 80);
}

} // namespace

CheckPanel::CheckPanel(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_body(new ScrollColumn(host, ColorRole::SurfaceWindow, this))
{
    build();
}

void CheckPanel::build()
{
    setAccessibleName(tr("Checks"));
    auto *title = new PlainLabel(host(), tr("Checks"), TextRole::Title, ColorRole::TextPrimary, this);
    title->setFixedHeight(layout::header);
    title->setContentsMargins(space::x4, 0, space::x4, 0);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(title);
    all->addWidget(m_body, 1);
    m_body->column()->setSpacing(space::x2);
    m_checks = new Card(host(), tr("Compliance"));
    m_outcome = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::SuccessFg, m_checks);
    m_checks->addHeadWidget(m_outcome);
    m_checks->content()->setSpacing(0);
    m_body->addCard(m_checks);

    m_verdict = new Card(host(), tr("Verdict"));
    m_sum = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextSecondary, m_verdict);
    m_verdict->addHeadWidget(m_sum);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(space::x3);
    m_confidence = new ConfidenceBar(host(), m_verdict);
    m_emotion = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextPrimary, m_verdict);
    numbers->addWidget(m_confidence);
    numbers->addWidget(m_emotion);
    numbers->addStretch(1);
    m_verdict->content()->addLayout(numbers);
    m_reasons = new ReasonBars(host(), m_verdict);
    m_verdict->content()->addWidget(m_reasons);
    m_body->addCard(m_verdict);

    m_source = new Card(host(), tr("Source"));
    m_versions = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextSecondary, m_source);
    m_versions->setFlow(PlainLabel::Flow::Wrapped);
    m_answer = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextPrimary, m_source);
    m_answer->setFlow(PlainLabel::Flow::Wrapped);
    m_open = new ActionButton(host(), ButtonKind::Link, tr("Open in the studio"), m_source);
    m_source->content()->addWidget(m_versions);
    m_source->content()->addWidget(m_answer);
    m_source->content()->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &ActionButton::clicked, this,
            [this] { Q_EMIT entryWanted(m_subject.row.draft.entry); });
    m_body->addCard(m_source);

    m_sending = new Card(host(), tr("How it is sent"));
    m_facts = new FactGrid(host(), m_sending);
    m_sending->content()->addWidget(m_facts);
    m_body->addCard(m_sending);
}

void CheckPanel::setSubject(const ReviewSubject &subject, Instant now)
{
    const bool same = subject == m_subject;
    m_subject = subject;
    if (same)
        return;
    refreshChecks();
    refreshVerdict();
    refreshSource();
    refreshSending(now);
}

void CheckPanel::setFaults(const QList<TextFault> &faults, const QStringList &warnings)
{
    if (faults == m_faults && warnings == m_warnings)
        return;
    m_faults = faults;
    m_warnings = warnings;
    refreshChecks();
}

void CheckPanel::addCheck(Icon icon, ColorRole color, const QString &what, const QString &detail)
{
    auto *row = new CheckRow(host(), icon, color, what, detail, m_checks);
    m_checks->content()->addWidget(row);
    m_rows.append(row);
}

void CheckPanel::addRules()
{
    const auto rule = [this](TextFault::Kind kind, const QString &fine, const QString &bad) {
        const auto found = countsText(m_faults, kind);
        if (found.isEmpty())
            addCheck(Icon::Check, ColorRole::SuccessFg, fine, {});
        else
            addCheck(Icon::Warn, ColorRole::DangerFg, bad, found);
    };
    rule(TextFault::Kind::SensitiveWord, tr("No sensitive words"), tr("Sensitive words"));
    rule(TextFault::Kind::PersonalData, tr("No personal data"), tr("Personal data"));
    for (const auto &fault : std::as_const(m_faults)) {
        if (fault.spans.isEmpty())
            addCheck(Icon::Warn, ColorRole::DangerFg, faultText(fault), {});
    }
    if (!m_warnings.isEmpty())
        addCheck(Icon::Warn, ColorRole::WarningFg, tr("Words to watch; it may be sent"),
                 visibleText(m_warnings.join(u'、'), 80));
}

void CheckPanel::refreshChecks()
{
    for (auto *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    if (m_subject.row.draft.id.isEmpty())
        return;
    m_outcome->setPlainText(m_faults.isEmpty() ? tr("May be sent") : tr("May not be sent"));
    m_outcome->setRole(TextRole::Caption,
                       m_faults.isEmpty() ? ColorRole::SuccessFg : ColorRole::DangerFg);
    addCheck(Icon::Review, ColorRole::WarningFg, holdText(m_subject), holdDetail(m_subject.row));
    addRules();
    if (m_subject.row.sourceChanged)
        addCheck(Icon::Warn, ColorRole::WarningFg, tr("The source has changed since"),
                 tr("Compare with the source below before you send"));
    else if (m_subject.entry)
        addCheck(Icon::Check, ColorRole::SuccessFg, tr("The source is in force"), {});
}

void CheckPanel::refreshVerdict()
{
    const auto &question = m_subject.row.question;
    m_verdict->setVisible(question && question->verdict);
    if (!question || !question->verdict)
        return;
    const auto &verdict = *question->verdict;
    m_confidence->setConfidence(verdict.confidence, verdict.threshold);
    m_emotion->setPlainText(
        tr("Emotion %1").arg(emotionText({verdict.emotion, verdict.emotionTrend})));
    auto weighed = verdict.reasons;
    weighed.removeIf([](const ReasonPart &part) { return part.weight == 0; });
    m_reasons->setVisible(!weighed.isEmpty());
    m_reasons->setReasons(weighed, m_subject.row.topic);
    m_sum->setPlainText(tr("Needs a person %1 of %2")
                            .arg(confidenceText(verdict.escalation),
                                 confidenceText(verdict.escalationThreshold)));
}

void CheckPanel::refreshSource()
{
    const auto &draft = m_subject.row.draft;
    m_source->setVisible(!draft.entry.isEmpty());
    if (!m_subject.entry) {
        m_versions->setPlainText(tr("The entry is gone"));
        m_answer->setPlainText({});
        return;
    }
    const auto &entry = *m_subject.entry;
    const auto title = visibleText(entry.question, 60);
    m_versions->setPlainText(m_subject.row.sourceChanged
                                 ? tr("%1 · used v%2, now v%3").arg(title).arg(draft.entryVersion).arg(entry.version)
                                 : tr("%1 · v%2").arg(title).arg(entry.version));
    m_versions->setRole(TextRole::Caption, m_subject.row.sourceChanged ? ColorRole::WarningFg
                                                                       : ColorRole::TextSecondary);
    m_answer->setPlainText(entry.answer.left(1000));
}

void CheckPanel::refreshSending(Instant now)
{
    m_facts->clear();
    const auto group = visibleText(m_subject.row.groupName, 60);
    m_facts->add(tr("Goes to"), m_subject.memberCount > 0
                                    ? tr("%1 (%n people)", nullptr, m_subject.memberCount).arg(group)
                                    : group);
    m_facts->add(tr("As"), visibleText(m_subject.botName, 40));
    QStringList names;
    for (const auto &name : std::as_const(m_subject.mentions))
        names.append(visibleText(name, 40));
    m_facts->add(tr("Mentions"), names.join(u'、'));
    m_facts->add(tr("Label"), visibleText(m_subject.policy.aiLabel, 40));
    m_facts->add(tr("Budget"), tr("%1 of %2 this minute")
                                   .arg(m_subject.sentInMinute)
                                   .arg(m_subject.policy.budgetPerMinute));
    m_facts->add(tr("When"), m_subject.earliest.isSet()
                                 ? tr("In %1").arg(spanText((m_subject.earliest.ms - now.ms + 999) / 1000))
                                 : tr("At once"));
}

void CheckPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
