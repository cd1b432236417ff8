// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/deskcommands.h"
#include "widgets/common/themedwidget.h"

#include <memory>

class QSplitter;
class QStackedWidget;
class QTimer;

namespace quntai {

class ActionRegistry;
class ContextPanel;
class CorrectionPanel;
class CustomerAsk;
class EmptyState;
class FindBar;
class GroupFind;
class GroupHead;
class HandBackPanel;
class InlineBanner;
class LaneBar;
class LaneUndo;
class PictureKeeper;
class PictureSource;
class PictureViewer;
class QueueModel;
class QueuePanel;
class ReplyDesk;
class SearchModel;
class SearchPanel;
class SourcePanel;
class TimelineModel;
class TimelineReader;
class TimelineView;
class TransferPanel;
class UndoBar;

/** 工作台: the queue, one group's stream with its topics, and what is known about the chosen one. */
class DeskPage : public ThemedWidget
{
    Q_OBJECT
public:
    DeskPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
    ~DeskPage() override;

    void chooseTopic(const TopicId &topic);
    const TopicId &topic() const { return m_topic; }
    /** Shows the group's stream without choosing a topic. */
    void chooseGroup(const GroupId &group);
    const GroupId &group() const { return m_group; }
    GroupHead &head() const { return *m_head; }
    ReplyDesk &reply() const { return *m_reply; }
    using ThemedWidget::host;
    LaneBar &lanes() const { return *m_lanes; }
    /** The nth topic as the list on the left stands, from 0. */
    TopicId nthTopic(int nth) const;
    void focusSearch();
    /** Shows the message in its stream, loading older ones if need be. */
    void jumpTo(const MessageId &message);
    /** Shows the topic, or the group where it is long gone, and the message in its stream. */
    void showMessage(const GroupId &group, const TopicId &topic, const MessageId &message);
    ContextPanel &context() const { return *m_context; }
    TimelineView &view() const { return *m_view; }
    /** What a panel about the chosen topic floats above. */
    QWidget &promiseAnchor() const;
    /** Shows an attachment of a message that is here, if it is a picture. */
    void openPicture(const MessageId &message, int index);
    const PictureSource &pictures() const;
    /** Ctrl+F: looks for words in the group that is shown. */
    void findInGroup();
    /** Puts an unsent text back into the editor of its topic. */
    void editAgain(const CommandId &command, const TopicId &topic, const QString &text);
    QueueModel &queue() const { return *m_queue; }
    QueuePanel &queuePanel() const { return *m_queuePanel; }
    /** What was asked for here was refused; said where one writes. */
    void showRefusal(const CommandData &command, const Error &error);
    /** F2, F4, … do what the buttons do; also for the tour. */
    void takeOverOrHandBack();
    void askTransfer();
    void correctLast();
    /** F3: the chosen topic's question is settled; Alt+Z takes that back. */
    void resolveTopic();
    void focusTopic(const TopicId &topic);
    /** Once: what can be done here by name or key. */
    void addActions(ActionRegistry &registry);

Q_SIGNALS:
    /** Show the entry in the studio. */
    void entryWanted(const quntai::EntryId &entry);
    /** Another topic is chosen. */
    void topicShown();
    /** The stream of another group is shown. */
    void groupShown();
    /** A panel stands here now that did not when the page was made. */
    void partMade(const QWidget &part);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    QWidget *buildMiddle();
    void join();
    void joinTimeline();
    void joinLanes();
    // deskpictures.cpp
    void joinPictures();
    PictureViewer *viewPicture(const Attachment &picture);
    void showIn(PictureViewer &viewer, const Attachment &picture);
    using PicturePlace = std::pair<MessageId, int>;  //!< message, and which of its attachments
    QList<PicturePlace> picturesHere() const;
    void chooseFiles();
    void joinFind();
    void joinPanels();
    void addTopicActions(ActionRegistry &registry);
    void addWritingActions(ActionRegistry &registry);
    void addMovingActions(ActionRegistry &registry);
    void addLaneActions(ActionRegistry &registry);
    void addSortingActions(ActionRegistry &registry);
    QString whyNoTopic() const;
    QString whyNotMine() const;
    void switchMode();
    TopicId topicIn(int lane) const;
    void focusLane(int lane);

    void take(const Changes &changes);
    void refreshGroup();
    void refreshContext();
    void refreshLookup();
    void askCustomer(const QString &typed);
    void refreshLink();
    void showLink(const LinkStatus &link);
    void showWoke(const LinkStatus &link);
    void refreshCountdown();
    void showGroup(const GroupId &group);
    void stepTopic(int step);
    void arriveAt(const QModelIndex &index);
    void refreshLooking();
    void search(const QString &words);
    // desklanes.cpp
    void moveMessage(const MessageId &message, const TopicId &topic);
    MessagePtr currentMessage() const;
    void moveCurrent(int step);
    void splitAtCurrent();
    void undoLast();
    void quoteCurrent();
    void goToQuoted();
    void openEntity(const MessageId &message, const QString &text);
    void openOrder(const QString &number);
    void findByPhone(const MessagePtr &message, const QString &phone);
    void lookUp(const QString &words);
    QString whyNoMessage() const;
    QString whyNotSettled() const;
    /** This person's newest message in the topic that the backend has. */
    MessagePtr lastOwn() const;

    /** A message of this group the person may look at, also one of an older page. */
    MessagePtr shown(const MessageId &message) const;
    QList<MessagePtr> messagesOf(const Topic &topic) const;
    SearchPanel &searchPanel();
    CorrectionPanel &correction();
    HandBackPanel &handBack();
    TransferPanel &transfer();
    void openSource(const EntryId &entry);
    void startCorrection(const MessageId &message);
    QString whyNotPublish(const Message &answer) const;
    void submitCorrection(const CorrectAnswer &made);
    void endCorrection();
    void showRight(QWidget *panel, int width);
    void askHandBack();

    Session &m_session;
    DeskCommands m_commands;
    LaneUndo *m_laneUndo;
    CustomerAsk *m_customers;
    std::unique_ptr<TimelineReader> m_reader;
    QueueModel *m_queue;
    TimelineModel *m_timeline;
    SearchModel *m_searchModel;
    GroupFind *m_find;
    PictureKeeper *m_pictures;
    QString m_filesFrom;   //!< folder the last files were chosen in
    GroupId m_group;
    TopicId m_topic;
    Instant m_cutOff;   //!< since when what is shown is old; unset: it is not
    QTimer *m_tick;

    QSplitter *m_splitter;
    QueuePanel *m_queuePanel;
    SearchPanel *m_searchPanel = nullptr;
    QStackedWidget *m_left;
    InlineBanner *m_banner;
    GroupHead *m_head;
    LaneBar *m_lanes;
    FindBar *m_findBar;
    TimelineView *m_view;
    UndoBar *m_undoBar;
    ReplyDesk *m_reply;
    QStackedWidget *m_middle;
    EmptyState *m_empty;
    QStackedWidget *m_right;
    ContextPanel *m_context;
    CorrectionPanel *m_correction = nullptr;
    HandBackPanel *m_handBack = nullptr;
    TransferPanel *m_transfer = nullptr;
    SourcePanel *m_source = nullptr;
};

} // namespace quntai
