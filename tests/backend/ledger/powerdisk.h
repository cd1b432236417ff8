// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <random>

struct sqlite3_vfs;

namespace quntai::tests {

/** One file on the simulated disk: what programs see, and what is really on the platter. */
struct PowerFile
{
    static constexpr qint64 sectorSize = 512;

    QByteArray seen;
    QByteArray durable;
    bool entryDurable = false;  //!< the folder's entry was synced
    /** Versions of each sector written since the last sync, oldest first. */
    QHash<qint64, QList<QByteArray>> pending;

    void write(qint64 offset, const QByteArray &bytes);
    void sync();
};

/** A disk in memory, as an SQLite VFS, whose power can be cut.
 *
 * A cut keeps what was synced. Of each 512-byte sector written since, it keeps the old content or
 * any of the newer ones, or tears it; a file that grew or shrank has either size; a file whose
 * name was never synced may be gone. One connection, without shared memory (locking_mode=EXCLUSIVE).
 */
class PowerDisk
{
public:
    /** The VFS is registered under a name of its own. When writes are not power safe, a torn
     * sector is all garbage; else only what was written to it is. */
    PowerDisk(quint32 seed, bool powerSafe);
    ~PowerDisk();
    PowerDisk(const PowerDisk &) = delete;
    PowerDisk &operator=(const PowerDisk &) = delete;

    QString vfsName() const { return m_name; }
    /** The power goes after so many more writes, syncs, truncations and removals. */
    void cutAfter(qint64 operations) { m_left = operations; }
    bool isCut() const { return m_left == 0; }
    /** After a cut, with the connection closed: the disk as it comes up again. */
    void powerUp();
    /** From now on a write that would make all files together longer than this finds no room;
     * negative: there is room. */
    void setRoom(qint64 bytes) { m_room = bytes; }
    /** Length of all files together. */
    qint64 used() const;

    // What the VFS calls.
    bool spend();  //!< counts one operation; false when the power is gone
    bool hasRoomFor(const PowerFile &file, qint64 end) const;
    std::shared_ptr<PowerFile> file(const QString &path, bool create);
    bool remove(const QString &path);
    int deviceCharacteristics() const;

private:
    QByteArray survivorOf(const QByteArray &before, const QList<QByteArray> &versions);
    void settle(PowerFile &file);
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }

    QHash<QString, std::shared_ptr<PowerFile>> m_files;
    std::mt19937 m_random;
    bool m_powerSafe;
    qint64 m_left = -1;
    qint64 m_room = -1;
    QString m_name;
    QByteArray m_nameBytes;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace quntai::tests
