// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/draftpanel.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/words.h"
#include "widgets/composer/replyedit.h"
#include "widgets/context/confidencebar.h"
#include "widgets/context/personmark.h"
#include "widgets/review/actionbar.h"
#include "widgets/review/preview.h"
#include "widgets/review/rejectpanel.h"
#include "widgets/review/talkbox.h"

#include <QTextBlock>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 12;

} // namespace

QString DraftPanel::text() const
{
    return m_edit->toPlainText();
}

bool DraftPanel::isChanged() const
{
    return text().trimmed() != m_subject.row.draft.text.trimmed();
}

void DraftPanel::open(const ReviewSubject &subject, const UserId &me, qint64 seen,
                      const QString &written)
{
    m_subject = subject;
    m_me = me;
    m_seen = seen;
    m_gone = false;
    setProblem({});
    closeReject();
    m_opening = true;
    m_edit->setPlainText(written.isEmpty() ? subject.row.draft.text : written);
    m_opening = false;
    showCompare(isChanged() && !written.isEmpty());
    m_body->ensureVisible(0, 0);
    refresh(subject, seen);
    refreshText();
}

void DraftPanel::refresh(const ReviewSubject &subject, qint64 seen)
{
    m_subject = subject;
    m_seen = seen;
    refreshHead();
    refreshTalk();
    refreshSource();
    refreshActions();
}

void DraftPanel::setGone(const QString &what)
{
    m_gone = true;
    closeReject();
    m_banner->showMessage(InlineBanner::Kind::Warning, what,
                          tr("What you wrote is not sent; it stays here to be copied."));
    m_banner->setAction(tr("Next draft"), Icon::Right);
    m_banner->setDismissible(false);
    m_banner->show();
    m_actions->setTimer({}, -1);
    refreshActions();
}

void DraftPanel::setNews(const QString &news)
{
    m_banner->setVisible(!news.isEmpty());
    if (news.isEmpty())
        return;
    m_banner->showMessage(InlineBanner::Kind::Info, news, {});
    m_banner->setAction({});
    m_banner->setDismissible(true);
}

void DraftPanel::setLocked(const QString &why)
{
    m_locked = why;
    refreshActions();
}

void DraftPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void DraftPanel::setMayTakeOver(bool may)
{
    m_actions->setMayTakeOver(may);
}

void DraftPanel::tick(Instant now)
{
    m_now = now;
    if (m_subject.earliest.isSet())
        refreshActions();
    const auto &due = m_subject.row.dueAt;
    if (!due.isSet() || m_gone) {
        m_actions->setTimer({}, -1);
        return;
    }
    const auto left = due.ms - now.ms;
    const auto whole = std::max<qint64>(due.ms - m_subject.row.topic.waitingSince.ms, 1);
    m_actions->setTimer(left >= 0 ? tr("%1 left").arg(spanText(left / 1000))
                                  : tr("%1 late").arg(spanText(-left / 1000)),
                        int(std::clamp<qint64>(left * 1000 / whole, 0, 1000)));
}

void DraftPanel::refreshHead()
{
    AvatarSpec mark;
    mark.name = m_subject.row.groupName;
    mark.shape = AvatarShape::Group;
    m_mark->setPerson(mark);
    m_title->setPlainText(m_subject.row.topic.title);
    const auto group = m_subject.row.groupName;
    m_where->setPlainText(m_subject.mode == BotMode::Review ? tr("%1 · review first").arg(group)
                                                            : group);
}

void DraftPanel::refreshTalk()
{
    m_talk->setTalk(m_subject.talk, m_subject.row.draft.answers,
                    m_subject.newerThan(m_seen, m_me) > 0 ? m_seen : 0);
    m_talkNote->setPlainText(m_subject.beside > 0
                                 ? tr("of this topic; %n other message(s) between not shown",
                                      nullptr, m_subject.beside)
                                 : tr("of this topic"));
    const auto &question = m_subject.row.question;
    const bool known = question && question->verdict;
    m_confidence->setVisible(known);
    m_emotion->setVisible(known);
    m_intent->setPlainText({});
    if (known) {
        const auto &verdict = *question->verdict;
        if (!verdict.candidates.isEmpty())
            m_intent->setPlainText(verdict.candidates.first().title);
        m_confidence->setConfidence(verdict.confidence, verdict.threshold);
        m_emotion->setPlainText(
            tr("Emotion %1").arg(emotionText({verdict.emotion, verdict.emotionTrend})));
    }
    m_why->setChip(reasonChip({m_subject.row.draft.reason, 0, {}}, m_subject.row.topic));
}

void DraftPanel::refreshSource()
{
    const auto &draft = m_subject.row.draft;
    const auto at = clockText(draft.at);
    m_made->setPlainText(draft.author.kind == AuthorKind::Agent
                             ? tr("%1, changed by %2").arg(at, visibleText(draft.author.name, 24))
                             : tr("made at %1").arg(at));
    ChipSpec stale;
    stale.text = tr("Source changed");
    stale.tone = Tone::Warning;
    m_stale->setChip(stale);
    m_stale->setVisible(m_subject.row.sourceChanged);
    if (draft.entry.isEmpty()) {
        m_source->setPlainText(tr("From no entry: the bot asks back"));
        return;
    }
    const auto title = m_subject.entry ? visibleText(m_subject.entry->question, 60)
                                       : tr("an entry that is gone");
    auto source = tr("From %1 v%2").arg(title).arg(draft.entryVersion);
    if (m_subject.confidence > 0)
        source += u"  "_s + confidenceText(m_subject.confidence);
    m_source->setPlainText(source);
}

/** After each change of the text: what it may not say, how the group would see it, the actions. */
void DraftPanel::refreshText()
{
    m_faults = textFaults(m_subject.policy, text());
    // What one member alone gets may have personal data in it.
    if (!m_subject.aside.isEmpty())
        m_faults.removeIf([](const auto &one) { return one.kind == TextFault::Kind::PersonalData; });
    Q_EMIT faultsChanged();
    m_preview->setMessage(m_subject.botName, m_subject.mentions, m_subject.policy.aiLabel, text());
    m_mode->setSegmentEnabled(1, isChanged() || !m_subject.row.draft.before.isEmpty());
    refreshMarks();
    refreshActions();
    m_diffSoon->start();
}

void DraftPanel::refreshDiff()
{
    const auto parts = wordDiff(m_subject.before(), text());
    m_old->setParts(parts);
    m_new->setParts(parts);
    int changed = 0;
    for (const auto &part : parts)
        changed += part.kind == DiffPart::Kind::Same ? 0 : int(part.text.size());
    m_change->setPlainText(changed > 0 ? tr("%n character(s) changed; both texts are kept", nullptr,
                                            changed)
                                       : QString());
}

void DraftPanel::refreshMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &fault : std::as_const(m_faults)) {
        for (const auto &span : fault.spans) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_edit->document());
            mark.cursor.setPosition(span.start);
            mark.cursor.setPosition(span.start + span.length, QTextCursor::KeepAnchor);
            mark.format.setBackground(theme().color(ColorRole::DangerTint));
            mark.format.setForeground(theme().color(ColorRole::DangerFg));
            mark.format.setFontUnderline(true);
            marks.append(mark);
        }
    }
    m_edit->setExtraSelections(marks);
}

QString DraftPanel::obstacle() const
{
    const auto &draft = m_subject.row.draft;
    if (!m_faults.isEmpty())
        return isChanged() ? faultText(m_faults.first())
                           : tr("%1; change it first").arg(faultText(m_faults.first()));
    const bool own = draft.author.kind == AuthorKind::Agent && draft.author.id == m_me.value;
    if (own && m_subject.policy.secondReviewer && !isChanged())
        return tr("You changed it; another person decides");
    return {};
}

QString DraftPanel::consequence() const
{
    const auto group = visibleText(m_subject.row.groupName, 40);
    if (m_actions->main() == ActionBar::Main::Propose)
        return tr("Another person decides before it is sent");
    if (m_subject.earliest.isSet() && m_subject.earliest > m_now)
        return tr("Goes to %1 in %2; cannot be taken back")
            .arg(group, spanText((m_subject.earliest.ms - m_now.ms + 999) / 1000));
    return tr("Goes to %1 at once; cannot be taken back").arg(group);
}

QString DraftPanel::rejection(const QString &letter) const
{
    const auto &topic = m_subject.row.topic;
    if (topic.escalation || topic.lease)
        return tr("Nothing is sent; topic %1 is with people already").arg(letter);
    return topic.waitingSince.isSet() ? tr("Nothing is sent; topic %1 goes to a person").arg(letter)
                                      : tr("Nothing is sent");
}

/** As high as its text, within reason. */
void DraftPanel::fitEdit()
{
    const auto &document = *m_edit->document();
    const int lines = std::clamp(int(document.size().height()), fewestLines, mostLines);
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing()
                           + int(2 * document.documentMargin()) + 2 * m_edit->frameWidth() + 2);
}

void DraftPanel::refreshActions()
{
    using enum ActionBar::Main;
    const int unseen = m_subject.newerThan(m_seen, m_me);
    if (unseen > 0)
        m_actions->setMain(Look, unseen);
    else if (!isChanged())
        m_actions->setMain(Approve);
    else
        m_actions->setMain(m_subject.policy.secondReviewer ? Propose : SendChanged);
    m_actions->setObstacle(obstacle());
    m_actions->setConsequence(consequence());
    m_actions->setLocked(m_gone ? tr("It was dealt with already") : m_locked);
    const auto letter = laneLetter(m_subject.row.topic.lane);
    m_reject->setConsequences(rejection(letter),
                              tr("Nothing is sent, nobody is fetched for topic %1").arg(letter));
    m_sendNote->setPlainText(consequence());
    m_hindrance->setPlainText(m_actions->hindrance());
    m_hindrance->setVisible(!m_gone && !m_actions->hindrance().isEmpty());
}

void DraftPanel::pressMain()
{
    if (!m_actions->isMainEnabled())
        return;
    if (m_actions->main() == ActionBar::Main::Look) {
        m_body->ensureWidgetVisible(m_talk, 0, space::x5);
        Q_EMIT looked();
    } else if (isChanged()) {
        Q_EMIT edited(text().trimmed());
    } else {
        Q_EMIT approved();
    }
}

void DraftPanel::openReject()
{
    if (m_gone || !m_locked.isEmpty())
        return;
    m_reject->open();
    m_actions->hide();
}

void DraftPanel::closeReject()
{
    const bool wasIn = m_reject->isAncestorOf(focusWidget());
    m_reject->hide();
    m_actions->show();
    if (wasIn)
        m_edit->setFocus();
}

void DraftPanel::focusText()
{
    showCompare(false);
    m_edit->setFocus();
}

void DraftPanel::showCompare(bool compare)
{
    m_mode->setCurrentIndex(compare ? 1 : 0);
    m_compare->setVisible(compare);
    m_edit->setVisible(!compare);
    refreshDiff();
}

} // namespace quntai
