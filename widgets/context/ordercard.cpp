// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/ordercard.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/words/words.h"
#include "widgets/context/factgrid.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QTimer>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 8;
constexpr int mostSteps = 8;
constexpr int copiedMs = 1500;

QString goodsText(const QList<OrderLine> &lines)
{
    QStringList all;
    for (const auto &line : lines.first(std::min<qsizetype>(mostLines, lines.size())))
        all.append(u"%1 × %2"_s.arg(line.name).arg(line.quantity));
    if (lines.size() > mostLines)
        all.append(u"+%1"_s.arg(lines.size() - mostLines));
    return all.join(u'\n');
}

QString dayText(Instant at)
{
    return at.isSet()
        ? QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"MM-dd HH:mm"_s) : QString();
}

} // namespace

OrderCard::OrderCard(ThemeHost &host, const Order &order, Detail detail, QWidget *parent)
    : Card(host, tr("Order %1").arg(order.id), parent)
{
    auto *copy = new IconButton(host, Icon::Copy, tr("Copy the order number %1").arg(order.id), this);
    copy->setSmall(true);
    connect(copy, &QAbstractButton::clicked, this, [copy, id = order.id] {
        QGuiApplication::clipboard()->setText(id);
        // Shown where it happened, and long enough to be seen.
        copy->setGlyph(Icon::Check);
        QTimer::singleShot(copiedMs, copy, [copy] { copy->setGlyph(Icon::Copy); });
    });
    if (!order.status.isEmpty()) {
        ChipSpec chip;
        chip.text = order.status;
        chip.line = true;
        addHeadWidget(new ChipLabel(host, chip, this));
    }
    addHeadWidget(copy);
    auto *facts = new FactGrid(host, this);
    facts->add(tr("Goods"), goodsText(order.lines));
    facts->add(tr("Total"), moneyText(order.totalCents));
    facts->add(tr("Placed"), dayText(order.placedAt));
    const auto steps = detail == Detail::Whole ? mostSteps : 1;
    facts->add(tr("Delivery"),
               order.logistics.first(std::min<qsizetype>(steps, order.logistics.size()))
                   .join(u'\n'));
    if (!order.refundState.isEmpty()) {
        facts->add(tr("Refund"), moneyText(order.refundCents) + u" · "_s + order.refundState,
                   ColorRole::WarningFg);
    }
    content()->addWidget(facts);
}

} // namespace quntai
