// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/accounthealth.h"

#include "models/items/walltile.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int pad = 12;
constexpr int headHeight = 18;
constexpr int rowHeight = 22;
constexpr int barWidth = 88;
constexpr int numberWidth = 64;

} // namespace

AccountHealth::AccountHealth(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setAccessibleName(tr("Account health"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AccountHealth::setLoads(const QList<AccountLoad> &loads)
{
    if (loads == m_loads)
        return;
    const bool refit = loads.size() != m_loads.size();
    m_loads = loads;
    QStringList sentences;
    for (const auto &load : loads)
        sentences.append(sentence(load));
    setAccessibleDescription(sentences.join(u'\n'));
    if (refit)
        updateGeometry();
    update();
}

QSize AccountHealth::sizeHint() const
{
    const auto rows = std::clamp<qsizetype>(m_loads.size(), 1, shownRows);
    return {layout::wallSide, 2 * pad + headHeight + 4 + int(rows) * rowHeight};
}

QRect AccountHealth::rowRect(int row) const
{
    return {pad, pad + headHeight + 4 + row * rowHeight, width() - 2 * pad, rowHeight};
}

QString AccountHealth::sentence(const AccountLoad &load) const
{
    QStringList parts{visibleText(load.account)};
    if (load.link == ConnectorState::Down || load.link == ConnectorState::Replaced)
        parts.append(tr("not connected"));
    parts.append(tr("%1 texts in the last minute, %2 groups").arg(load.sent).arg(load.groups));
    if (!load.fullest.isEmpty())
        parts.append(tr("fullest: %1, %2/%3")
                         .arg(visibleText(load.fullest))
                         .arg(load.fullestSent)
                         .arg(load.fullestLimit));
    return parts.join(u" · "_s);
}

bool AccountHealth::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text = tr("Budgets are per chat: the bar shows the group that is nearest to its own.");
    for (int row = 0; row < std::min<qsizetype>(m_loads.size(), shownRows); ++row) {
        if (rowRect(row).contains(help->pos()))
            text = sentence(m_loads.at(row));
    }
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void AccountHealth::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHLine(painter, 0, width(), 0, theme().color(ColorRole::BorderSubtle));
    const QRect head(pad, pad, width() - 2 * pad, headHeight);
    paintText(painter, head, tr("Account health"), theme().boldFont(TextRole::Caption),
              theme().color(ColorRole::TextPrimary));
    const auto rest = m_loads.size() - shownRows;
    paintText(painter, theme(), head,
              rest > 0 ? tr("fullest group, last minute · %1 more").arg(rest)
                       : tr("fullest group, last minute"),
              TextRole::Caption, ColorRole::TextTertiary, Qt::AlignRight);
    if (m_loads.isEmpty())
        paintText(painter, theme(), rowRect(0), tr("No account is set up"), TextRole::Caption,
                  ColorRole::TextTertiary);
    for (int row = 0; row < std::min<qsizetype>(m_loads.size(), shownRows); ++row)
        paintLoad(painter, rowRect(row), m_loads.at(row));
}

void AccountHealth::paintLoad(QPainter &painter, const QRect &rect, const AccountLoad &load) const
{
    const bool lost = load.link == ConnectorState::Down || load.link == ConnectorState::Replaced;
    const bool near = load.permille() >= budgetWarning;
    const QRect number(rect.right() + 1 - numberWidth, rect.top(), numberWidth, rect.height());
    const QRect bar(number.left() - barWidth, rect.top(), barWidth, rect.height());
    const QRect name(rect.left(), rect.top(), bar.left() - 8 - rect.left(), rect.height());
    paintText(painter, theme(), name, load.account, TextRole::Caption);
    if (lost) {
        paintText(painter, theme(), bar.united(number), tr("not connected"), TextRole::Caption,
                  ColorRole::DangerFg, Qt::AlignRight);
        return;
    }
    paintBar(painter, theme(), bar, load.permille(),
             theme().color(near ? ColorRole::WarningSolid : ColorRole::AccentSolid));
    const auto text = load.fullestLimit > 0
        ? u"%1/%2"_s.arg(load.fullestSent).arg(load.fullestLimit)
        : u"0"_s;
    paintText(painter, theme(), number, text, TextRole::Caption,
              near ? ColorRole::WarningFg : ColorRole::TextTertiary, Qt::AlignRight);
}

} // namespace quntai
