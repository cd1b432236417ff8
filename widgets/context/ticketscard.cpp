// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/ticketscard.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const Ticket &ticket)
{
    QStringList parts{ticket.id.value};
    if (ticket.updatedAt.isSet()) {
        parts.append(QDateTime::fromMSecsSinceEpoch(ticket.updatedAt.ms)
                         .toString(u"MM-dd HH:mm"_s));
    }
    return parts.join(u" · "_s);
}

/** The backend lets only such addresses through; another backend may not. */
bool mayOpen(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty();
}

} // namespace

TicketsCard::TicketsCard(ThemeHost &host, int most, QWidget *parent)
    : Card(host, tr("Tickets"), parent), m_most(most)
{
    content()->setSpacing(space::x2);
    hide();
}

void TicketsCard::setTickets(const QList<Ticket> &tickets)
{
    setVisible(!tickets.isEmpty());
    if (tickets == m_tickets)
        return;
    m_tickets = tickets;
    for (auto *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();
    }
    setTitle(tr("Tickets %1").arg(tickets.size()));
    for (const auto &ticket : tickets.first(std::min<qsizetype>(m_most, tickets.size()))) {
        m_rows.append(rowFor(ticket));
        content()->addWidget(m_rows.constLast());
    }
}

QWidget *TicketsCard::rowFor(const Ticket &ticket)
{
    auto *row = new QWidget(this);
    auto *title = new PlainLabel(host(), ticket.title, TextRole::Caption,
                                 ticket.closed ? ColorRole::TextTertiary : ColorRole::TextPrimary,
                                 row);
    title->setFlow(PlainLabel::Flow::Wrapped);
    auto *line = new PlainLabel(host(), lineOf(ticket), TextRole::Caption, ColorRole::TextTertiary,
                                row);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(line);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::x2);
    columns->addLayout(words, 1);
    if (!ticket.state.isEmpty()) {
        ChipSpec chip;
        chip.text = ticket.state;
        chip.tone = ticket.closed ? Tone::Neutral : Tone::Warning;
        columns->addWidget(new ChipLabel(host(), chip, row), 0, Qt::AlignTop);
    }
    if (const QUrl url(ticket.url, QUrl::StrictMode); mayOpen(url)) {
        auto *open = new IconButton(host(), Icon::Link,
                                    tr("Open %1 at %2").arg(ticket.id.value, url.host()), row);
        open->setSmall(true);
        connect(open, &QAbstractButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
        columns->addWidget(open, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace quntai
