// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "widgets/handover/shiftsheet.h"
#include "widgets/handover/shiftsummary.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace quntai {

class ActionRegistry;
class DeskPage;
class ThemeHost;

/** The sheet one leaves at the end of a shift: keeps it true while it is open, writes it, and hands
 * topics over. GUI thread; files are written in another. */
class ShiftDesk : public PageCommands
{
    Q_OBJECT
public:
    /** All outlive it. */
    ShiftDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent = nullptr);
    ~ShiftDesk() override;

    /** Once: what can be done here by name or key. */
    void addActions(ActionRegistry &registry);
    /** Opens the sheet over the window, or closes it. */
    void toggle();
    /** Null before it was first opened. */
    ShiftSheet *sheet() const;
    /** Writes the sheet as the ending of the name says: Markdown (.md), PDF (.pdf) or text; wrote()
     * or failed() comes later. */
    void write(const QString &path);

Q_SIGNALS:
    void wrote(const QString &path);
    void failed(const QString &problem);

private:
    void make();
    void refresh();
    Instant from() const;
    void copy();
    void askPath();
    void handOver(const QList<TopicId> &topics, const UserId &to);

    ThemeHost &m_host;
    DeskPage &m_page;
    const Instant m_signedIn;
    QPointer<ShiftSheet> m_sheet;
    QTimer m_again;       //!< while it is open: spans and standings
    QThreadPool m_worker;
};

} // namespace quntai
