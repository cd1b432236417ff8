// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/cheatsheet.h"

#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;
constexpr int mostWidth = 860;
constexpr int mostHeight = 620;
constexpr int margin = 24;

/** A key cap of its own. */
class KeyCap : public ThemedWidget
{
public:
    KeyCap(ThemeHost &host, const QString &keys) : ThemedWidget(host), m_keys(keys)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAccessibleName(keys);
    }
    QSize sizeHint() const override { return keyCapSize(theme(), m_keys); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintKeyCap(painter, theme(), rect(), m_keys);
    }

private:
    QString m_keys;
};

} // namespace

CheatSheet::CheatSheet(ThemeHost &host, ActionRegistry &registry, QWidget *parent)
    : ThemedWidget(host, parent), m_registry(registry),
      m_scroll(new ScrollColumn(host, ColorRole::SurfaceOverlay, this))
{
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    auto *close = new IconButton(host, Icon::X, tr("Close"));
    close->setKeyHint(u"Esc"_s);
    connect(close, &IconButton::clicked, this, &CheatSheet::dismiss);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::x3, 0, 0, 0);
    head->addWidget(new PlainLabel(host, tr("Keys"), TextRole::Title), 1);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x3, space::x2, space::x2, space::x2);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    hide();
    parent->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now)) {
            m_before = nullptr;
            dismiss();
        }
    });
}

void CheatSheet::toggle()
{
    if (isVisible()) {
        dismiss();
        return;
    }
    m_before = window()->focusWidget();
    fill();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void CheatSheet::dismiss()
{
    if (isHidden())
        return;
    const QPointer<QWidget> back = std::exchange(m_before, nullptr);
    if (back)
        back->setFocus(Qt::OtherFocusReason);
    hide();
}

/** Groups in the order of the registry, the next always into the shorter column. */
void CheatSheet::fill()
{
    delete m_table;
    m_table = new QWidget;
    auto *row = new QHBoxLayout(m_table);
    row->setContentsMargins(0, 0, space::x3, 0);
    row->setSpacing(space::x10);
    QList<QGridLayout *> grids;
    for (int at = 0; at < columns; ++at) {
        auto *column = new QVBoxLayout;
        grids.append(new QGridLayout);
        grids.last()->setHorizontalSpacing(space::x2);
        grids.last()->setVerticalSpacing(space::x1);
        grids.last()->setColumnStretch(0, 1);
        column->addLayout(grids.last());
        column->addStretch(1);
        row->addLayout(column, 1);
    }
    QStringList groups;
    for (const auto &action : m_registry.actions()) {
        if (!groups.contains(action.group) && !m_registry.keys(action.id).isEmpty())
            groups.append(action.group);
    }
    for (const auto &group : std::as_const(groups)) {
        auto *shorter = grids[0]->rowCount() <= grids[1]->rowCount() ? grids[0] : grids[1];
        addGroup(*shorter, group);
    }
    m_scroll->addCard(m_table);
}

void CheatSheet::addGroup(QGridLayout &grid, const QString &group)
{
    if (grid.count() > 0)
        grid.setRowMinimumHeight(grid.rowCount(), space::x2);
    grid.addWidget(new PlainLabel(host(), group, TextRole::UiStrong), grid.rowCount(), 0, 1, 2);
    for (const auto &action : m_registry.actions()) {
        const auto keys = m_registry.keys(action.id);
        if (action.group != group || keys.isEmpty())
            continue;
        const int row = grid.rowCount();
        grid.addWidget(new PlainLabel(host(), action.text, TextRole::Ui, ColorRole::TextSecondary),
                       row, 0);
        auto *caps = new QHBoxLayout;
        caps->setSpacing(space::x1);
        for (const auto &one : keyText(keys).split(u", "_s))
            caps->addWidget(new KeyCap(host(), one));
        grid.addLayout(caps, row, 1, Qt::AlignRight);
    }
}

void CheatSheet::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(mostWidth, room.width() - 2 * margin),
                     std::min(mostHeight, room.height() - 2 * margin));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2,
                             (room.height() - size.height()) / 2), size));
}

bool CheatSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void CheatSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        ThemedWidget::keyPressEvent(event);
}

void CheatSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::popup, theme().color(ColorRole::SurfaceOverlay),
             theme().color(ColorRole::BorderStrong));
}

} // namespace quntai
