// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/policyimport.h"

#include "app/backend/imports/policyfile.h"
#include "models/storage/files.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 300;

QByteArray sumOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
}

} // namespace

PolicyImport::PolicyImport(QString file, QString memory, Engine &engine, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_memory(std::move(memory)), m_engine(engine)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &PolicyImport::check);
    const auto changed = [this] {
        watch();
        m_settle.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
}

void PolicyImport::start()
{
    // The folder too: editors put a new file in the place of the old one.
    m_watcher.addPath(QFileInfo(m_file).absolutePath());
    watch();
    check();
}

void PolicyImport::watch()
{
    if (!m_watcher.files().contains(m_file) && QFileInfo::exists(m_file))
        m_watcher.addPath(m_file);
}

void PolicyImport::check()
{
    const auto sum = sumOf(m_file);
    if (sum == m_seen && !sum.isEmpty())
        return;
    m_seen = sum;
    if (isKnown(sum))
        return;
    const auto policy = readPolicyFile(m_file);
    if (!policy) {
        qWarning("%s. The policy in force stays.", qUtf8Printable(policy.error().message));
        return;
    }
    m_engine.state(this, [this, read = *policy, sum](const StatePtr &state) {
        auto wanted = read;
        wanted.version = state->policy.version;
        if (wanted != state->policy)
            import(wanted, sum);
        else
            remember(sum);
    });
}

void PolicyImport::import(const Policy &read, const QByteArray &sum)
{
    auto policy = read;
    ++policy.version;
    m_engine.record({{{}, {}, PolicyChanged{policy, {}, QFileInfo(m_file).fileName()}}});
    remember(sum);
}

bool PolicyImport::isKnown(const QByteArray &sum) const
{
    QFile file(m_memory);
    return !sum.isEmpty() && file.open(QFile::ReadOnly) && file.readAll().trimmed() == sum;
}

void PolicyImport::remember(const QByteArray &sum)
{
    const auto fresh = m_memory + u".new"_s;
    const auto written = makePrivateFile(fresh).and_then([&]() -> Result<> {
        QFile file(fresh);
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(sum + '\n') < 0
            || !file.flush())
            return std::unexpected(fileError(errno, fresh, u"writing it"));
        return renameSynced(fresh, m_memory);
    });
    if (!written)
        qWarning("%s", qUtf8Printable(written.error().message));
}

} // namespace quntai
