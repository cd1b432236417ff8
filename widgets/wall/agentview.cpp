// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/agentview.h"

#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int padX = 12;
constexpr int servingWidth = 46;
constexpr int missedWidth = 40;
constexpr int responseWidth = 56;
constexpr int statusWidth = 58;
constexpr int longestReason = 8;
constexpr int faceFrom = 72; // a narrower name needs the room itself

/** Name takes what the other columns leave. */
struct Columns
{
    QRect name, status, serving, missed, response;
};

Columns columnsOf(const QRect &rect)
{
    const QRect in = rect.adjusted(padX, 0, -padX, 0);
    const int x3 = in.right() + 1 - responseWidth;
    const int xm = x3 - missedWidth;
    const int x2 = xm - servingWidth;
    const int x1 = x2 - statusWidth;
    return {{in.left(), in.top(), x1 - in.left() - 8, in.height()},
            {x1, in.top(), statusWidth, in.height()},
            {x2, in.top(), servingWidth, in.height()},
            {xm, in.top(), missedWidth, in.height()},
            {x3, in.top(), responseWidth, in.height()}};
}

PresenceMark markOf(AgentStatus status)
{
    switch (status) {
    case AgentStatus::Online: return PresenceMark::Online;
    case AgentStatus::Away: return PresenceMark::Busy;
    case AgentStatus::Offline: return PresenceMark::Offline;
    }
    return PresenceMark::Offline;
}

class Delegate : public QStyledItemDelegate
{
public:
    Delegate(ThemeHost &host, AgentModel &model, QListView &view)
        : QStyledItemDelegate(&view), m_host(host), m_model(model), m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), m_host.theme().metrics().tableRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto *agent = m_model.agentAt(index);
        if (!agent)
            return;
        const auto &theme = m_host.theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = m_view.hasFocus() && index == m_view.currentIndex();
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(current ? ColorRole::SurfaceSelected
                                                               : ColorRole::SurfaceHover));
        paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
                   theme.color(ColorRole::BorderSubtle));
        paintCells(*painter, theme, columnsOf(option.rect), *agent);
        painter->restore();
    }

private:
    static void paintName(QPainter &painter, const Theme &theme, QRect cell, const QString &name)
    {
        if (cell.width() >= faceFrom) {
            AvatarSpec avatar;
            avatar.name = name;
            avatar.tone = Tone::Agent;
            const int face = component::avatarSmall;
            paintAvatar(painter, theme,
                        QRect(cell.left(), cell.center().y() + 1 - face / 2, face, face), avatar);
            cell.setLeft(cell.left() + face + 6);
        }
        paintText(painter, theme, cell, name, TextRole::Caption);
    }

    static void paintCells(QPainter &painter, const Theme &theme, const Columns &columns,
                           const AgentRow &agent)
    {
        paintName(painter, theme, columns.name, agent.name);
        paintPresence(painter, theme,
                      QRect(columns.status.left(), columns.status.top(), 8, columns.status.height()),
                      markOf(agent.status));
        paintText(painter, theme, columns.status.adjusted(14, 0, 0, 0),
                  agent.reason.isEmpty() ? agentStatusName(agent.status)
                                         : visibleText(agent.reason, longestReason),
                  TextRole::Caption, ColorRole::TextSecondary);
        paintText(painter, theme, columns.serving, QString::number(agent.serving),
                  TextRole::Caption, ColorRole::TextPrimary, Qt::AlignRight);
        paintText(painter, theme, columns.missed,
                  agent.missed > 0 ? QString::number(agent.missed) : u"–"_s, TextRole::Caption,
                  agent.missed > 0 ? ColorRole::WarningFg : ColorRole::TextTertiary,
                  Qt::AlignRight);
        paintText(painter, theme, columns.response,
                  agent.responseMs < 0 ? u"–"_s : spanText(agent.responseMs / 1000),
                  TextRole::Caption,
                  agent.responseMs < 0 ? ColorRole::TextTertiary : ColorRole::TextPrimary,
                  Qt::AlignRight);
    }

    ThemeHost &m_host;
    AgentModel &m_model;
    QListView &m_view;
};

} // namespace

AgentView::AgentView(ThemeHost &host, AgentModel &model, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model), m_list(new QListView(this))
{
    m_list->setAccessibleName(tr("Colleagues"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setItemDelegate(new Delegate(host, model, *m_list));
    m_list->setModel(&model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, headHeight, 0, 0);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    themeChanged();
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto *agent = m_model.agentAt(index))
            Q_EMIT agentChosen(agent->user, agent->name);
    });
    connect(m_list, &QListView::clicked, m_list, &QListView::activated);
    const auto refit = [this] { updateGeometry(); };
    connect(&model, &QAbstractItemModel::rowsInserted, this, refit);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, refit);
}

QSize AgentView::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), 1, shownRows);
    return {layout::wallSide, headHeight + rows * theme().metrics().tableRow};
}

void AgentView::themeChanged()
{
    auto colors = m_list->palette();
    colors.setColor(QPalette::Base, theme().color(ColorRole::SurfaceWindow));
    m_list->setPalette(colors);
}

void AgentView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto columns = columnsOf({0, 0, width(), headHeight});
    const auto head = [&](const QRect &rect, const QString &text, Qt::Alignment to) {
        paintText(painter, theme(), rect, text, TextRole::Caption, ColorRole::TextSecondary, to);
    };
    head(columns.name, tr("Name"), Qt::AlignLeft);
    head(columns.status, tr("Status"), Qt::AlignLeft);
    head(columns.serving, tr("Serving"), Qt::AlignRight);
    head(columns.missed, tr("Missed"), Qt::AlignRight);
    head(columns.response, tr("Response"), Qt::AlignRight);
    paintHLine(painter, 0, width(), headHeight - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
