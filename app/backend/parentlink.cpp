// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/parentlink.h"

#include <QSocketNotifier>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

namespace quntai {

ParentLink::ParentLink(int descriptor, QObject *parent)
    : QObject(parent), m_descriptor(descriptor),
      m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &ParentLink::readable);
}

ParentLink::~ParentLink()
{
    m_notifier->setEnabled(false);
    ::close(m_descriptor);
}

bool ParentLink::tell(const QString &token)
{
    const auto line = token.toUtf8() + '\n';
    return ::send(m_descriptor, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL)
        == line.size();
}

void ParentLink::readable()
{
    std::array<char, 64> ignored{};
    if (::read(m_descriptor, ignored.data(), ignored.size()) > 0)
        return;
    m_notifier->setEnabled(false);
    Q_EMIT parentGone();
}

} // namespace quntai
