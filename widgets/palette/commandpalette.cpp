// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/commandpalette.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/palette/palettedelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int mostWidth = 640;
constexpr int mostHeight = 440;
constexpr int fromTop = 72;
constexpr int margin = 16;

} // namespace

CommandPalette::CommandPalette(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_model(new PaletteModel(this)),
      m_field(new SearchField(host, tr("Action, group, person, topic or entry"), this)),
      m_list(new QListView(this)),
      m_nothing(new PlainLabel(host, tr("Nothing is called that. Part of a name or the first "
                                        "letters of its pinyin are enough."),
                               TextRole::Ui, ColorRole::TextSecondary, this))
{
    setAccessibleName(tr("Command palette"));
    setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(host, m_list));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it and moves the row
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    const auto dress = [this] {
        auto look = m_list->palette();
        look.setColor(QPalette::Base, theme().color(ColorRole::SurfaceOverlay));
        m_list->setPalette(look);
    };
    connect(&host, &ThemeHost::changed, this, dress);
    dress();
    m_nothing->setFlow(PlainLabel::Flow::Wrapped);
    m_nothing->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x2, space::x2, space::x2, space::x2);
    column->setSpacing(space::x2);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    hide();
    m_field->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setWords(words);
        refresh();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now)) {
            m_before = nullptr; // the person went somewhere else
            dismiss();
        }
    });
}

void CommandPalette::open(QList<PaletteItem> items, const QStringList &recent)
{
    if (isHidden())
        m_before = window()->focusWidget();
    m_composing = false;
    m_field->clear();
    m_model->setWords({});
    m_model->setRecent(recent);
    m_model->setItems(std::move(items));
    refresh();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    if (isHidden())
        return;
    const QPointer<QWidget> back = std::exchange(m_before, nullptr);
    if (back)
        back->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int wide = std::min(mostWidth, room.width() - 2 * margin);
    const int high = std::min(mostHeight, room.height() - fromTop - margin);
    setGeometry((room.width() - wide) / 2, fromTop, wide, high);
}

void CommandPalette::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    int row = m_list->currentIndex().row() + rows;
    if (std::abs(rows) == 1)
        row = (row + count) % count; // round the ends, as in a menu
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1)));
}

bool CommandPalette::takeKey(int key)
{
    const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)));
    switch (key) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-page); return true;
    case Qt::Key_PageDown: step(page); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(m_list->currentIndex()); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    // Enter and the arrows belong to the input method while it composes.
    if (watched == m_field && event->type() == QEvent::KeyPress && !m_composing) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (!pressed->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier)
            && takeKey(pressed->key()))
            return true;
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void CommandPalette::run(const QModelIndex &index)
{
    const auto *item = m_model->at(index.row());
    if (!index.isValid() || !item || !item->whyNot.isEmpty())
        return; // it says on its row what stands against it
    const auto id = item->id;
    dismiss();
    Q_EMIT chosen(id);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::popup, theme().color(ColorRole::SurfaceOverlay),
             theme().color(ColorRole::BorderStrong));
}

} // namespace quntai
