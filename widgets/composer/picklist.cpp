// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/picklist.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace quntai {

namespace {

constexpr int detailRole = Qt::UserRole;
constexpr int markRole = Qt::UserRole + 1;
constexpr int oneLine = 28;
constexpr int twoLines = 44;
constexpr int pad = 10;
constexpr int widest = 460;
constexpr int mostLines = 7;
constexpr int titleLimit = 60;
constexpr int detailLimit = 120;

///  | title                                  [mark] |
///  | detail, one line                              |
class PickDelegate final : public QStyledItemDelegate
{
public:
    PickDelegate(ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, index.data(detailRole).toString().isEmpty() ? oneLine : twoLines};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_host.theme();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme.color(chosen ? ColorRole::SurfaceSelected
                                                          : ColorRole::SurfaceOverlay));
        auto line = option.rect.adjusted(pad, 0, -pad, 0);
        const auto detail = index.data(detailRole).toString();
        if (!detail.isEmpty())
            line.setHeight(option.rect.height() / 2 + 2);
        const auto mark = index.data(markRole).toString();
        if (!mark.isEmpty()) {
            const auto size = keyCapSize(theme, mark);
            paintKeyCap(*painter, theme,
                        QRect({line.right() - size.width(), line.center().y() - size.height() / 2},
                              size),
                        mark);
            line.setRight(line.right() - size.width() - pad);
        }
        paintText(*painter, line, index.data(Qt::DisplayRole).toString(),
                  theme.boldFont(TextRole::Caption), theme.color(ColorRole::TextPrimary),
                  Qt::AlignLeft | Qt::AlignVCenter);
        if (detail.isEmpty())
            return;
        const auto under = option.rect.adjusted(pad, option.rect.height() / 2, -pad, -2);
        paintText(*painter, under, detail, theme.font(TextRole::Caption),
                  theme.color(ColorRole::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter);
    }

private:
    ThemeHost &m_host;
};

} // namespace

PickList::PickList(ThemeHost &host, const QString &name, QWidget *parent)
    : QListWidget(parent), m_host(host)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new PickDelegate(host, this));
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT picked(row(item)); });
    hide();
}

void PickList::setItems(const QList<PickItem> &items)
{
    clear();
    for (const auto &item : items) {
        auto *line = new QListWidgetItem(visibleText(item.title, titleLimit), this);
        line->setData(detailRole, visibleText(item.detail.simplified(), detailLimit));
        line->setData(markRole, visibleText(item.mark, titleLimit));
        line->setData(Qt::AccessibleDescriptionRole, line->data(detailRole));
    }
    setCurrentRow(0);
    if (items.isEmpty())
        hide();
}

void PickList::openAbove(QWidget &editor)
{
    if (count() == 0)
        return;
    if (parentWidget() != editor.window())
        setParent(editor.window());
    if (m_editor != &editor)
        follow(editor);
    place();
    show();
    raise();
}

void PickList::place()
{
    int high = 2 * frameWidth();
    for (int row = 0; row < std::min(count(), mostLines); ++row)
        high += sizeHintForRow(row);
    const auto corner = m_editor->mapTo(m_editor->window(), QPoint(0, 0));
    high = std::min(high, corner.y() - space::x2);
    setGeometry(corner.x(), corner.y() - high - space::x1, std::min(widest, m_editor->width()), high);
}

/** The editor moves with whatever it stands in. */
void PickList::follow(QWidget &editor)
{
    for (const auto &one : std::as_const(m_followed)) {
        if (one)
            one->removeEventFilter(this);
    }
    m_followed.clear();
    m_editor = &editor;
    for (auto *one = &editor; one && !one->isWindow(); one = one->parentWidget()) {
        one->installEventFilter(this);
        m_followed.append(one);
    }
}

/** A long text replaced by a sign shrinks the editor under the list; rows that come and go around it
 * move it. */
bool PickList::eventFilter(QObject *watched, QEvent *event)
{
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (moves && isVisible() && m_followed.contains(qobject_cast<QWidget *>(watched)))
        QMetaObject::invokeMethod(this, &PickList::place, Qt::QueuedConnection);
    return QListWidget::eventFilter(watched, event);
}

void PickList::step(int by)
{
    if (count() > 0)
        setCurrentRow((currentRow() + by + count()) % count());
}

bool PickList::takeKey(const QKeyEvent &event)
{
    if (isHidden() || event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        Q_EMIT picked(currentRow());
        return true;
    case Qt::Key_Escape:
        hide();
        Q_EMIT closed();
        return true;
    default:
        return false;
    }
}

} // namespace quntai
