// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/searchpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/search/scopebar.h"
#include "widgets/search/searchdelegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 200;
constexpr int fewestCharacters = 2;

} // namespace

SearchPanel::SearchPanel(ThemeHost &host, SearchModel &model, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model),
      m_field(new SearchField(host, tr("Search all messages"), this)),
      m_scope(new ScopeBar(host, this)),
      m_count(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_list(new QListView(this)), m_empty(new EmptyState(host, Icon::Search, {}, this)),
      m_pages(new QStackedWidget(this)), m_soon(new QTimer(this))
{
    auto *close = new IconButton(host, Icon::X, tr("Close the search"), this);
    close->setKeyHint(u"Esc"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::x3, space::x2, space::x2, space::x2);
    head->addWidget(m_field, 1);
    head->addWidget(close);
    m_count->setContentsMargins(space::x4, 0, space::x4, 0);
    m_list->setAccessibleName(tr("Messages found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setItemDelegate(new SearchDelegate(host, m_list));
    m_list->setModel(&model);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scope->setContentsMargins(space::x3, 0, space::x2, space::x1);
    column->addLayout(head);
    column->addWidget(m_scope);
    column->addWidget(m_count);
    column->addSpacing(space::x1);
    column->addWidget(m_pages, 1);
    m_soon->setSingleShot(true);
    m_soon->setInterval(typingPauseMs);
    m_field->installEventFilter(this);
    connect(m_soon, &QTimer::timeout, this, &SearchPanel::ask);
    connect(m_field, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    connect(close, &IconButton::clicked, this, &SearchPanel::closed);
    connect(m_scope, &ScopeBar::scopeChosen, this, [this](const SearchScope &scope) {
        m_model.setScope(scope);
        refresh({});
    });
    connect(&model, &SearchModel::searched, this, &SearchPanel::refresh);
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    connect(m_list, &QListView::activated, this, &SearchPanel::choose);
    refresh({});
}

void SearchPanel::begin(const QString &words)
{
    if (!words.isEmpty())
        m_field->setText(words);
    m_field->setFocus();
    m_field->selectAll();
}

void SearchPanel::ask()
{
    const auto words = m_field->text().trimmed();
    m_model.setWords(words.size() < fewestCharacters ? QString() : words);
    refresh({});
}

void SearchPanel::refresh(const QString &problem)
{
    const int rows = m_model.rowCount();
    const auto words = visibleText(m_model.words(), 40);
    if (!problem.isEmpty())
        m_empty->setSentence(tr("The search failed: %1").arg(problem));
    else if (words.isEmpty() && !m_model.scope().isAlone())
        m_empty->setSentence(tr("Type two characters or more; names of goods and order numbers "
                                "work too"));
    else if (m_model.isBusy())
        m_empty->setSentence(tr("Searching…"));
    else if (!m_model.scope().isEmpty())
        m_empty->setSentence(tr("No message on this computer is like that; narrow it less"));
    else
        m_empty->setSentence(tr("No message on this computer has “%1”").arg(words));
    // Old rows stay while the new ones are looked for.
    m_pages->setCurrentWidget(rows > 0 && problem.isEmpty() ? static_cast<QWidget *>(m_list)
                                                            : m_empty);
    m_count->setPlainText(rows > 0 ? tr("%n message(s)", nullptr, rows) : QString());
    m_count->setVisible(rows > 0);
}

void SearchPanel::choose(const QModelIndex &index)
{
    if (const auto message = index.data(SearchModel::MessageValue).value<MessagePtr>())
        Q_EMIT chosen(message);
}

void SearchPanel::step(int rows)
{
    const auto current = m_list->currentIndex();
    const int row = current.isValid() ? current.row() + rows : 0;
    if (row >= 0 && row < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(row, 0));
}

/** From the field, arrows walk the list and Enter opens: the hands stay where they are. */
bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return ThemedWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_soon->isActive()) {
            m_soon->stop();
            ask();
        } else if (m_model.rowCount() > 0) {
            if (!m_list->currentIndex().isValid())
                step(0);
            choose(m_list->currentIndex());
        }
        return true;
    default: return ThemedWidget::eventFilter(watched, event);
    }
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void SearchPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
