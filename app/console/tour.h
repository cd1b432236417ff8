// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"
#include "widgets/common/theme/themehost.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace quntai {

class MainWindow;

/** Leads through the pages and states there are, with the sample company alive behind them, in
 * both themes, and writes a picture of each: README's pictures, and a way to look at everything.
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
         std::function<void(bool)> halt, QObject *parent = nullptr);

Q_SIGNALS:
    void finished(int code);

private:
    struct Stop
    {
        QString name;                  //!< of the picture; empty: none is taken
        std::function<bool()> ready;   //!< true: go on
        std::function<void()> enter;   //!< what a person would do here
    };

    void plan();
    void planDesk();
    void planWork();
    void planPanels();
    void planReview();
    void planStudio();
    void planReport();
    void planStream();
    void planWall();
    /** Takes another chair of the sample company, and waits till it is taken. */
    void sit(const QString &seat);
    void planShell();
    void planOffline();
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
    TopicId topicThat(const std::function<bool(const Topic &)> &wanted) const;

    ThemeHost &m_host;
    Session &m_session;
    MainWindow &m_window;
    QString m_folder;
    std::function<void(bool)> m_halt;
    QList<Stop> m_stops;
    qsizetype m_at = 0;
    bool m_entered = false;
    int m_settle = 0;
    QTimer m_timer;
    QElapsedTimer m_waited;
};

} // namespace quntai
