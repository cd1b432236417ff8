// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/benchpage.h"

#include "widgets/common/paint/plaintext.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

BenchPage::BenchPage(ThemeHost &host, Session &session, QWidget *parent)
    : Page(host, session, parent), m_middle(new QStackedWidget(this))
{
}

void BenchPage::arrange(QWidget *list, const QWidgetList &middle, int leastMiddle, QWidget *bench)
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    list->setMinimumWidth(layout::studioList.min);
    list->setMaximumWidth(layout::studioList.max);
    m_middle->setMinimumWidth(leastMiddle);
    for (auto *page : middle)
        m_middle->addWidget(page);
    bench->setMinimumWidth(layout::testBench.min);
    bench->setMaximumWidth(layout::testBench.max);
    splitter->addWidget(list);
    splitter->addWidget(m_middle);
    splitter->addWidget(bench);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({layout::studioList.def, 720, layout::testBench.def});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
}

void BenchPage::showPage(QWidget *page)
{
    m_middle->setCurrentWidget(page);
}

QWidget *BenchPage::shown() const
{
    return m_middle->currentWidget();
}

QString BenchPage::personName(const UserId &user) const
{
    const auto found = session().state().users.value(user);
    return visibleText(found.name.isEmpty() ? user.value : found.name, 24);
}

QList<std::pair<GroupId, QString>> BenchPage::groupsByName() const
{
    QList<std::pair<GroupId, QString>> groups;
    for (const auto &group : session().state().groups)
        groups.append({group.info.id, group.info.name});
    std::ranges::sort(groups, {}, [](const auto &one) { return std::pair(one.second, one.first); });
    return groups;
}

} // namespace quntai
