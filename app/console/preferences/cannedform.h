// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/cannededitor.h"
#include "app/console/preferences/recordform.h"

namespace quntai {

/** The company's canned replies. GUI thread. */
class CannedForm final : public RecordForm
{
    Q_OBJECT
public:
    CannedForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    CannedEditor &editor() const { return *m_editor; }

private:
    CannedForm(ThemeHost &host, Session &session, CannedEditor *editor, QWidget *parent);

    bool mayChange() const override;
    bool concerns(const Changes &changes) const override { return changes.canned; }
    QList<Record> records() const override;
    QString emptyWords() const override;
    QString note() const override;
    void edit(const QString &key) override;
    void renew(const QString &key, bool exists) override;
    void settled(bool saved) override;
    void put(const CannedReply &reply, bool gone);

    bool m_removing = false;
    CannedEditor *m_editor;
};

} // namespace quntai
