// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiotransfer.h"

#include "widgets/common/words/fileproblem.h"

#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

StudioTransfer::StudioTransfer(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    connect(&session, &Session::commandSettled, this, &StudioTransfer::settle);
}

StudioTransfer::~StudioTransfer()
{
    if (m_thread)
        m_thread->wait();
}

EntryFormat StudioTransfer::formatOf(const QString &path)
{
    return path.endsWith(u".jsonl"_s, Qt::CaseInsensitive)
            || path.endsWith(u".ndjson"_s, Qt::CaseInsensitive)
        ? EntryFormat::JsonLines
        : EntryFormat::Csv;
}

/** work runs beside the window; what it gives back runs here. */
void StudioTransfer::inBackground(std::function<std::function<void()>()> work)
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset(QThread::create([this, work = std::move(work)] {
        QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection);
    }));
    m_thread->start();
}

void StudioTransfer::readFile(const QString &path)
{
    inBackground([this, path]() -> std::function<void()> {
        QFile file(path);
        EntryFile read;
        QString problem;
        if (!file.open(QIODevice::ReadOnly))
            problem = fileProblem(file);
        else if (file.size() > entryFileLimit)
            read.fault = ImportFault::FileTooBig;
        else
            read = readEntries(file.read(entryFileLimit + 1), formatOf(path));
        return [this, read, problem] {
            if (!problem.isEmpty())
                return Q_EMIT failed(problem);
            m_file = read;
            plan(m_asDrafts);
        };
    });
}

void StudioTransfer::plan(bool asDrafts)
{
    m_asDrafts = asDrafts;
    m_plan = planImport(m_file, m_session.state().entries, m_session.state().entryDrafts, asDrafts);
    Q_EMIT planned();
}

void StudioTransfer::takeIn()
{
    if (isTakingIn())
        return;
    m_waiting = importCommands(m_plan);
    m_done = 0;
    m_total = int(m_plan.count(ImportRow::Change::New) + m_plan.count(ImportRow::Change::Changed));
    next();
}

void StudioTransfer::next()
{
    if (m_waiting.isEmpty())
        return Q_EMIT finished(m_done);
    const auto command = m_waiting.takeFirst();
    m_sent = int(command.entries.size());
    m_command = m_session.submit(command, this, [this](const Result<> &kept) {
        if (kept)
            return;
        m_waiting.clear();
        m_command = {};
        Q_EMIT refused(kept.error());
    });
    Q_EMIT progressed(m_done, m_total);
}

void StudioTransfer::settle(const CommandId &command, const Result<qint64> &result)
{
    if (m_command.value.isEmpty() || command != m_command)
        return;
    m_command = {};
    if (result) {
        m_done += m_sent;
        return next();
    }
    m_waiting.clear();
    m_session.discard(command);
    Q_EMIT refused(result.error());
}

void StudioTransfer::writeFile(const QString &path, TextCoding coding, FileWords words)
{
    auto entries = m_session.state().entries.values();
    inBackground([this, path, coding, words, entries]() mutable -> std::function<void()> {
        std::ranges::sort(entries, {}, [](const Entry &entry) {
            return std::tie(entry.category, entry.id);
        });
        QSaveFile file(path);
        const auto bytes = writeEntries(entries, formatOf(path), coding, words);
        const bool good = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
        const auto problem = good ? QString() : fileProblem(file);
        return [this, path, problem, count = int(entries.size())] {
            if (problem.isEmpty())
                Q_EMIT wrote(path, count);
            else
                Q_EMIT failed(problem);
        };
    });
}

} // namespace quntai
