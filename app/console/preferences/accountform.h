// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/form.h"
#include "app/console/settings/settings.h"
#include "models/session/session.h"

namespace quntai {

class ActionButton;
class PlainLabel;
class SegmentedControl;

/** A chair of the sample company. */
struct Seat
{
    QString id;       //!< of the person, as the sample has it
    QString name;
    QString what;     //!< what one sees from there
};

/** Those the console offers, the one that sees every room first. */
QList<Seat> sampleSeats();

/** Who is signed in, whether they are at work, and how to be somebody else. */
class AccountForm : public Form
{
    Q_OBJECT
public:
    AccountForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    /** One sits in the sample company, whose other chairs are offered. */
    void setSample(bool sample);

Q_SIGNALS:
    void signOutWanted();
    /** Sign out and ask for a server. */
    void serverWanted();
    void seatWanted(const QString &seat);

private:
    void addStatus();
    void addSeats();
    QWidget *seatRow(const Seat &seat);
    void addWayOut();
    void refresh();

    ThemeHost &m_host;
    Session &m_session;
    PlainLabel *m_who;
    SegmentedControl *m_status;
    QWidget *m_seats;
    QList<std::pair<UserId, ActionButton *>> m_chairs;
};

} // namespace quntai
