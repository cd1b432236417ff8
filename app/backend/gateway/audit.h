// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/protocol/wire.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace quntai {

/** Verifies the ledger on request, in a thread of its own: seconds for a million events. One check
 * at a time. */
class Audit : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<AuditResult>)>;

    /** folder: the backend's data folder; empty: there is nothing to check. */
    explicit Audit(QString folder, QObject *parent = nullptr);
    ~Audit() override;

    /** done comes in this thread, or never when context is gone. A ledger that is not whole is a
     * result too; RateLimited: a check is running. */
    void run(QObject *context, Done done);

private:
    const QString m_folder;
    QThreadPool m_worker;
    bool m_running = false;
};

} // namespace quntai
