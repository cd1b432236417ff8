// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"
#include "app/console/wallcommands.h"
#include "models/items/servicetally.h"
#include "models/items/wallalert.h"
#include "widgets/wall/alertwords.h"
#include "widgets/wall/tilelayout.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace quntai {

struct WindowAction;

class AccountHealth;
class AgentModel;
class AgentView;
class AlertModel;
class AlertView;
class CountBadge;
class EmptyState;
class InlineBanner;
class KpiStrip;
class NotePopup;
class TransferPanel;
class WallHead;
class WallModel;
class WallView;

/** 群监控: what happens in every group, for those who watch over them.
 *
 * Tiles change as things happen; everything that comes with time alone is looked at once a second.
 * Places change every five seconds, and never while somebody is at the tiles.
 */
class WallPage : public Page
{
    Q_OBJECT
public:
    WallPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
    ~WallPage() override;

    void entered() override;
    void addActions(ActionRegistry &registry) override;
    int badge() const override;

    WallModel &model() const { return *m_model; }
    WallView &view() const { return *m_view; }
    WallHead &head() const { return *m_head; }
    KpiStrip &figures() const { return *m_figures; }
    AlertView &alerts() const { return *m_alertView; }
    /** What the timer does within a second, at once; for tests. */
    void beat();
    /** A quarter of it: each is short, so that no frame waits for all. */
    void pulse();
    /** As the buttons of a tile do. */
    void act(const GroupId &group, WallVerb verb);
    void openMenu(const GroupId &group, const QPoint &globalPos);

    static constexpr int orderEveryBeats = 5;
    static constexpr int pulsesPerBeat = 4;

Q_SIGNALS:
    /** The menu of a tile is about to open; others may add to it. */
    void menuOpening(QMenu &menu, const quntai::GroupId &group);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *buildTiles();
    QWidget *buildSide();
    QWidget *sideHead(const QString &title, CountBadge *badge, const QString &note);
    void join();
    void joinPopups();
    void refreshLink();
    bool isLoading() const;
    void refreshStack();
    void refreshAlerts();
    void refreshFigures();
    void refreshHead();
    void refreshOrder();
    void refit();
    void chooseFigure(int figure);

    // What can be done by name or key; wallkeys.cpp.
    WindowAction verbAction(const QString &id, WallVerb verb);
    QString whyNotCurrent(WallVerb verb) const;
    void focusFilter();

    // What can be done and why not; wallactions.cpp.
    bool may(const char *method) const;
    bool isLive() const;
    QString whyNot(const WallTile &tile, WallVerb verb) const;
    QString whyNotAlert(const WallAlert &alert, AlertAction action) const;
    QString whyNotCommand(const char *method) const;
    /** The topic the verb acts on for this person; empty: none. */
    TopicId topicFor(const WallTile &tile, WallVerb verb) const;
    void actOn(const WallAlert &alert, AlertAction action);
    void whisper(const TopicId &topic, QWidget *anchor);
    void assign(const TopicId &topic, QWidget *anchor);
    void force(const TopicId &topic, TopicState state, QWidget *anchor);
    void addVerbs(QMenu &menu, const GroupId &group);
    void addModes(QMenu &menu, const WallTile &tile);
    void addTopics(QMenu &menu, const WallTile &tile);
    QWidget *anchorAt(const GroupId &group);
    void refuse(const CommandData &command, const Error &error);
    void keep(NotePopup &popup, const TopicId &topic, const Result<> &kept);

    WallCommands m_commands;
    ServiceTally m_tally;
    WallModel *m_model;
    AlertModel *m_alerts;
    AgentModel *m_agents;
    int m_pulses = 0;
    Instant m_cutOff;        //!< since when what is shown is old; unset: it is not
    bool m_slow = false;     //!< the first state takes a while
    TopicState m_forced = TopicState::Bot;
    std::optional<bool> m_hadRoom;
    int m_sideWidth = 0;     //!< as last set; people may drag it

    QSplitter *m_splitter;
    QWidget *m_side;
    WallHead *m_head;
    InlineBanner *m_banner;
    InlineBanner *m_refusal;
    KpiStrip *m_figures;
    QStackedWidget *m_stack;
    WallView *m_view;
    EmptyState *m_empty;
    CountBadge *m_alertCount;
    AlertView *m_alertView;
    EmptyState *m_allWell;
    CountBadge *m_agentCount;
    AgentView *m_agentView;
    AccountHealth *m_health;
    NotePopup *m_whisper;
    NotePopup *m_force;
    TransferPanel *m_assign;
    QWidget *m_anchor;
};

} // namespace quntai
