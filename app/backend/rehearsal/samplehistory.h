// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/imports/samplecompany.h"

namespace quntai {

struct SampleHistoryOptions
{
    QString folder;        //!< data folder; its ledger must be empty
    int days = 30;         //!< whole days before the one that end lies in, and that one up to end
    Instant end;
    quint32 seed = 20261127;
};

struct SampleHistoryResult
{
    qint64 events = 0;
    qint64 refusedCommands = 0;  //!< as in life, somebody is late now and then
};

/** Plays a past of the sample company through the real engine, as fast as it goes: members ask and
 * chat, the bot answers, people take over, correct and settle. The same options make the same
 * events. Seconds for a month; call it in a thread with a QCoreApplication, before anything else
 * opens the folder. phrasesFile: resources/sample/history.yaml. */
Result<SampleHistoryResult> playSampleHistory(const SampleCompany &company,
                                              const QString &phrasesFile,
                                              const SampleHistoryOptions &options);

} // namespace quntai
