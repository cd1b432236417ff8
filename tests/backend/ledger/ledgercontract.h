// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"

#include <QObject>

#include <memory>

namespace quntai::tests {

/** What every Ledger must do, whatever it stores in: a test program derives from this, says how to
 * open its ledger, and runs it. */
class LedgerContract : public QObject
{
    Q_OBJECT
protected:
    /** An empty store, replacing the one before. */
    virtual void clear() = 0;
    /** Opens the store; the ledger opened before is gone. */
    virtual std::unique_ptr<Ledger> open() = 0;

private Q_SLOTS:
    void init();
    void cleanup();
    void startsEmpty();
    void keepsEventsInOrder();
    void readIsBounded();
    void streamsAreIndependent();
    void refusesGapsAndRepeats();
    void timeNeverRunsBackwards();
    void takesAMessageInOnce();
    void batchIsAllOrNothing();
    void remembersCursors();
    void remembersCommands();
    void forgetsOldCommands();
    void keepsOpenSendsInOrder();
    void survivesReopening();
    void keepsUnknownEvents();
    void loadIsTheFold();
    void loadFromASnapshotIsTheFold();
    void refusesSnapshotOfNoMoment();
    void erasesPayloads();
    void erasingWhatIsNotThereChangesNothing();
    void signsHeads();

private:
    void reopen();

    std::unique_ptr<Ledger> m_ledger;
};

} // namespace quntai::tests
