// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/customerask.h"

#include "models/session/query.h"
#include "widgets/common/words/refusals.h"

#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool isPhone(const QString &text)
{
    static const QRegularExpression form(uR"(\A\+?[0-9][0-9 -]{5,18}[0-9]\z)"_s);
    return form.match(text).hasMatch();
}

QString bare(QString phone)
{
    return phone.remove(u' ').remove(u'-');
}

QString refusedText(const Error &error)
{
    // What is wrong with the system is part of the state, and stands there already.
    return error.data.contains(u"problem"_s) ? QString() : refusalText(error);
}

bool isNobody(const Result<RefreshCustomerResult> &result)
{
    return result ? result->customer.isEmpty()
                  : result.error().data.value(u"field"_s).toString() == u"phone"_s;
}

} // namespace

CustomerAsk::CustomerAsk(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

void CustomerAsk::ask(const GroupId &group, const MemberId &member, const QString &typed)
{
    if (m_asking.contains(member))
        return;
    m_asking.insert(member);
    m_answers.remove(member);
    Q_EMIT changed(member);
    send(group, member, typed, isPhone(typed));
}

void CustomerAsk::send(const GroupId &group, const MemberId &member, const QString &typed,
                       bool asPhone)
{
    RefreshCustomerParams params{group, member, {}, {}};
    (asPhone ? params.phone : params.external) = asPhone ? bare(typed) : typed;
    askBackend<RefreshCustomerParams>(
        m_session, params, this,
        [this, group, member, typed, asPhone](const Result<RefreshCustomerResult> &result) {
            // Some systems number their customers: what is nobody's phone may be an id.
            if (asPhone && isNobody(result))
                return send(group, member, typed, false);
            m_asking.remove(member);
            if (!result)
                m_answers.insert(member, refusedText(result.error()));
            else if (!typed.isEmpty() && result->customer.isEmpty())
                m_answers.insert(member, tr("Nobody there has this number or id."));
            Q_EMIT changed(member);
        });
}

CustomerLookup CustomerAsk::lookup(const GroupId &group, const MemberId &member) const
{
    auto lookup = lookupOf(m_session.state(), group, member);
    lookup.mayAsk = m_session.link().state == LinkState::Live
        && m_session.rights().contains(u"customer.refresh"_s);
    lookup.asking = m_asking.contains(member);
    lookup.answer = m_answers.value(member);
    return lookup;
}

} // namespace quntai
