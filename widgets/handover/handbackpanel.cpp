// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/handbackpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/shiftsummary.h"

#include <QHBoxLayout>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSentences = 12;
constexpr int longestSentence = 160;

QString consequence(const Topic &topic, const QString &botName, const QList<int> &others)
{
    const auto bot = visibleText(botName, 24);
    const auto lane = laneLetter(topic.lane);
    if (others.isEmpty())
        return HandBackPanel::tr("%1 answers topic %2 again and reads this first.").arg(bot, lane);
    QStringList letters;
    for (const int other : others)
        letters.append(laneLetter(other));
    return HandBackPanel::tr("%1 answers topic %2 again and reads this first; it goes on with %3.")
        .arg(bot, lane, letters.join(u'、'));
}

/** Open promises first, then what was said. */
QString prefill(const QList<MessagePtr> &messages, const QList<Promise> &promises)
{
    QStringList lines;
    for (const auto &promise : promises)
        lines.append(HandBackPanel::tr("Promised: %1").arg(promiseLine(promise, {})));
    if (const auto said = saidByAgents(messages); !said.isEmpty())
        lines.append(said);
    return lines.join(u'\n').left(HandBackPanel::longestSummary);
}

} // namespace

QString saidByAgents(const QList<MessagePtr> &messages)
{
    static const QRegularExpression ends(u"(?<=[。！？!?])|\\n"_s);
    QStringList sentences;
    for (const auto &message : messages) {
        if (message->author.kind != AuthorKind::Agent || message->internal
            || message->delivery == Delivery::Recalled || message->delivery == Delivery::Failed)
            continue;
        for (const auto &sentence : cleanedText(message->text).split(ends, Qt::SkipEmptyParts)) {
            const auto words = sentence.trimmed();
            if (words.size() > 1 && !sentences.contains(words))
                sentences.append(words.first(std::min<qsizetype>(words.size(), longestSentence)));
        }
    }
    return sentences.mid(std::max<qsizetype>(0, sentences.size() - mostSentences)).join(u'\n');
}

HandBackPanel::HandBackPanel(ThemeHost &host, QWidget *parent)
    : AnchoredPopup(host, tr("Hand back to the bot"), parent),
      m_consequence(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_promises(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this)),
      m_summary(new ReplyEdit(host, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, tr("Hand back"), this))
{
    m_consequence->setFlow(PlainLabel::Flow::Wrapped);
    m_promises->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_summary->setAccessibleName(tr("What was said and promised"));
    m_summary->setPlaceholderText(tr("What was said and promised"));
    m_summary->setFrameShape(QFrame::StyledPanel);
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_send);
    for (QWidget *part : std::initializer_list<QWidget *>{m_consequence, m_promises, m_summary,
                                                          m_problem})
        content()->addWidget(part);
    content()->addLayout(foot);
    connect(m_summary, &ReplyEdit::submitted, this, &HandBackPanel::submit);
    connect(m_send, &ActionButton::clicked, this, &HandBackPanel::submit);
    setProblem({});
}

void HandBackPanel::open(const Topic &topic, const QList<MessagePtr> &messages,
                         const QString &botName, const QList<int> &others, QWidget *anchor,
                         const QList<Promise> &promises)
{
    // Only what a person changed is worth keeping; an untouched summary is made anew.
    if (!m_topic.id.isEmpty() && summary() != m_prefilled)
        m_texts.insert(m_topic.id, summary());
    m_topic = topic;
    m_prefilled = prefill(messages, promises);
    m_promises->setPlainText(tr("%n promise(s) are open. The bot knows them and says nothing against "
                                "them; it reminds people when they are due.",
                                nullptr, int(promises.size())));
    m_promises->setVisible(!promises.isEmpty());
    m_summary->setPlainText(m_texts.value(topic.id, m_prefilled));
    m_consequence->setPlainText(consequence(topic, botName, others));
    setProblem({});
    openAbove(anchor);
}

QString HandBackPanel::summary() const
{
    return m_summary->toPlainText().trimmed();
}

void HandBackPanel::sent(const TopicId &topic)
{
    m_texts.remove(topic);
    if (topic != m_topic.id)
        return;
    m_summary->clear();
    m_topic = {};
    dismiss();
}

void HandBackPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QWidget *HandBackPanel::firstField() const
{
    return m_summary;
}

void HandBackPanel::submit()
{
    if (summary().size() > longestSummary)
        setProblem(tr("The summary is too long. Shorten it to %1 characters.").arg(longestSummary));
    else
        Q_EMIT submitted(m_topic.id, summary());
}

} // namespace quntai
