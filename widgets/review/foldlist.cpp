// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/foldlist.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 56;
constexpr int side = 12;

/**  words                      11-27 14:28
 *   who · group                            */
class FoldDelegate : public QStyledItemDelegate
{
public:
    FoldDelegate(ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_host.theme();
        const auto row = index.data(FoldSampleModel::Row).value<FoldSampleRow>();
        painter->save();
        paintRowGround(*painter, theme, option);
        const auto rect = option.rect.adjusted(side, 8, -side, -8);
        const auto when = foldedAtText(row.sample.at);
        const int width = textWidth(theme.font(TextRole::Caption), when);
        const QRect first(rect.left(), rect.top(), rect.width(), 20);
        paintText(*painter, theme, first, when, TextRole::Caption, ColorRole::TextTertiary,
                  Qt::AlignRight);
        const auto words = visibleText(row.sample.text, 80);
        paintText(*painter, theme, first.adjusted(0, 0, -width - space::x2, 0),
                  words.isEmpty() ? tr("(no words)") : words);
        paintText(*painter, theme, first.translated(0, 20),
                  visibleText(row.sample.author.name, 24) + u" · "_s
                      + visibleText(row.groupName, 40),
                  TextRole::Caption, ColorRole::TextSecondary);
        paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
                   theme.color(ColorRole::BorderSubtle));
        painter->restore();
    }

private:
    static QString tr(const char *text) { return FoldList::tr(text); }

    ThemeHost &m_host;
};

} // namespace

QString foldedAtText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"MM-dd HH:mm"_s);
}

FoldList::FoldList(ThemeHost &host, FoldSampleModel &model, QWidget *parent)
    : QListView(parent), m_model(model)
{
    setAccessibleName(tr("Folded messages to check"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new FoldDelegate(host, this));
    setModel(&model);
    const auto dress = [this, &host] {
        auto colors = palette();
        colors.setColor(QPalette::Base, host.theme().color(ColorRole::SurfaceWindow));
        setPalette(colors);
    };
    connect(&host, &ThemeHost::changed, this, dress);
    dress();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &FoldList::chosen);
    connect(&model, &QAbstractItemModel::modelReset, this, &FoldList::chosen);
}

void FoldList::chooseFirst()
{
    setCurrentIndex(m_model.index(0));
}

void FoldList::chooseOne()
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        chooseFirst();
}

void FoldList::chooseNext()
{
    const auto next = m_model.index(currentIndex().row() + 1);
    if (next.isValid())
        setCurrentIndex(next);
}

void FoldList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoWanted();
    else if (event->key() == Qt::Key_1)
        Q_EMIT judged(FoldCheck::Right);
    else if (event->key() == Qt::Key_2)
        Q_EMIT judged(FoldCheck::Missed);
    else
        QListView::keyPressEvent(event);
}

void FoldList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosen();
}

} // namespace quntai
