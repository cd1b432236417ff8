// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/parentlink.h"

#include <QSocketNotifier>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

namespace quntai {

namespace {

constexpr qsizetype longestLine = 1024;

} // namespace

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
    std::array<char, 256> bytes{};
    const auto count = ::read(m_descriptor, bytes.data(), bytes.size());
    if (count <= 0) {
        m_notifier->setEnabled(false);
        Q_EMIT parentGone();
        return;
    }
    m_heard.append(bytes.data(), count);
    for (auto end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
        const auto who = QString::fromUtf8(m_heard.first(end));
        m_heard.remove(0, end + 1);
        Q_EMIT wanted(who);
    }
    if (m_heard.size() > longestLine)
        m_heard.clear();
}

} // namespace quntai
