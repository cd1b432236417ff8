// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/reviewpage.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/samedecision.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/review/checkpanel.h"
#include "widgets/review/draftpanel.h"
#include "widgets/review/foldpanel.h"
#include "widgets/review/reviewqueue.h"
#include "widgets/review/samecard.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDecided = 64;
constexpr int leastMiddle = 420;

} // namespace

ReviewPage::ReviewPage(ThemeHost &host, Session &session, QWidget *parent)
    : Page(host, session, parent), m_model(new DraftModel(&session, this)),
      m_samples(new FoldSampleModel(&session, this)), m_tick(new QTimer(this))
{
    build();
    join();
    joinPanel();
    joinFolded();
    refresh();
}

void ReviewPage::build()
{
    m_queue = new ReviewQueue(host(), *m_model, *m_samples, [this] { return session().now(); });
    m_queue->setMinimumWidth(layout::queue.min);
    m_queue->setMaximumWidth(layout::queue.max);
    m_panel = new DraftPanel(host());
    m_empty = new EmptyState(host(), Icon::Review,
                             tr("An answer of the bot that the rules hold back waits here until "
                                "you approve it, change it or reject it."));
    m_empty->setTitle(tr("No drafts wait"));
    m_middle = new QStackedWidget;
    m_middle->setMinimumWidth(leastMiddle);
    m_middle->addWidget(m_empty);
    m_card = new SameCard(host());
    auto *decide = new QWidget;
    auto *parts = new QVBoxLayout(decide);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_card);
    parts->addWidget(m_panel, 1);
    m_middle->addWidget(decide);
    m_foldPanel = new FoldPanel(host());
    m_middle->addWidget(m_foldPanel);
    m_checks = new CheckPanel(host());
    m_checks->setMinimumWidth(layout::context.min);
    m_checks->setMaximumWidth(layout::context.max);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_queue);
    splitter->addWidget(m_middle);
    splitter->addWidget(m_checks);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({layout::queue.def, 776, layout::context.def});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
}

void ReviewPage::join()
{
    // Once for all the rows that change in a frame, after the model has told its views.
    const auto later = [this] { QMetaObject::invokeMethod(this, &ReviewPage::refresh, Qt::QueuedConnection); };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_model, &QAbstractItemModel::dataChanged, this, later);
    connect(m_model, &QAbstractItemModel::modelReset, this, later);
    connect(&session(), &Session::linkChanged, this, &ReviewPage::refresh);
    connect(&session(), &Session::changed, this, [this](const Changes &changes) {
        if (changes.policy)
            refresh();
    });
    connect(&session(), &Session::happened, this, &ReviewPage::note);
    connect(&session(), &Session::commandSettled, this, &ReviewPage::settle);
    connect(&m_queue->list(), &DraftList::draftChosen, this, &ReviewPage::chooseDraft);
    connect(m_checks, &CheckPanel::entryWanted, this, &ReviewPage::entryWanted);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &ReviewPage::tick);
    m_tick->start();
}

void ReviewPage::joinPanel()
{
    m_same = new SameDecision(session(), *m_model, *m_card,
                              [this](const DraftRow &row) { return seen(row); },
                              [this] { return lockedWhy(); }, this);
    connect(m_same, &SameDecision::opened, this, &ReviewPage::openWithOthers);
    // The card's rows come and go with what is pressed on it; keys go on working.
    const auto keepKeys = [this] { m_queue->list().setFocus(); };
    connect(m_card, &SameCard::opened, this, keepKeys);
    connect(m_card, &SameCard::approvedAll, this, keepKeys);
    connect(m_card, &SameCard::closed, this, keepKeys);
    connect(m_panel, &DraftPanel::approved, this, [this] {
        submit(ApproveDraft{m_current, m_row.topic.id, seen(m_row)});
    });
    connect(m_panel, &DraftPanel::edited, this, [this](const QString &text) {
        submit(EditDraft{m_current, m_row.topic.id, seen(m_row), text});
    });
    connect(m_panel, &DraftPanel::rejected, this, [this](const QString &reason, bool noReply) {
        submit(RejectDraft{m_current, m_row.topic.id, reason, noReply});
    });
    connect(m_panel, &DraftPanel::takeOverPressed, this, &ReviewPage::takeOver);
    connect(m_panel, &DraftPanel::looked, this, &ReviewPage::lookAtNew);
    connect(m_panel, &DraftPanel::stepped, this, &ReviewPage::step);
    connect(m_panel, &DraftPanel::left, this, [this] { showRow(m_at); });
    connect(m_panel, &DraftPanel::deskWanted, this, [this] { Q_EMIT topicWanted(m_row.topic.id); });
    connect(m_panel, &DraftPanel::faultsChanged, this,
            [this] { m_checks->setFaults(m_panel->faults(), m_panel->warnings()); });
    connect(m_panel, &DraftPanel::textEdited, this, [this](const QString &text) {
        if (text == m_row.draft.text)
            m_written.remove(m_current);
        else
            m_written.insert(m_current, text);
        m_same->show(m_current, m_written.value(m_current));
    });
}

void ReviewPage::addActions(ActionRegistry &registry)
{
    const auto group = tr("Review");
    const auto none = [this] {
        const bool open = !m_current.isEmpty() && !m_queue->showsFolded();
        return open ? QString() : tr("No draft is open");
    };
    const auto locked = [this, none] { return none().isEmpty() ? lockedWhy() : none(); };
    registry.add({.id = u"review.main"_s, .text = tr("Approve, or send the change"),
                  .group = group, .icon = Icon::Check,
                  .keys = {QKeySequence(Qt::CTRL | Qt::Key_Return),
                           QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                  .run = [this] { m_panel->pressMain(); }, .whyNot = none, .scope = this,
                  .fixed = true});
    registry.add({.id = u"review.all"_s, .text = tr("Approve the same answer in all groups"),
                  .group = group, .icon = Icon::Check,
                  .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)},
                  .run = [this] { m_card->pressAll(); },
                  .whyNot = [this, none] {
                      const auto why = none();
                      return why.isEmpty() && m_card->isHidden() ? tr("Nobody else asks the same")
                                                                 : why;
                  },
                  .scope = this, .fixed = true});
    registry.add({.id = u"review.reject"_s, .text = tr("Reject the draft"), .group = group,
                  .icon = Icon::X, .keys = {QKeySequence(Qt::CTRL | Qt::Key_Backspace)},
                  .run = [this] { m_panel->openReject(); }, .whyNot = none, .scope = this,
                  .fixed = true});
    registry.add({u"review.take"_s, tr("Take the topic over"), group, Icon::Take,
                  {QKeySequence(Qt::Key_F2)}, [this] { takeOver(); }, locked, this});
    registry.add({.id = u"review.next"_s, .text = tr("Next draft"), .group = group,
                  .icon = Icon::Down, .keys = {QKeySequence(Qt::ALT | Qt::Key_Down)},
                  .run = [this] { step(1); }, .scope = this, .repeats = true});
    registry.add({.id = u"review.previous"_s, .text = tr("Previous draft"), .group = group,
                  .icon = Icon::Up, .keys = {QKeySequence(Qt::ALT | Qt::Key_Up)},
                  .run = [this] { step(-1); }, .scope = this, .repeats = true});
}

void ReviewPage::entered()
{
    m_samples->refresh();
    if (m_queue->showsFolded())
        m_queue->folded().setFocus();
    else
        m_queue->list().setFocus();
    refresh();
}

bool ReviewPage::mayReview() const
{
    return session().rights().contains(u"review.approve"_s);
}

QString ReviewPage::lockedWhy() const
{
    if (session().link().state != LinkState::Live)
        return tr("No connection: decide when you can see what is new. Your changes are kept.");
    if (!mayReview())
        return tr("Your role may read drafts, not decide on them");
    if (session().state().policy.stopped)
        return tr("The bot is stopped; nothing of it is sent");
    if (m_deciding.contains(m_current) || m_same->isSending(m_current))
        return tr("On its way…");
    return {};
}

qint64 ReviewPage::seen(const DraftRow &row) const
{
    // Who opens a draft sees it with what it answers; what came after must be looked at first.
    const auto known = m_seen.constFind(row.draft.id);
    if (known != m_seen.cend())
        return *known;
    return row.asked > 0 ? row.asked : row.topic.version;
}

void ReviewPage::refreshBadge()
{
    int waiting = mayReview() ? m_model->rowCount() : 0;
    if (session().rights().contains(u"fold.judge"_s))
        waiting += m_samples->rowCount();
    if (waiting == m_badge)
        return;
    m_badge = waiting;
    Q_EMIT badgeChanged();
}

void ReviewPage::refreshLock()
{
    m_panel->setLocked(lockedWhy());
    m_panel->setMayTakeOver(session().rights().contains(u"topic.claim"_s));
    m_same->show(m_current, m_written.value(m_current));
}

void ReviewPage::refresh()
{
    refreshBadge();
    if (!m_current.isEmpty() && m_panel->isGone())
        return;
    const auto index = m_model->indexOf(m_current);
    if (!index.isValid() && !m_current.isEmpty()) {
        leaveGone(m_row);
        return;
    }
    if (!index.isValid()) {
        showRow(0);
        return;
    }
    m_row = m_model->rowOf(m_current);
    m_at = index.row();
    const auto subject = reviewSubject(session().state(), m_row, session().now());
    m_panel->refresh(subject, seen(m_row));
    m_checks->setSubject(subject, session().now());
    refreshLock();
}

/** The draft on screen is not there any more: go on, unless words would be lost from sight. */
void ReviewPage::leaveGone(const DraftRow &gone)
{
    const bool mine = m_deciding.remove(gone.draft.id) | m_same->takeOurs(gone.draft.id);
    m_seen.remove(gone.draft.id);
    const bool written = m_written.contains(gone.draft.id);
    if (mine)
        m_written.remove(gone.draft.id);
    if (!mine && written) {
        m_panel->setGone(whatBecameOf(gone));
        return;
    }
    if (const auto next = m_same->waiting(); !next.isEmpty())
        return openWithOthers(next);
    showRow(m_at);
    if (!mine)
        m_panel->setNews(tr("“%1”: %2").arg(visibleText(gone.topic.title, 24), whatBecameOf(gone)));
}

QString ReviewPage::whatBecameOf(const DraftRow &row) const
{
    if (const auto decided = m_decided.value(row.draft.id)) {
        const auto at = clockText(decided->at);
        switch (decided->outcome) {
        case DraftEnd::Approved: return tr("%1 approved it at %2").arg(decided->who, at);
        case DraftEnd::Edited: return tr("%1 changed it and sent it at %2").arg(decided->who, at);
        case DraftEnd::Rejected: return tr("%1 rejected it at %2").arg(decided->who, at);
        case DraftEnd::Proposed: return tr("%1 changed it at %2; a second person decides").arg(decided->who, at);
        case DraftEnd::Withdrawn: break;
        }
    }
    const auto topic = session().state().topics.value(row.topic.id);
    if (topic.lease)
        return tr("%1 took the topic over; the draft is withdrawn").arg(topic.lease->name);
    return tr("Something new happened in the topic; the draft is withdrawn");
}

void ReviewPage::chooseDraft(const DraftId &draft)
{
    const auto index = m_model->indexOf(draft);
    if (!index.isValid())
        return;
    m_queue->showFolded(false);
    showRow(index.row());
    if (draft != m_current)
        openWithOthers(draft);
}

void ReviewPage::showRow(int row)
{
    const int count = m_model->rowCount();
    showSection();
    m_current = {};
    m_row = {};
    if (count > 0) {
        m_at = std::clamp(row, 0, count - 1);
        m_row = m_model->index(m_at).data(DraftModel::Row).value<DraftRow>();
        m_current = m_row.draft.id;
        showDraft();
    } else {
        m_queue->setHint({});
    }
    m_queue->list().setCurrentDraft(m_current);
    refreshLock();
    if (const auto news = m_same->takeNews(); !news.isEmpty())
        m_panel->setNews(news);
    tick();
}

void ReviewPage::showDraft()
{
    // With the question out of sight, what there is now counts as looked at.
    if (m_row.asked == 0 && !m_seen.contains(m_current))
        m_seen.insert(m_current, m_row.topic.version);
    const auto subject = reviewSubject(session().state(), m_row, session().now());
    m_panel->setNews({});
    m_panel->open(subject, session().me(), seen(m_row), m_written.value(m_current));
    m_checks->setSubject(subject, session().now());
    const auto minutes = subject.policy.firstResponseSeconds / 60;
    m_queue->setHint(tr("After %n minute(s) a person is fetched instead", nullptr, minutes));
}

/** One of several drafts that are decided together, and shown as one row. */
void ReviewPage::openWithOthers(const DraftId &draft)
{
    const auto row = m_model->rowOf(draft);
    if (row.draft.id.isEmpty())
        return;
    m_current = draft;
    m_row = row;
    m_at = std::max(0, m_model->indexOf(draft).row());
    showDraft();
    refreshLock();
    tick();
}

void ReviewPage::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = m_panel->isGone() && by > 0 ? m_at - 1 : m_at;
    showRow((from + by + count) % count);
}

void ReviewPage::lookAtNew()
{
    m_seen.insert(m_current, m_row.topic.version);
    refresh();
}

void ReviewPage::tick()
{
    if (!m_current.isEmpty())
        m_panel->tick(session().now());
}

void ReviewPage::takeOver()
{
    if (m_current.isEmpty() || m_panel->isGone() || !lockedWhy().isEmpty()
        || !session().rights().contains(u"topic.claim"_s))
        return;
    // What was written goes along, unless something is being written there already.
    const auto written = m_written.value(m_current);
    const auto topic = m_row.topic.id;
    if (!written.isEmpty() && session().draft(topic).isEmpty())
        session().keepDraft(topic, written);
    submit(ClaimTopic{topic, m_row.topic.version});
    Q_EMIT topicWanted(topic);
}

void ReviewPage::submit(const CommandData &command)
{
    // Also what was opened while it could still be decided: not twice, and not blind.
    if (const auto why = lockedWhy(); !why.isEmpty()) {
        m_panel->setProblem(why);
        return;
    }
    const auto draft = m_current;
    m_deciding.insert(draft);
    m_panel->setProblem({});
    const auto id = session().submit(command, this, [this, draft](const Result<> &kept) {
        if (kept)
            return;
        m_deciding.remove(draft);
        if (draft == m_current)
            m_panel->setProblem(refusalText(kept.error()));
        refreshLock();
    });
    if (m_deciding.contains(draft))
        m_pending.insert(id, draft);
    refreshLock();
}

void ReviewPage::settle(const CommandId &id, const Result<qint64> &result)
{
    const auto draft = m_pending.take(id);
    if (draft.isEmpty() || result)
        return;
    m_deciding.remove(draft);
    // Told here; the text is still in the panel, so the outbox need not keep it.
    session().discard(id);
    if (draft != m_current)
        return;
    const bool gone = result.error().kind == ErrorKind::NotFound;
    m_panel->setProblem(gone ? tr("Your decision came too late: %1").arg(whatBecameOf(m_row))
                             : refusalText(result.error()));
    refresh();
}

void ReviewPage::note(const QList<HappeningPtr> &happenings)
{
    for (const auto &happening : happenings) {
        if (happening->kind != Happening::Kind::Reviewed)
            continue;
        if (m_decided.size() >= mostDecided)
            m_decided.erase(m_decided.begin());
        m_decided.insert(happening->draft, happening);
    }
}

} // namespace quntai
