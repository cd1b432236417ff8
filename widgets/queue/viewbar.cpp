// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/viewbar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/queue/viewchip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allSorts{QueueSort::Priority, QueueSort::OldestWait, QueueSort::Newest,
                              QueueSort::Sla};
constexpr qsizetype mostInMenu = 30;
constexpr int upset = 40;
constexpr int angry = 70;

/** An ampersand of a name would become a shortcut. */
QString menuText(const QString &name)
{
    return visibleText(name, 40).replace(u'&', u"&&"_s);
}

template <class T>
void toggle(QList<T> &list, const T &value)
{
    if (!list.removeAll(value))
        list.append(value);
}

} // namespace

QString queueSortName(QueueSort sort)
{
    switch (sort) {
    case QueueSort::Priority:
        return ViewBar::tr("Priority");
    case QueueSort::OldestWait:
        return ViewBar::tr("Oldest wait");
    case QueueSort::Newest:
        return ViewBar::tr("Newest");
    case QueueSort::Sla:
        return ViewBar::tr("Service level");
    }
    return {};
}

ViewBar::ViewBar(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_sort(new ActionButton(host, ButtonKind::Quiet, {}, this)),
      m_filter(new ActionButton(host, ButtonKind::Quiet, {}, this)), m_chips(new QWidget(this)),
      m_flow(new FlowLayout(2, m_chips))
{
    m_sort->setButtonSize(ButtonSize::Small);
    m_sort->setGlyph(Icon::Sort);
    m_filter->setButtonSize(ButtonSize::Small);
    m_filter->setGlyph(Icon::Filter);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2);
    buttons->addWidget(m_sort);
    buttons->addWidget(m_filter);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 4);
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(m_chips);
    connect(m_sort, &QAbstractButton::clicked, this, &ViewBar::openSort);
    connect(m_filter, &QAbstractButton::clicked, this, &ViewBar::openFilter);
    refresh();
}

void ViewBar::setView(const SavedView &view)
{
    m_view = view;
    refresh();
}

void ViewBar::setSaved(const QList<SavedView> &saved)
{
    m_saved = saved.first(std::min(saved.size(), mostSaved));
    refreshChips();
}

void ViewBar::setChoices(const QList<std::pair<GroupId, QString>> &groups,
                         const QStringList &categories)
{
    const bool renamed = m_groups != groups;
    m_groups = groups;
    m_categories = categories;
    if (renamed)
        refreshChips();
}

QString ViewBar::groupName(const GroupId &id) const
{
    for (const auto &[group, name] : m_groups) {
        if (group == id)
            return name;
    }
    return id.value;
}

QString ViewBar::nameOf(const SavedView &view) const
{
    QStringList parts;
    for (const auto &group : view.filter.groups)
        parts.append(groupName(group));
    parts += view.filter.categories;
    if (view.filter.emotionFrom > 0)
        parts.append(view.filter.emotionFrom >= angry ? tr("Angry") : tr("Upset"));
    if (view.filter.mine)
        parts.append(tr("Mine"));
    if (parts.isEmpty() || view.sort != QueueSort::Priority)
        parts.append(queueSortName(view.sort));
    return parts.join(u" · "_s);
}

void ViewBar::choose(const SavedView &view)
{
    if (view == m_view)
        return;
    setView(view);
    Q_EMIT viewChosen(view);
}

void ViewBar::keep()
{
    if (m_saved.contains(m_view) || m_saved.size() >= mostSaved)
        return;
    m_saved.append(m_view);
    refreshChips();
    Q_EMIT savedChanged();
}

void ViewBar::forget(const SavedView &view)
{
    m_saved.removeAll(view);
    refreshChips();
    Q_EMIT savedChanged();
    m_filter->setFocus();
}

void ViewBar::openSort()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto sort : allSorts) {
        auto *action = menu->addAction(queueSortName(sort), this, [this, sort] {
            choose({sort, m_view.filter});
        });
        action->setCheckable(true);
        action->setChecked(m_view.sort == sort);
    }
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height() + 2)));
}

void ViewBar::openFilter()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addGroups(menu->addMenu(tr("Group")));
    addCategories(menu->addMenu(tr("Category")));
    addOthers(menu);
    menu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height() + 2)));
}

void ViewBar::addGroups(QMenu *menu)
{
    for (const auto &[group, name] : m_groups.first(std::min(m_groups.size(), mostInMenu))) {
        auto *action = menu->addAction(menuText(name), this, [this, id = group] {
            auto view = m_view;
            toggle(view.filter.groups, id);
            choose(view);
        });
        action->setCheckable(true);
        action->setChecked(m_view.filter.groups.contains(group));
    }
    menu->setEnabled(!menu->isEmpty());
}

void ViewBar::addCategories(QMenu *menu)
{
    for (const auto &category : m_categories.first(std::min(m_categories.size(), mostInMenu))) {
        auto *action = menu->addAction(menuText(category), this, [this, category] {
            auto view = m_view;
            toggle<QString>(view.filter.categories, category);
            choose(view);
        });
        action->setCheckable(true);
        action->setChecked(m_view.filter.categories.contains(category));
    }
    menu->setEnabled(!menu->isEmpty());
}

void ViewBar::addOthers(QMenu *menu)
{
    const auto add = [&](const QString &words, bool on, auto change) {
        auto *action = menu->addAction(words, this, [this, change] {
            auto view = m_view;
            change(view.filter);
            choose(view);
        });
        action->setCheckable(true);
        action->setChecked(on);
    };
    for (const int from : {upset, angry}) {
        const bool on = m_view.filter.emotionFrom == from;
        add(from == angry ? tr("Angry (emotion %1 and more)").arg(from)
                          : tr("Upset (emotion %1 and more)").arg(from),
            on, [from, on](QueueFilter &filter) { filter.emotionFrom = on ? 0 : from; });
    }
    add(tr("Mine, and what I had"), m_view.filter.mine,
        [](QueueFilter &filter) { filter.mine = !filter.mine; });
    menu->addSeparator();
    menu->addAction(tr("Show everything"), this, [this] { choose({m_view.sort, {}}); })
        ->setEnabled(!m_view.filter.isEmpty());
    menu->addAction(tr("Keep this view"), this, &ViewBar::keep)
        ->setEnabled(!m_saved.contains(m_view) && m_saved.size() < mostSaved);
}

void ViewBar::refresh()
{
    m_sort->setText(queueSortName(m_view.sort));
    m_sort->setAccessibleName(tr("Order: %1").arg(queueSortName(m_view.sort)));
    const bool all = m_view.filter.isEmpty();
    m_filter->setText(all ? tr("Filter") : tr("Filtered"));
    m_filter->setKind(all ? ButtonKind::Quiet : ButtonKind::Secondary);
    m_filter->setAccessibleName(all ? tr("Filter: everything is shown")
                                    : tr("Filter: %1").arg(nameOf(m_view)));
    m_sort->updateGeometry();
    m_filter->updateGeometry();
    refreshChips();
}

void ViewBar::refreshChips()
{
    qDeleteAll(m_chips->findChildren<ViewChip *>(Qt::FindDirectChildrenOnly));
    for (const auto &view : std::as_const(m_saved)) {
        auto *chip = new ViewChip(host(), nameOf(view), m_chips);
        chip->setChecked(view == m_view);
        m_flow->addWidget(chip);
        // A second click on the view that is shown shows everything again.
        connect(chip, &QAbstractButton::clicked, this,
                [this, view] { choose(view == m_view ? SavedView{} : view); },
                Qt::QueuedConnection);
        connect(chip, &ViewChip::forgotten, this, [this, view] { forget(view); },
                Qt::QueuedConnection);
        chip->show();
    }
    m_chips->setVisible(!m_saved.isEmpty());
    m_chips->updateGeometry();
}

} // namespace quntai
