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

/** Whoever used the stop switch is asked before the bot speaks again; a file is not. */
void keepSwitch(Policy &wanted, const Policy &inForce)
{
    if (inForce.stopped && !inForce.stoppedBy.isEmpty())
        wanted.stopped = true;
    if (wanted.stopped != inForce.stopped)
        return;
    wanted.stoppedBy = inForce.stoppedBy;
    wanted.stoppedAt = inForce.stoppedAt;
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
    for (const auto &path : {m_file, calendarOfPolicy(m_file)}) {
        const bool isFile = !path.startsWith(u':') && QFileInfo::exists(path);
        if (isFile && !m_watcher.files().contains(path))
            m_watcher.addPath(path);
    }
}

PolicyImport::Sums PolicyImport::sums() const
{
    return {sumOf(m_file), sumOf(calendarOfPolicy(m_file))};
}

void PolicyImport::check()
{
    const auto now = sums();
    if (now == m_seen && !now.policy.isEmpty())
        return;
    m_seen = now;
    const auto known = remembered();
    if (known == now)
        return;
    const auto policy = readPolicyFile(m_file);
    if (!policy) {
        qWarning("%s. The policy in force stays.", qUtf8Printable(policy.error().message));
        return;
    }
    take(*policy, now, known.policy == now.policy);
}

void PolicyImport::take(const Policy &read, const Sums &sums, bool onlyCalendar)
{
    m_engine.state(this, [this, read, sums, onlyCalendar](const StatePtr &state) {
        auto wanted = onlyCalendar ? state->policy : read;
        wanted.version = state->policy.version;
        wanted.hours.calendar = read.hours.calendar;
        keepSwitch(wanted, state->policy);
        if (wanted != state->policy)
            import(wanted);
        remember(sums);
    });
}

void PolicyImport::import(Policy policy)
{
    ++policy.version;
    m_engine.record({{{}, {}, PolicyChanged{policy, {}, QFileInfo(m_file).fileName()}}});
}

PolicyImport::Sums PolicyImport::remembered() const
{
    QFile file(m_memory);
    if (!file.open(QFile::ReadOnly))
        return {};
    const auto lines = file.readAll().split('\n');
    return {lines.value(0).trimmed(), lines.value(1).trimmed()};
}

void PolicyImport::remember(const Sums &sums)
{
    const auto fresh = m_memory + u".new"_s;
    const auto text = sums.policy + '\n' + sums.calendar + '\n';
    const auto written = makePrivateFile(fresh).and_then([&]() -> Result<> {
        QFile file(fresh);
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(text) < 0 || !file.flush())
            return std::unexpected(fileError(errno, fresh, u"writing it"));
        return renameSynced(fresh, m_memory);
    });
    if (!written)
        qWarning("%s", qUtf8Printable(written.error().message));
}

} // namespace quntai
