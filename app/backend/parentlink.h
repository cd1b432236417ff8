// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSocketNotifier;

namespace quntai {

/** The socket to the console that started this backend: carries the one-time token out, and tells
 * when the console is gone, however it went. */
class ParentLink : public QObject
{
    Q_OBJECT
public:
    /** Takes over the inherited descriptor. */
    explicit ParentLink(int descriptor, QObject *parent = nullptr);
    ~ParentLink() override;

    /** False when the console does not listen any more. */
    bool tell(const QString &token);

Q_SIGNALS:
    void parentGone();

private:
    void readable();

    int m_descriptor;
    QSocketNotifier *m_notifier;
};

} // namespace quntai
