// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/spokenlist.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/timeline/rails.h"
#include "widgets/timeline/rowflow.h"
#include "widgets/timeline/rowpainter.h"
#include "widgets/timeline/rowreader.h"
#include "widgets/timeline/textselection.h"

#include <QAbstractItemModel>
#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QVariantAnimation>

class QMenu;

namespace quntai {

class NewsPill;

/// The stream of one group: a list of rows of any height over a model of any length.
///
/// Only rows in sight and a page around them are read and laid out (RowFlow); model changes are
/// noted and worked off once per frame. Knows no session: what a person asks for leaves as a
/// signal. One tab stop; arrows move between rows. Texts are plain text everywhere.
class TimelineView : public QAbstractScrollArea, public SpokenList
{
    Q_OBJECT

public:
    using Clock = std::function<Instant()>;
    /// The topic something outside of the view stands for, by a place on the screen; or none.
    using DropPlaces = std::function<TopicId(const QPoint &global)>;

    /// `themes` outlives the view.
    explicit TimelineView(const ThemeHost &themes, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Neither is owned; both outlive their use here. Null takes both away.
    void setModel(QAbstractItemModel *model, const RowReader *reader);
    QAbstractItemModel *model() const { return m_model; }
    const RowReader *reader() const { return m_reader; }

    /// Topics whose rails are drawn, and to which messages can be moved.
    void setLanes(const QList<LaneSpan> &lanes);
    /// Rows of other topics are dimmed; empty: none.
    void setFocusTopic(const TopicId &topic);
    /// Time for recall rings; the computer's own unless set.
    void setClock(Clock clock);
    /// Words highlighted in texts, strongest in the row of `current`; empty: none.
    void setFind(const QString &words, const MessageId &current = {});
    /// Where else a message can be dropped than on rows and rails.
    void setDropPlaces(DropPlaces places) { m_dropPlaces = std::move(places); }
    /// Where pictures come from; not owned, outlives its use. Null: their places stay empty.
    void setPictures(PictureSource *pictures);
    /// The answer that is being corrected just now.
    void setMarked(const MessageId &message);

    /// Scrolls the row into the middle and flashes it.
    void goTo(const QModelIndex &index);
    void scrollToEnd();
    bool isFollowing() const { return m_flow.isFollowing(); }
    /// Messages that arrived below what is seen.
    int news() const { return m_news; }

    void setCurrent(qsizetype row);
    qsizetype current() const { return m_current.isValid() ? m_current.row() : -1; }
    void selectAll();
    QString selected() const;

    /// Does now what is otherwise done with the next frame.
    void settle();
    /// Content of a row, from its layout or newly read.
    RowContent contentOf(qsizetype row) const;
    /// Where a row stands on the viewport.
    QRect rowRect(qsizetype row) const;
    /// What lies under a point of the viewport.
    RowHit hitAt(const QPoint &point) const;
    const RowFlow &flow() const { return m_flow; }

    int spokenRows() const override { return int(m_flow.count()); }
    int spokenRowAt(const QPoint &point) const override { return int(m_flow.rowAt(point.y())); }
    int spokenCurrent() const override { return int(current()); }
    /// With what is wrong with its pictures.
    QString spokenRow(int row) const override;
    QRect spokenRect(int row) const override { return rowRect(row); }
    bool isSpokenRowFocusable(int) const override { return true; }

signals:
    void quote(const quntai::MessageId &message);
    void recall(const quntai::MessageId &message);
    void correct(const quntai::MessageId &message);
    void retry(const quntai::MessageId &message);
    void markSent(const quntai::MessageId &message);
    void openEntry(const quntai::EntryId &entry);
    void openMessage(const quntai::MessageId &message);
    void openAttachment(const quntai::MessageId &message, int index);
    /// A text of the message that can be looked up, such as an order's number.
    void openEntity(const quntai::MessageId &message, const QString &text);
    void showVerdict(const quntai::MessageId &message);
    /// A message of ours promises something; text: what is selected in it, else all of it.
    void promiseWanted(const quntai::MessageId &message, const QString &text);
    void confirmLink(const quntai::MessageId &message, const quntai::TopicId &topic);
    /// A message is being dragged over the screen; then: it is not any more.
    void dragMoved(const QPoint &global);
    void dragEnded();
    /// An empty topic: into a new one of its own.
    void moveMessage(const quntai::MessageId &message, const quntai::TopicId &topic);
    void focusTopic(const quntai::TopicId &topic);
    void retryPending(const quntai::CommandId &command);
    void editPending(const quntai::CommandId &command);
    void discardPending(const quntai::CommandId &command);
    void unfold(const QModelIndex &index);
    /// The first row is near; older ones would be welcome.
    void loadOlder();
    void followingChanged(bool following);
    void newsChanged(int count);
    void currentChanged(qsizetype row);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // timelineview.cpp: model, geometry, painting
    void connectModel();
    LaidRowPtr layRow(qsizetype row) const;
    void schedule();
    void layNow();
    void showChanges();
    void syncScrollBar();
    void renewRails();
    void announce();
    void setNews(int count);
    void relayAll();
    RowState stateOf(const RowFlow::Placed &placed) const;
    void rowsInserted(const QModelIndex &parent, int first, int last);
    void rowsRemoved(const QModelIndex &parent, int first, int last);
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void modelReset();
    void tick();

    // timelinepictures.cpp
    void wantPictures();
    void pictureChanged(const QString &sha256);
    bool isPictureHere(const AttachmentBox &box) const;
    void copyPicture(const QString &sha256);

    // timelineinput.cpp: mouse
    void setHover(const QPoint &point);
    void clearHover();
    void updateRow(qsizetype row);
    void perform(qsizetype row, const RowHit &hit);
    void performOnMessage(const RowContent &row, const RowHit &hit);
    void performOnPending(const RowContent &row, RowAction action);
    // timelinedrag.cpp: a message taken by its avatar or node to another topic
    bool beginDrag(const QPoint &point);
    bool continueDrag(const QPoint &point);
    bool finishDrag();
    void cancelDrag();
    TopicId dropTopicAt(const QPoint &point) const;
    void paintDrag(QPainter &painter) const;
    // timelinemenu.cpp
    void chooseTopic(const RowContent &row, const QPoint &at);
    void addTopics(QMenu *menu, const RowContent &row);
    void addCopying(QMenu *menu, const RowContent &row, int picture);
    void addActions(QMenu *menu, qsizetype row, const RowContent &content);
    void showMenu(qsizetype row, const QPoint &at);
    void dragTo(const QPoint &point);
    TextSelection::Point textPointAt(const QPoint &point) const;
    // timelinekeys.cpp
    qsizetype rowByKey(int key) const;
    bool moveCurrent(int key, bool selecting);
    void selectRows(qsizetype from, qsizetype to);
    bool actByKey(QKeyEvent *event);
    bool actOnRow(QKeyEvent *event, qsizetype row);
    void copySelection() const;
    void copyRow(const RowContent &row) const;
    bool showToolTip(const QPoint &point, const QPoint &global);

    /// A row as it stands on the screen.
    struct Shown
    {
        LaidRowPtr laid;
        int y = 0;
        QList<RailPiece> rails;
    };

    const ThemeHost &m_themes;
    QPointer<QAbstractItemModel> m_model;
    const RowReader *m_reader = nullptr;
    RowFlow m_flow;
    QList<LaneSpan> m_lanes;
    QHash<qsizetype, QList<RailPiece>> m_rails; ///< of laid out rows
    QList<Shown> m_shown;
    TopicId m_focusTopic;
    MessageId m_marked;
    Clock m_clock;
    QString m_find;
    MessageId m_found;
    PictureSource *m_pictures = nullptr;
    QSet<MessageId> m_whole;
    TextSelection m_selection;
    QPersistentModelIndex m_current;
    QPersistentModelIndex m_selectedFrom; ///< where selecting by keys began
    QPersistentModelIndex m_flashed;
    QVariantAnimation m_flash;
    NewsPill *m_pill;
    QBasicTimer m_frame; ///< settles
    QBasicTimer m_ticks; ///< rings
    QBasicTimer m_dragScroll;
    QElapsedTimer m_sinceFrame;
    MessageId m_carried;      ///< pressed where a message can be taken, or on its way
    TopicId m_carriedFrom;
    TopicId m_dropTopic;      ///< where it would go now
    bool m_carrying = false;
    DropPlaces m_dropPlaces;
    QPoint m_press;
    QPoint m_pointer{-1, -1};
    RowHit m_pressed;
    RowHit m_hover;
    qsizetype m_hoverRow = -1;
    int m_news = 0;
    bool m_dirty = true;
    bool m_isPosted = false; ///< settles with the next event
    bool m_dragging = false;
    bool m_keyboard = false; ///< the current row was chosen by a key: its ring is shown
    bool m_askedOlder = false;
    bool m_wasFollowing = true;
};

} // namespace quntai
