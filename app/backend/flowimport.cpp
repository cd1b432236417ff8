// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/flowimport.h"

#include "app/backend/imports/flowchanges.h"
#include "models/transfer/flowyaml.h"

#include <QFileInfo>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 300;

} // namespace

FlowImport::FlowImport(QString file, Engine &engine, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_engine(engine)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &FlowImport::check);
    const auto changed = [this] {
        watch();
        m_settle.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
}

void FlowImport::start()
{
    // The folder too: editors put a new file in the place of the old one.
    m_watcher.addPath(QFileInfo(m_file).absolutePath());
    watch();
    check();
}

void FlowImport::watch()
{
    if (QFileInfo::exists(m_file) && !m_watcher.files().contains(m_file))
        m_watcher.addPath(m_file);
}

void FlowImport::check()
{
    const auto flows = readFlowFile(m_file);
    if (!flows) {
        qWarning("%s. The flows in force stay.", qUtf8Printable(flows.error().message));
        return;
    }
    m_engine.state(this, [this, wanted = *flows](const StatePtr &state) {
        const auto changes = flowChanges(state->flows, wanted, QFileInfo(m_file).fileName());
        if (!changes.isEmpty())
            m_engine.record(changes);
    });
}

} // namespace quntai
