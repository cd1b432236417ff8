// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSocketNotifier;

namespace quntai {

/** The socket to the console that started this backend: carries one-time tokens out, hears for whom
 * the console wants another one, and tells when the console is gone, however it went. */
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
    /** The console asks to be somebody else: an id or name, on a line of its own. */
    void wanted(const QString &who);
    void parentGone();

private:
    void readable();

    int m_descriptor;
    QByteArray m_heard;
    QSocketNotifier *m_notifier;
};

} // namespace quntai
