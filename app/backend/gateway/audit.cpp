// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/audit.h"

#include "app/backend/ledger/verify.h"

#include <QPointer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

AuditResult resultOf(const Result<LedgerReport> &report)
{
    AuditResult result;
    if (!report) {
        result.fault = report.error().message;
        return result;
    }
    result.good = true;
    result.epoch = report->epoch;
    result.anchors = report->anchors;
    for (const auto &stream : report->streams)
        result.streams.append({stream.name, stream.events, stream.erased,
                               QString::fromLatin1(stream.hash.toHex())});
    return result;
}

} // namespace

Audit::Audit(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    m_worker.setMaxThreadCount(1);
}

Audit::~Audit()
{
    m_worker.waitForDone();
}

void Audit::run(QObject *context, Done done)
{
    if (m_folder.isEmpty())
        return done(failure(ErrorKind::Unavailable, u"There is no ledger here to verify"_s));
    if (m_running)
        return done(failure(ErrorKind::RateLimited, u"The ledger is being verified already"_s,
                            {{u"retryAfterMs"_s, 5000}}));
    m_running = true;
    auto tell = [this, guard = QPointer(context), done = std::move(done)](const AuditResult &result) {
        m_running = false;
        if (guard)
            done(result);
    };
    m_worker.start([this, tell = std::move(tell)] {
        const auto result = resultOf(verifyLedger({m_folder}));
        QMetaObject::invokeMethod(this, [tell, result] { tell(result); }, Qt::QueuedConnection);
    });
}

} // namespace quntai
