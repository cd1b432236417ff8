// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/recordlist.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/searchfield.h"

#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 260;
constexpr int longestTitle = 60;

bool matches(const Record &record, const QString &words)
{
    return words.isEmpty() || record.title.contains(words, Qt::CaseInsensitive)
        || record.mark.contains(words, Qt::CaseInsensitive)
        || record.words.contains(words, Qt::CaseInsensitive);
}

QString lineOf(const Record &record)
{
    const auto title = visibleText(record.title, longestTitle);
    return record.mark.isEmpty() ? title
                                 : title + u"  ·  "_s + visibleText(record.mark, longestTitle);
}

} // namespace

RecordList::RecordList(ThemeHost &host, const QString &what, const QString &add, QWidget *parent)
    : ThemedWidget(host, parent), m_search(new SearchField(host, tr("Search"), this)),
      m_list(new QListWidget), m_empty(new EmptyState(host, Icon::Doc, {})),
      m_stack(new QStackedWidget(this)),
      m_add(new ActionButton(host, ButtonKind::Secondary, add, this))
{
    setFixedWidth(listWidth);
    m_search->setAccessibleName(tr("Search: %1").arg(what));
    m_list->setAccessibleName(what);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setGlyph(Icon::Plus);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x2, space::x3, space::x4);
    column->setSpacing(space::x2);
    column->addWidget(m_search);
    column->addWidget(m_stack, 1);
    column->addWidget(m_add);
    connect(m_search, &QLineEdit::textChanged, this, &RecordList::fill);
    connect(m_add, &ActionButton::clicked, this, &RecordList::addWanted);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!item)
            return;
        m_current = item->data(Qt::UserRole).toString();
        Q_EMIT chosen(m_current);
    });
}

void RecordList::setRecords(const QList<Record> &records)
{
    if (std::exchange(m_records, records) != records)
        fill();
    else if (records.isEmpty())
        fill();
}

void RecordList::setEmptyWords(const QString &words)
{
    m_emptyWords = words;
    fill();
}

void RecordList::setCanAdd(bool can)
{
    m_add->setVisible(can);
}

void RecordList::setCurrent(const QString &key)
{
    m_current = key;
    fill();
}

QString RecordList::current() const
{
    return m_current;
}

void RecordList::fill()
{
    const QSignalBlocker quiet(m_list);
    const auto words = m_search->text().trimmed();
    m_list->clear();
    for (const auto &record : std::as_const(m_records)) {
        if (!matches(record, words))
            continue;
        auto *item = new QListWidgetItem(lineOf(record), m_list);
        item->setData(Qt::UserRole, record.key);
        if (record.key == m_current)
            m_list->setCurrentItem(item);
    }
    m_empty->setSentence(m_records.isEmpty() ? m_emptyWords : tr("Nothing fits these words."));
    m_stack->setCurrentIndex(m_list->count() > 0 ? 0 : 1);
}

void RecordList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintVLine(painter, width() - 1, 0, height(), theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
