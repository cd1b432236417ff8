// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"

class QStackedWidget;

namespace quntai {

/** A room of three columns: a list, what is chosen of it, and a bench where one sees what would
 * come of it. */
class BenchPage : public Page
{
    Q_OBJECT
public:
    BenchPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);

protected:
    /** Once; the room takes them all. middle: what may stand in the middle, the first at first;
     * that column is never narrower than leastMiddle, in pixels. */
    void arrange(QWidget *list, const QWidgetList &middle, int leastMiddle, QWidget *bench);
    /** One of the middle. */
    void showPage(QWidget *page);
    QWidget *shown() const;

    /** A name to show, or the id of one who has none. */
    QString personName(const UserId &user) const;
    QList<std::pair<GroupId, QString>> groupsByName() const;

private:
    QStackedWidget *m_middle;
};

} // namespace quntai
