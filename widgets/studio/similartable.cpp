// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/similartable.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int originWidth = 84;
constexpr int claimWidth = 184;
constexpr int mostRows = 7;

class SimilarDelegate : public QStyledItemDelegate
{
public:
    SimilarDelegate(ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_host.theme();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
        paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
                   theme.color(ColorRole::BorderSubtle));
        const auto text = index.data().toString();
        const bool aside = index.column() == SimilarModel::Claimed;
        if (index.column() == SimilarModel::Origin && !text.isEmpty()) {
            const ChipSpec chip{text, Tone::Accent};
            const auto size = chipSize(theme, chip);
            paintChip(*painter, theme,
                      QRect(QPoint(option.rect.left(),
                                   option.rect.center().y() - size.height() / 2),
                            size.boundedTo(option.rect.size())),
                      chip);
        } else if (index.column() != SimilarModel::Origin) {
            paintText(*painter, theme, option.rect, text,
                      aside ? TextRole::Caption : TextRole::Ui,
                      aside ? ColorRole::WarningFg : ColorRole::TextPrimary,
                      aside ? Qt::AlignRight : Qt::AlignLeft);
        }
        painter->restore();
    }

private:
    ThemeHost &m_host;
};

} // namespace

SimilarTable::SimilarTable(ThemeHost &host, SimilarModel &model, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model), m_table(new QTableView(this)),
      m_line(new QLineEdit(this)),
      m_count(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_told(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_paste(new ActionButton(host, ButtonKind::Link, tr("Paste many"), this))
{
    m_table->setModel(&model);
    m_table->setItemDelegate(new SimilarDelegate(host, this));
    m_table->setAccessibleName(tr("Similar questions"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(SimilarModel::Text, QHeaderView::Stretch);
    m_table->setColumnWidth(SimilarModel::Origin, originWidth);
    m_table->setColumnWidth(SimilarModel::Claimed, claimWidth);
    m_table->installEventFilter(this);
    m_line->setPlaceholderText(tr("Add a similar question, Enter"));
    m_line->setAccessibleName(tr("New similar question"));
    m_line->installEventFilter(this);
    m_paste->setButtonSize(ButtonSize::Small);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x2);
    head->addWidget(m_count);
    head->addWidget(m_told, 1);
    head->addWidget(m_paste);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addLayout(head);
    column->addWidget(m_table);
    column->addWidget(m_line);
    connect(m_paste, &ActionButton::clicked, this,
            [this] { addLines(QGuiApplication::clipboard()->text()); });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        addLines(m_line->text());
        m_line->clear();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const auto other = m_model.claim(index.row());
        if (index.column() == SimilarModel::Claimed && other)
            Q_EMIT entryWanted(other->entry);
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_told->setPlainText({});
        refresh();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &SimilarTable::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &SimilarTable::refresh);
    refresh();
}

void SimilarTable::setReadOnly(bool readOnly)
{
    m_model.setReadOnly(readOnly);
    m_line->setVisible(!readOnly);
    m_paste->setVisible(!readOnly);
}

void SimilarTable::addLines(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.left(100'000).split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    const int added = m_model.add(lines);
    const int skipped = int(lines.size()) - added;
    if (lines.isEmpty())
        m_told->setPlainText(tr("There is no text to paste"));
    else if (skipped > 0)
        m_told->setPlainText(tr("%1 added, %2 were there already").arg(added).arg(skipped));
    else
        m_told->setPlainText(lines.size() > 1 ? tr("%n added", nullptr, added) : QString());
    if (added > 0)
        m_table->scrollToBottom();
}

void SimilarTable::refresh()
{
    m_count->setPlainText(tr("Similar questions %1").arg(m_model.rowCount()));
    fit();
}

void SimilarTable::fit()
{
    const int height = theme().metrics().tableRow;
    m_table->verticalHeader()->setDefaultSectionSize(height);
    m_table->setFixedHeight(std::min(m_model.rowCount(), mostRows) * height);
    m_table->setVisible(m_model.rowCount() > 0);
}

bool SimilarTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return ThemedWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table && key->key() == Qt::Key_Delete) {
        const auto row = m_table->currentIndex().row();
        m_model.removeAt(row);
        return true;
    }
    const auto text = QGuiApplication::clipboard()->text();
    if (watched == m_line && key->matches(QKeySequence::Paste) && text.contains(u'\n')) {
        addLines(text);
        return true;
    }
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace quntai
