// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/ledger/ledgercontract.h"
#include "tests/backend/ledger/ledgerkit.h"

#include <QTest>

using namespace quntai;

/** The contract, on SQLite. */
class TestSqliteContract : public tests::LedgerContract
{
    Q_OBJECT
protected:
    void clear() override { m_scratch = std::make_unique<tests::Scratch>(); }
    std::unique_ptr<Ledger> open() override { return m_scratch->open(); }

private:
    std::unique_ptr<tests::Scratch> m_scratch;
};

QTEST_GUILESS_MAIN(TestSqliteContract)
#include "tst_ledger_contract.moc"
