// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a row, by click or menu.
#include "models/domain/topic.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/rowwords.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/// An ampersand in words from outside is no shortcut.
QString menuText(QString words)
{
    return words.replace(u'&', u"&&"_s);
}

} // namespace

void TimelineView::perform(qsizetype row, const RowHit &hit)
{
    if (row < 0)
        return;
    const RowContent content = contentOf(row);
    if (hit.action == RowAction::Unfold)
        emit unfold(m_model->index(int(row), 0));
    else if (hit.action == RowAction::FocusTopic)
        emit focusTopic(content.topic);
    else if (hit.action == RowAction::More)
        showMenu(row, hit.rect.bottomLeft() + rowRect(row).topLeft());
    else if (hit.action == RowAction::MoveTo)
        chooseTopic(content, hit.rect.bottomLeft() + rowRect(row).topLeft());
    else if (hit.action == RowAction::ShowMore) {
        m_whole.insert(content.message);
        m_flow.changed(row, 1);
        schedule();
    } else if (content.kind == RowKind::Pending)
        performOnPending(content, hit.action);
    else
        performOnMessage(content, hit);
}

void TimelineView::performOnMessage(const RowContent &row, const RowHit &hit)
{
    switch (hit.action) {
    case RowAction::ConfirmLink:
        emit confirmLink(row.message, row.topic);
        break;
    case RowAction::MoveToSecond:
        emit moveMessage(row.message, row.secondTopic);
        break;
    case RowAction::Entity:
        emit openEntity(row.message, row.entities.value(hit.index));
        break;
    case RowAction::OpenQuote:
        emit openMessage(row.quoted);
        break;
    case RowAction::Attachment:
        emit openAttachment(row.message, hit.index);
        break;
    case RowAction::OpenEntry:
        emit openEntry(row.sources.value(hit.index).entry);
        break;
    case RowAction::MarkSent:
        emit markSent(row.message);
        break;
    case RowAction::Retry:
        emit retry(row.message);
        break;
    case RowAction::Recall:
        emit recall(row.message);
        break;
    case RowAction::Correct:
        emit correct(row.message);
        break;
    case RowAction::Quote:
        emit quote(row.message);
        break;
    case RowAction::Verdict:
        emit showVerdict(row.message);
        break;
    default:
        break;
    }
}

void TimelineView::performOnPending(const RowContent &row, RowAction action)
{
    if (action == RowAction::Retry)
        emit retryPending(row.command);
    else if (action == RowAction::Edit || action == RowAction::Recall)
        emit editPending(row.command);
    else if (action == RowAction::Discard)
        emit discardPending(row.command);
}

void TimelineView::addTopics(QMenu *menu, const RowContent &row)
{
    for (const LaneSpan &lane : std::as_const(m_lanes)) {
        if (lane.topic == row.topic)
            continue;
        const QString title = laneLetter(lane.lane) + u"  "_s + visibleText(lane.title, 40);
        menu->addAction(menuText(title), this, [this, message = row.message, topic = lane.topic] {
            emit moveMessage(message, topic);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("New topic"), this,
                    [this, message = row.message] { emit moveMessage(message, TopicId()); });
}

void TimelineView::chooseTopic(const RowContent &row, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTopics(menu, row);
    menu->popup(viewport()->mapToGlobal(at));
}

void TimelineView::addCopying(QMenu *menu, const RowContent &row, int picture)
{
    if (!m_selection.isEmpty())
        menu->addAction(tr("Copy the selection"), this, &TimelineView::copySelection);
    else if (!row.text.isEmpty())
        menu->addAction(tr("Copy the text"), this, [this, row] { copyRow(row); });
    const AttachmentBox box = row.attachments.value(picture);
    const QString words = box.words.isEmpty() ? row.words : box.words;
    if (!words.isEmpty()) {
        menu->addAction(tr("Copy the words in it"), this,
                        [words] { QApplication::clipboard()->setText(cleanedText(words)); });
    }
    if (!isPictureHere(box))
        return;
    menu->addAction(tr("Copy the picture"), this, [this, box] { copyPicture(box.sha256); });
    menu->addAction(RowWords::action(RowAction::Attachment), this,
                    [this, message = row.message, picture] {
                        emit openAttachment(message, picture);
                    });
}

/// Only what can be done with this row now.
void TimelineView::addActions(QMenu *menu, qsizetype row, const RowContent &content)
{
    const auto add = [&](const QString &text, RowAction action, int which = 0) {
        menu->addAction(text, this,
                        [this, index = QPersistentModelIndex(m_model->index(int(row), 0)), action,
                         which] {
                            if (index.isValid())
                                perform(index.row(), {action, which, {}});
                        });
    };
    for (int which = 0; which < content.entities.size(); ++which)
        add(menuText(entityAction(content.entities.at(which))), RowAction::Entity, which);
    if (content.canQuote)
        add(RowWords::action(RowAction::Quote), RowAction::Quote);
    if (!content.quote.isEmpty() && !content.quoted.isEmpty())
        add(RowWords::action(RowAction::OpenQuote), RowAction::OpenQuote);
    if (content.canCorrect)
        add(RowWords::action(RowAction::Correct), RowAction::Correct);
    if (recallSecondsLeft(content, m_clock()) > 0)
        add(RowWords::action(RowAction::Recall), RowAction::Recall);
    for (const FooterAction &action : content.actions)
        add(action.text, action.action);
    if (content.kind == RowKind::Message && content.who == Tone::Agent && !content.topic.isEmpty())
        menu->addAction(tr("Note as a promise…"), this,
                        [this, message = content.message,
                         text = m_selection.isEmpty() ? content.text : selected()] {
                            emit promiseWanted(message, text);
                        });
    if (content.kind == RowKind::Fold)
        add(RowWords::action(RowAction::Unfold), RowAction::Unfold);
    if (content.verdict)
        add(RowWords::action(RowAction::Verdict), RowAction::Verdict);
    if (!content.topic.isEmpty())
        add(RowWords::action(RowAction::FocusTopic), RowAction::FocusTopic);
}

void TimelineView::showMenu(qsizetype row, const QPoint &at)
{
    const RowContent content = contentOf(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const RowHit hit = hitAt(at);
    addCopying(menu, content, hit.action == RowAction::Attachment ? hit.index : 0);
    menu->addSeparator();
    addActions(menu, row, content);
    if (content.kind == RowKind::Message && content.who == Tone::Neutral)
        addTopics(menu->addMenu(RowWords::move()), content);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(viewport()->mapToGlobal(at));
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const qsizetype row = byKey ? current() : m_flow.rowAt(event->pos().y());
    if (row < 0)
        return;
    showMenu(row, byKey ? rowRect(row).topLeft() + QPoint(layout::laneGutter, 24) : event->pos());
}

} // namespace quntai
