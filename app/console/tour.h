// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/tourparts.h"
#include "models/session/session.h"
#include "widgets/common/theme/themehost.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace quntai {

class MainWindow;

/** Leads through the pages and states there are, with the sample company alive behind them, in
 * both themes, and writes a picture of each: README's pictures, and a way to look at everything.
 * Its later parts show what is unusual, and the main pages again for screens of other resolutions;
 * each wants a new process (tourparts.h).
 *
 * Each stop says when it can be photographed; one that does not come true within its time is an
 * error that names it.
 */
class Tour : public QObject
{
    Q_OBJECT
public:
    /** Pictures go to the folder, which is made. halt(true) makes the backend unreachable. */
    Tour(ThemeHost &host, Session &session, MainWindow &window, QString folder,
         const TourPart &part,
         std::function<void(bool)> halt, QObject *parent = nullptr);

Q_SIGNALS:
    void finished(int code);

private:
    struct Stop
    {
        QString name;                //!< of the picture; empty: none is taken
        std::function<bool()> ready; //!< true: go on
        std::function<void()> enter; //!< what a person would do here
    };

    void plan();
    void planWhole();
    void planScaled();
    void planWide();
    void planHuge();
    void planCompact();
    void planCrowd();
    void planTrouble();
    void crowd();
    void planLoading();
    void planDesk();
    void planWork();
    void planPanels();
    void planReview();
    void planStudio();
    void planReport();
    void planFirstLook();
    void planStream();
    void planWall();
    /** Takes another chair of the sample company, and waits till it is taken. */
    void sit(const QString &seat);
    /** The same, and stays where the backend has let us in but said nothing yet. */
    void sitLoading(const QString &seat);
    /** The backend goes on where it was halted. */
    void goOn();
    void haltWhenLetIn();
    bool isLive() const { return m_session.link().state == LinkState::Live; }
    bool isCutOff() const;
    bool holdsTopic() const;
    /** The busiest topic that waits for a person. */
    TopicId escalated() const;
    void addDesk();
    void addTaken();
    /** As soon as so many drafts wait. */
    void addReview(int drafts);
    void addStudio();
    void addReport();
    void addWall();
    void addPalette();
    void addSettings();
    void addSignIn();
    void planShell();
    void planOffline();
    void planOfflineRooms();
    void planSignIn();
    void step();
    void photograph(const QString &name);
    void add(const QString &name, std::function<void()> enter, std::function<bool()> ready = {});
    /** One stop in both themes. */
    void addBoth(const QString &name, std::function<void()> enter,
                 std::function<bool()> ready = {});
    void write(const QString &text);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    /** The newest message with a picture. */
    MessagePtr pictured() const;
    /** The group most topics are open in. */
    GroupId busiestGroup() const;
    TopicId topicThat(const std::function<bool(const Topic &)> &wanted) const;

    ThemeHost &m_host;
    Session &m_session;
    MainWindow &m_window;
    QString m_folder;
    const TourPart &m_part;
    std::function<void(bool)> m_halt;
    bool m_haltsWhenLetIn = false;
    QList<Stop> m_stops;
    qsizetype m_at = 0;
    bool m_entered = false;
    int m_settle = 0;
    QTcpServer m_mute; //!< takes connections and says nothing
    QTimer m_timer;
    QElapsedTimer m_waited;
};

} // namespace quntai
