// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settingtable.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace quntai {

/** What this person set on this computer, in one file.
 *
 * A file that cannot be read is put aside and said (trouble()); one value that makes no sense is
 * left out and said, the rest holds. Keys of a newer version stay. Written a moment after a change
 * in a thread of its own, whole or not at all. GUI thread.
 */
class Settings : public QObject
{
    Q_OBJECT
public:
    /** Reads the file now; a missing one is no trouble. */
    explicit Settings(QString file, QObject *parent = nullptr);
    /** Writes what is not on disk yet. */
    ~Settings() override;

    const QString &file() const { return m_file; }
    /** What was wrong with the file; for people, empty when nothing was. */
    QString trouble() const { return m_trouble; }

    template <class T>
    T get(const Setting<T> &setting) const
    {
        T value = setting.fallback;
        const auto found = m_values.constFind(QLatin1StringView(setting.key));
        if (found != m_values.constEnd())
            settingjson::read(*found, value);
        return value;
    }

    /** False when the value is not allowed; nothing changes then. */
    template <class T>
    bool set(const Setting<T> &setting, const T &value)
    {
        if (!setting.allowed(value))
            return false;
        put(QLatin1StringView(setting.key), settingjson::write(value),
            settingjson::write(setting.fallback));
        return true;
    }

    template <class T>
    void reset(const Setting<T> &setting)
    {
        set(setting, setting.fallback);
    }

    /** Writes now and waits for it. False when the disk refused. */
    bool flush();

Q_SIGNALS:
    /** The value of a row differs. */
    void changed(const QString &key);
    /** What was set holds, but could not be written; for people. */
    void notWritten(const QString &why);

private:
    void read();
    void dropWhatIsWrong();
    void put(QLatin1StringView key, const QJsonValue &value, const QJsonValue &fallback);
    void write();

    const QString m_file;
    QString m_trouble;
    QJsonObject m_values;
    QTimer m_soon;
    QThreadPool m_writer;   //!< one thread, so that the last word stays the last
    std::atomic_bool m_refused = false;
};

} // namespace quntai
