// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/accountform.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

QList<Seat> sampleSeats()
{
    return {{u"u-he"_s, u"何川"_s, AccountForm::tr("supervisor, sees every room")},
            {u"u-lin"_s, u"林悦"_s, AccountForm::tr("agent, works at the desk")},
            {u"u-su"_s, u"苏晴"_s, AccountForm::tr("editor, keeps the knowledge")}};
}

AccountForm::AccountForm(ThemeHost &host, Session &session, QWidget *parent)
    : Form(host, tr("Account"), {}, parent), m_host(host), m_session(session),
      m_who(new PlainLabel(host, {}, TextRole::UiStrong)),
      m_status(new SegmentedControl(host, tr("Status"))), m_seats(new QWidget)
{
    addWide(m_who);
    addStatus();
    addSeats();
    addWayOut();
    connect(&session, &Session::changed, this, &AccountForm::refresh);
    connect(&session, &Session::reset, this, &AccountForm::refresh);
    connect(&session, &Session::linkChanged, this, &AccountForm::refresh);
    refresh();
}

void AccountForm::addStatus()
{
    m_status->addSegment(agentStatusName(AgentStatus::Online));
    m_status->addSegment(agentStatusName(AgentStatus::Away));
    addRow(tr("Status"), tr("Who is away is offered no topics."), m_status);
    connect(m_status, &SegmentedControl::chosen, this, [this](int index) {
        const auto status = index == 0 ? AgentStatus::Online : AgentStatus::Away;
        m_session.submit(SetStatus{status, {}, false}, this, [](const Result<> &) {});
    });
}

void AccountForm::addSeats()
{
    auto *column = new QVBoxLayout(m_seats);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x2);
    column->addWidget(new PlainLabel(m_host, tr("Another seat"), TextRole::UiStrong));
    for (const auto &seat : sampleSeats())
        column->addWidget(seatRow(seat));
    m_seats->hide();
    addWide(m_seats);
}

QWidget *AccountForm::seatRow(const Seat &seat)
{
    auto *row = new QWidget;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::x2);
    across->addWidget(new PlainLabel(m_host, seat.name));
    across->addWidget(new PlainLabel(m_host, seat.what, TextRole::Caption,
                                     ColorRole::TextSecondary), 1);
    auto *sit = new ActionButton(m_host, ButtonKind::Secondary, tr("Sit here"));
    sit->setAccessibleName(tr("Sit here: %1").arg(seat.name));
    across->addWidget(sit);
    m_chairs.append({UserId{seat.id}, sit});
    connect(sit, &ActionButton::clicked, this, [this, id = seat.id] { Q_EMIT seatWanted(id); });
    return row;
}

void AccountForm::setSample(bool sample)
{
    m_seats->setVisible(sample);
}

void AccountForm::addWayOut()
{
    auto *server = new ActionButton(m_host, ButtonKind::Secondary, tr("Change server…"));
    addRow(tr("Server"), tr("Signs out here and asks where to sign in."), server);
    auto *out = new ActionButton(m_host, ButtonKind::Secondary, tr("Sign out"));
    addRow(tr("Sign out"), tr("What you have not sent stays on this computer."), out);
    connect(server, &ActionButton::clicked, this, &AccountForm::serverWanted);
    connect(out, &ActionButton::clicked, this, &AccountForm::signOutWanted);
}

void AccountForm::refresh()
{
    const auto name = m_session.myName();
    m_who->setPlainText(name.isEmpty() ? tr("Not signed in")
                                       : u"%1 · %2"_s.arg(name, roleName(m_session.myRole())));
    const auto status = m_session.state().presence.value(m_session.me()).status;
    m_status->setCurrentIndex(status == AgentStatus::Away ? 1 : 0);
    m_status->setEnabled(m_session.link().state == LinkState::Live);
    for (const auto &[user, sit] : std::as_const(m_chairs)) {
        const bool taken = user == m_session.me();
        sit->setText(taken ? tr("You sit here") : tr("Sit here"));
        sit->setEnabled(!taken);
    }
}

} // namespace quntai
