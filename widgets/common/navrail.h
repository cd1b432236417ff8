// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paint/avatar.h"
#include "widgets/common/themedwidget.h"

#include <QList>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace quntai {

class IconButton;
class NavAvatar;
class NavItem;

/// The 56 px rail at the left edge: menu, pages (one taken), and at the foot bell, settings and
/// the person signed in.
class NavRail : public ThemedWidget
{
    Q_OBJECT

public:
    explicit NavRail(ThemeHost &host, QWidget *parent = nullptr);

    /// Returns the page's index; the first added is current.
    int addPage(Icon icon, const QString &label);
    int currentPage() const;
    /// No signal.
    void setCurrentPage(int index);
    /// A page a person has no use for; its index stays.
    void setPageVisible(int index, bool visible);
    /// 0: no badge.
    void setBadge(int index, int count);
    void setPerson(const QString &name, PresenceMark presence);

    IconButton &menuButton() const { return *m_menu; }
    IconButton &bellButton() const { return *m_bell; }
    IconButton &settingsButton() const { return *m_settings; }
    QAbstractButton &personButton() const;

signals:
    /// A person chose another page.
    void pageChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconButton *m_menu;
    IconButton *m_bell;
    IconButton *m_settings;
    NavAvatar *m_person;
    QButtonGroup *m_group;
    QVBoxLayout *m_pages;
};

} // namespace quntai
