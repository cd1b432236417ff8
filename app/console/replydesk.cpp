// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replydesk.h"

#include "app/console/replyfiles.h"
#include "app/console/replyroom.h"
#include "app/console/replysteps.h"
#include "app/console/replytexts.h"
#include "app/console/suggestionbook.h"
#include "models/items/timelinemodel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/checklist.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/helpline.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/composer/whyline.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Messages of the topic by others that came after a sequence. */
int newMessages(const State &state, const Topic &topic, qint64 after, const UserId &me)
{
    int count = 0;
    const auto group = state.groups.constFind(topic.group);
    if (group == state.groups.cend())
        return 0;
    for (const auto &message : group->recent) {
        const bool mine = message->author.kind == AuthorKind::Agent && message->author.id == me.value;
        if (message->topic == topic.id && message->seq > after && !mine && !message->internal)
            ++count;
    }
    return count;
}

} // namespace

ReplyDesk::ReplyDesk(ThemeHost &host, Session &session, DeskCommands &commands,
                     TimelineModel &timeline, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_commands(commands), m_timeline(timeline),
      m_ownership(new OwnershipBar(host, [&session] { return session.now(); }, this)),
      m_suggestions(new SuggestionBar(host, this)), m_checklist(new Checklist(host, this)),
      m_colleagues(new ColleagueLine(host, this)), m_help(new HelpLine(host, this)),
      m_why(new WhyLine(host, this)), m_book(new SuggestionBook(session, commands, this)),
      m_composer(new Composer(host, this)),
      m_files(new ReplyFiles(session, *m_composer, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ownership);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->addWidget(m_suggestions);
    rows->addWidget(m_why);
    rows->addWidget(m_checklist);
    rows->addWidget(m_help);
    rows->addWidget(m_colleagues);
    rows->addWidget(m_composer);
    column->addLayout(rows);
    m_room = new ReplyRoom({m_ownership, m_suggestions, m_checklist, m_colleagues, m_composer,
                            {m_why, m_help}},
                           rows, this);
    join();
    showTopic({});
}

void ReplyDesk::join()
{
    connect(m_ownership, &OwnershipBar::takeOver, this, &ReplyDesk::takeOver);
    connect(m_ownership, &OwnershipBar::handBack, this, &ReplyDesk::handBackWanted);
    connect(m_ownership, &OwnershipBar::transfer, this, &ReplyDesk::transferWanted);
    connect(m_ownership, &OwnershipBar::renew, this, [this] { m_commands.renew(m_topic); });
    connect(m_ownership, &OwnershipBar::reopen, this, [this] { m_commands.reopen(m_topic); });
    joinSuggestions();
    connect(m_colleagues, &ColleagueLine::useWanted, m_composer, &Composer::insertText);
    connect(m_checklist, &Checklist::ticked, this,
            [this](const EntryId &entry, const QString &step, bool done) {
                m_commands.tick(m_topic, entry, step, done);
            });
    connect(m_composer, &Composer::replyEntered, this,
            [this](const QString &text, bool settled) { send(text, settled); });
    connect(m_composer, &Composer::noteEntered, this, &ReplyDesk::note);
    connect(m_composer, &Composer::textEdited, this, &ReplyDesk::keepDraft);
    connect(m_composer, &Composer::seenUnseen, this, [this] {
        Q_EMIT lookWanted();
        markSeen();
    });
    connect(m_ownership, &OwnershipBar::resolve, this, &ReplyDesk::resolveWanted);
    connect(m_ownership, &OwnershipBar::release, this, [this] { m_commands.release(m_topic); });
    connect(m_composer, &Composer::takeBackWanted, this, &ReplyDesk::takeBackHeld);
    connect(&m_session, &Session::outboxChanged, this,
            [this] { m_composer->setCanTakeBack(held().has_value()); });
    m_composer->setCanned([this] {
        const auto &state = m_session.state();
        return cannedTextsFor(state, state.topics.value(m_topic), m_session.myName());
    });
    connect(&m_commands, &DeskCommands::refused, this, &ReplyDesk::refuse);
    connect(m_files, &ReplyFiles::shown, this, [this] { m_room->settle(); });
    connect(&m_session, &Session::linkChanged, this, &ReplyDesk::refresh);
}

void ReplyDesk::joinSuggestions()
{
    connect(m_suggestions, &SuggestionBar::chosen, m_composer, &Composer::insertText);
    connect(m_suggestions, &SuggestionBar::taken, m_book, &SuggestionBook::insert);
    connect(m_suggestions, &SuggestionBar::rejected, m_book, &SuggestionBook::reject);
    connect(m_suggestions, &SuggestionBar::marked, m_book, &SuggestionBook::mark);
    connect(m_suggestions, &SuggestionBar::whyWanted, this,
            [this](const EntryId &entry, const QString &title) {
                m_why->ask(entry, title);
                m_room->settle();
            });
    connect(m_why, &WhyLine::said, m_book, &SuggestionBook::explain);
    connect(m_why, &WhyLine::closed, this, [this] {
        m_composer->focusEditor();
        m_room->settle();
    });
    connect(m_book, &SuggestionBook::changed, this, [this] {
        refreshSuggestions(m_session.state().topics.value(m_topic));
    });
}

bool ReplyDesk::isMine(const Topic &topic) const
{
    return topic.lease && topic.lease->user == m_session.me();
}

void ReplyDesk::showTopic(const TopicId &topic)
{
    if (m_topic != topic)
        m_why->hide();
    m_topic = topic;
    setVisible(!topic.isEmpty());
    if (topic.isEmpty())
        return;
    const auto value = m_session.state().topics.value(topic);
    m_loading = true;
    m_composer->clearSent();
    m_composer->setText(m_session.draft(topic));
    m_files->setTopic(topic);
    m_loading = false;
    m_wasMine = isMine(value);
    m_composer->setUnlocked(m_wasMine);
    m_composer->setMentions({{value.asker, value.askerName}});
    refresh();
    markSeen();
}

void ReplyDesk::refresh()
{
    if (m_topic.isEmpty())
        return;
    const auto topic = m_session.state().topics.value(m_topic);
    if (topic.id.isEmpty()) {
        showTopic({});
        return;
    }
    const bool mine = isMine(topic);
    m_ownership->setTopic(topic, m_session.me());
    m_ownership->setOnline(m_session.link().state == LinkState::Live);
    m_composer->setOnline(m_session.link().state == LinkState::Live);
    m_composer->setUnlocked(mine);
    if (mine && !m_wasMine)
        m_composer->focusEditor();
    m_wasMine = mine;
    refreshPeople(topic);
    refreshSuggestions(topic);
    refreshCheck();
    refreshColleagues();
    refreshUnseen();
    m_room->settle();
}

void ReplyDesk::markSeen()
{
    m_seen = std::max(m_timeline.newestSeq(m_topic), m_session.state().topics.value(m_topic).version);
    refreshUnseen();
}

void ReplyDesk::refreshUnseen()
{
    const auto topic = m_session.state().topics.value(m_topic);
    // With nothing written there is nothing to be blind about: what is on screen counts as seen.
    if (m_composer->text().isEmpty() && m_composer->files().isEmpty())
        m_seen = std::max(m_seen, topic.version);
    m_composer->setUnseen(newMessages(m_session.state(), topic, m_seen, m_session.me()));
}

void ReplyDesk::refreshPeople(const Topic &topic)
{
    const auto &state = m_session.state();
    const auto group = state.groups.value(topic.group);
    m_composer->setPeople(peopleOf(state, topic),
                          std::max(group.info.memberCount, int(group.members.size())));
}

/** Said while it can still be changed; the backend looks at it again. */
void ReplyDesk::refreshCheck()
{
    const auto topic = m_session.state().topics.value(m_topic);
    QList<MemberId> told = topic.askers;
    for (const auto &mention : m_composer->mentions())
        told.append(mention.member);
    m_composer->setCheck(checkReply(m_session.state(), topic, m_composer->text(), told));
}

void ReplyDesk::refreshSuggestions(const Topic &topic)
{
    const auto suggestions = hasEnded(topic) ? QList<Suggestion>{}
                                             : suggestionsFor(m_session.state(), topic);
    m_suggestions->setSuggestions(
        m_book->shown(topic, questionFor(m_session.state(), topic), suggestions));
    m_checklist->setSteps(topic.id, entryWithSteps(m_session.state(), topic, suggestions),
                          topic.ticks);
    m_checklist->setOpen(!hasEnded(topic) && (!topic.lease || isMine(topic)));
}

/** Who is in the topic besides this person, and what they have begun to write. */
void ReplyDesk::refreshColleagues()
{
    QList<Presence> here;
    for (const auto &presence : m_session.state().presence) {
        if (presence.viewing == m_topic && presence.user != m_session.me()
            && presence.status != AgentStatus::Offline)
            here.append(presence);
    }
    std::ranges::sort(here, {}, [](const Presence &person) {
        return std::tuple{!person.editing, person.name, person.user};
    });
    QList<Draft> drafts;
    for (const auto &draft : m_session.state().drafts) {
        if (draft.topic == m_topic && !draft.review && draft.author.kind == AuthorKind::Agent
            && draft.author.id != m_session.me().value && !draft.text.isEmpty())
            drafts.append(draft);
    }
    std::ranges::sort(drafts, {}, [](const Draft &draft) { return draft.id.value; });
    m_colleagues->setColleagues(here, drafts);
    const auto topic = m_session.state().topics.value(m_topic);
    m_colleagues->setUsable(isMine(topic));
    m_help->setTopic(topic, m_session.me(), m_session.myRole());
}

void ReplyDesk::takeOver()
{
    m_commands.takeOver(m_topic, m_session.state().topics.value(m_topic).version);
}

void ReplyDesk::sendApart()
{
    const auto text = m_composer->text();
    if (!text.trimmed().isEmpty() && m_composer->mode() == Composer::Mode::Reply)
        submit(text, false, true);
}

void ReplyDesk::send(const QString &text, bool settled)
{
    submit(text, settled, false);
}

void ReplyDesk::submit(const QString &text, bool settled, bool redact)
{
    SendMessage message;
    message.resolve = settled;
    message.redact = redact;
    message.entry = suggestionIn(m_session.state(), m_session.state().topics.value(m_topic), text);
    message.topic = m_topic;
    message.basis = m_seen;
    message.text = text;
    message.quote = m_composer->quote();
    for (const auto &mention : m_composer->mentions())
        message.mention.append(mention.member);
    message.attachments = m_files->attachments();
    m_book->replied(text);
    m_commands.send(message, [this](const Result<> &kept) { noteKept(kept, true); });
}

std::optional<OutboxItem> ReplyDesk::held() const
{
    const auto now = m_session.now();
    const auto items = m_session.outbox();
    for (auto at = items.crbegin(); at != items.crend(); ++at) {
        const bool waits = at->state == OutboxItem::State::Waiting && now < at->notBefore;
        if (waits && topicOf(at->command.data) == m_topic)
            return *at;
    }
    return std::nullopt;
}

Instant ReplyDesk::heldAt() const
{
    const auto item = held();
    return item ? item->at : Instant{};
}

bool ReplyDesk::takeBackHeld()
{
    const auto item = held();
    if (item)
        takeBack(*item);
    return item.has_value();
}

void ReplyDesk::takeBack(const OutboxItem &item)
{
    const auto after = m_composer->text();
    auto text = textOf(item.command.data);
    if (!after.isEmpty())
        text += u'\n' + after;
    // Words for colleagues alone must not go out with an answer.
    const bool isNote = !after.isEmpty() && m_composer->mode() == Composer::Mode::Note;
    if (!withdraw(item, text))
        return sayTooLate();
    const auto *send = std::get_if<SendMessage>(&item.command.data);
    if (send)
        address(*send);
    m_composer->setMode(send && !isNote ? Composer::Mode::Reply : Composer::Mode::Note);
    m_composer->setText(text);
    m_files->putBack(attachmentsOf(item.command.data));
    m_composer->focusEditor();
}

/** First into the draft, then out of the outbox: a crash between the two loses nothing. False, and
 * the draft is as it was, when it is in the outbox still: then it goes to the group. */
bool ReplyDesk::withdraw(const OutboxItem &item, const QString &draft)
{
    const auto before = m_session.draft(m_topic);
    const auto files = m_session.draftFiles(m_topic);
    m_session.keepDraft(m_topic, draft);
    m_session.keepDraftFiles(m_topic, attachmentsOf(item.command.data) + files);
    m_session.discard(item.command.id);
    const bool isGone = std::ranges::none_of(m_session.outbox(), [&](const OutboxItem &one) {
        return one.command.id == item.command.id;
    });
    if (!isGone) {
        m_session.keepDraft(m_topic, before);
        m_session.keepDraftFiles(m_topic, files);
    }
    return isGone;
}

void ReplyDesk::sayTooLate()
{
    m_composer->setProblem(tr("This text is already on its way and no longer comes back into the editor."));
}

void ReplyDesk::sayHomeless()
{
    m_composer->setProblem(
        tr("The topic of this text is not here any more. The text stays under “To be sent”."));
}

void ReplyDesk::address(const SendMessage &send)
{
    const auto &state = m_session.state();
    const auto group = state.groups.value(state.topics.value(send.topic).group);
    m_composer->setQuote(findMessage(state, group.info.id, send.quote));
    QList<Mention> mentions;
    for (const auto &member : send.mention)
        mentions.append({member, group.members.value(member).name, false});
    m_composer->setMentions(mentions);
}

void ReplyDesk::note(const QString &text)
{
    m_commands.note(m_topic, text, [this](const Result<> &kept) { noteKept(kept, false); });
}

/** What goes with a reply stays with it while a note is written. */
void ReplyDesk::noteKept(const Result<> &kept, bool reply)
{
    if (!kept) {
        m_composer->setProblem(refusalText(kept.error()));
        return;
    }
    m_composer->clearSent();
    m_session.keepDraft(m_topic, {});
    reply ? m_files->sent() : m_files->show();
    m_commands.look(m_topic, false);
}

void ReplyDesk::privateKept(const TopicId &topic, const Result<> &kept)
{
    if (topic == m_topic)
        noteKept(kept, false);
    else if (kept)
        m_session.keepDraft(topic, {});
}

void ReplyDesk::refuse(const CommandData &command, const Error &error)
{
    if (std::holds_alternative<JudgeSuggestions>(command))
        return; // of no use to whoever writes
    // What is about a message and names no topic was asked for here, a moment ago.
    const bool here = std::holds_alternative<RecallMessage>(command)
        || std::holds_alternative<RetryMessage>(command);
    if (std::holds_alternative<TickStep>(command))
        m_checklist->dropPending();
    if (here || topicOf(command) == m_topic)
        m_composer->setProblem(refusalText(error));
}

void ReplyDesk::keepDraft(const QString &text)
{
    if (m_loading)
        return;
    m_session.keepDraft(m_topic, text);
    m_commands.look(m_topic, !text.isEmpty());
    refreshCheck();
    refreshUnseen();
}

void ReplyDesk::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
