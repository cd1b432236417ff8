// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledgerreader.h"
#include "app/backend/reports/reportmaker.h"
#include "models/protocol/customerwire.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace quntai {

/** The facts of one ledger, kept up by one thread. */
class FactStore
{
public:
    /** reader: its own. */
    explicit FactStore(std::unique_ptr<LedgerReader> reader) : m_reader(std::move(reader)) {}

    /** Reads what is on disk and not yet taken; stops early when told to. */
    Result<> catchUp(const std::atomic<bool> &stop);
    /** Takes events in order; reads what lies between. Begins anew when data was erased. */
    Result<> take(const QList<Event> &events, const std::atomic<bool> &stop);

    const FactBook &facts() const { return m_facts; }
    const DutyBook &duty() const { return m_duty; }
    Instant newest() const { return m_newest; }
    qint64 taken() const { return m_taken; }  //!< events, since the beginning

private:
    Result<> readStream(const QString &stream, const std::atomic<bool> &stop);
    void take(const Event &event);
    void begin();

    std::unique_ptr<LedgerReader> m_reader;
    FactBook m_facts;
    DutyBook m_duty;
    QMap<QString, qint64> m_positions;
    QMap<QString, QSet<qint64>> m_erased;  //!< told, but perhaps still on disk
    Instant m_newest;
    qint64 m_taken = 0;
};

/** Answers report queries without keeping anybody waiting: facts are read and kept up in a thread
 * of its own, from the ledger first and from committed events then. Questions wait their turn, also
 * for the first reading.
 *
 * Lives in the gateway's thread.
 */
class Reports : public QObject
{
    Q_OBJECT
public:
    /** now: the wall clock; another only in tests. */
    explicit Reports(std::unique_ptr<LedgerReader> reader, std::function<qint64()> now = {},
                     QObject *parent = nullptr);
    ~Reports() override;

    /** Reads what is in the ledger so far. */
    void start();
    /** Events that were committed, in order. */
    void takeIn(const std::shared_ptr<const QList<Event>> &events);

    template <class T>
    using Done = std::function<void(Result<T>)>;
    /** done comes in this thread, or never when context is gone. Unavailable: the ledger cannot be
     * read; RateLimited: too many questions wait. Otherwise as ReportMaker. */
    void query(const ReportParams &params, ReportMaker::SeesGroup sees, QObject *context,
               Done<Report> done);
    void topics(const ReportTopicsParams &params, ReportMaker::SeesGroup sees, QObject *context,
                Done<ReportTopics> done);
    /** What these members asked before; errors as above. */
    void customerTopics(const CustomerTopicsParams &params, const QSet<MemberId> &members,
                        ReportMaker::SeesGroup sees, QObject *context,
                        Done<CustomerTopicsResult> done);

private:
    template <class T>
    void ask(std::function<Result<T>(const ReportMaker &)> question, ReportMaker::SeesGroup sees,
             QObject *context, Done<T> done);
    void post(std::function<void()> work);
    Instant now() const;

    const std::function<qint64()> m_now;
    std::atomic<bool> m_stop = false;
    int m_asked = 0;
    // The rest belongs to the worker.
    FactStore m_store;
    QString m_trouble;
    QThreadPool m_worker;
};

} // namespace quntai
