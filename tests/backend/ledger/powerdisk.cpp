// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/ledger/powerdisk.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <sqlite3.h>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

/** What SQLite holds for an open file: its own part first. */
struct OpenFile
{
    sqlite3_file base;
    PowerDisk *disk;
    std::shared_ptr<PowerFile> file;
};

OpenFile &opened(sqlite3_file *file)
{
    return *reinterpret_cast<OpenFile *>(file);
}

PowerDisk &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<PowerDisk *>(vfs->pAppData);
}

int closeFile(sqlite3_file *file)
{
    opened(file).file.~shared_ptr();
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    const QByteArray &seen = opened(file).file->seen;
    const qint64 there = std::clamp<qint64>(seen.size() - offset, 0, amount);
    std::memcpy(buffer, seen.constData() + (there > 0 ? offset : 0), static_cast<size_t>(there));
    if (there == amount)
        return SQLITE_OK;
    std::memset(static_cast<char *>(buffer) + there, 0, static_cast<size_t>(amount - there));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    auto &[base, disk, data] = opened(file);
    if (!disk->hasRoomFor(*data, offset + amount))
        return SQLITE_FULL;
    // The write that the power is cut in is seen by the sectors, but never by the program.
    const bool powered = disk->spend();
    if (powered || disk->isCut())
        data->write(offset, QByteArray(static_cast<const char *>(buffer), amount));
    return powered ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    auto &[base, disk, data] = opened(file);
    if (!disk->spend())
        return SQLITE_IOERR_TRUNCATE;
    data->seen.resize(size, '\0');
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    auto &[base, disk, data] = opened(file);
    if (!disk->spend())
        return SQLITE_IOERR_FSYNC;
    data->sync();
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = opened(file).file->seen.size();
    return SQLITE_OK;
}

int lockFile(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int checkLock(sqlite3_file *, int *held)
{
    *held = 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSizeOf(sqlite3_file *)
{
    return PowerFile::sectorSize;
}

int characteristicsOf(sqlite3_file *file)
{
    return opened(file).disk->deviceCharacteristics();
}

const sqlite3_io_methods methods{.iVersion = 1,
                                 .xClose = closeFile,
                                 .xRead = readFile,
                                 .xWrite = writeFile,
                                 .xTruncate = truncateFile,
                                 .xSync = syncFile,
                                 .xFileSize = sizeOfFile,
                                 .xLock = lockFile,
                                 .xUnlock = lockFile,
                                 .xCheckReservedLock = checkLock,
                                 .xFileControl = fileControl,
                                 .xSectorSize = sectorSizeOf,
                                 .xDeviceCharacteristics = characteristicsOf,
                                 .xShmMap = nullptr,
                                 .xShmLock = nullptr,
                                 .xShmBarrier = nullptr,
                                 .xShmUnmap = nullptr,
                                 .xFetch = nullptr,
                                 .xUnfetch = nullptr};

int openVfs(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *self = reinterpret_cast<OpenFile *>(file);
    self->base.pMethods = nullptr;
    auto found = name ? diskOf(vfs).file(QString::fromUtf8(name), flags & SQLITE_OPEN_CREATE)
                      : std::make_shared<PowerFile>();
    if (!found)
        return SQLITE_CANTOPEN;
    new (&self->file) std::shared_ptr<PowerFile>(std::move(found));
    self->disk = &diskOf(vfs);
    self->base.pMethods = &methods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteVfs(sqlite3_vfs *vfs, const char *name, int)
{
    if (!diskOf(vfs).spend())
        return SQLITE_IOERR_DELETE;
    return diskOf(vfs).remove(QString::fromUtf8(name)) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int accessVfs(sqlite3_vfs *vfs, const char *name, int, int *out)
{
    const auto found = diskOf(vfs).file(QString::fromUtf8(name), false);
    *out = found && !found->seen.isEmpty();
    return SQLITE_OK;
}

int fullPathname(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

} // namespace

void PowerFile::write(qint64 offset, const QByteArray &bytes)
{
    const qint64 end = offset + bytes.size();
    if (seen.size() < end)
        seen.resize(end, '\0');
    seen.replace(offset, bytes.size(), bytes);
    for (qint64 sector = offset / sectorSize; sector * sectorSize < end; ++sector)
        pending[sector] << seen.mid(sector * sectorSize, sectorSize).leftJustified(sectorSize, '\0');
}

void PowerFile::sync()
{
    durable = seen;
    entryDurable = true;
    pending.clear();
}

PowerDisk::PowerDisk(quint32 seed, bool powerSafe)
    : m_random(seed)
    , m_powerSafe(powerSafe)
    , m_name(u"power-%1"_s.arg(reinterpret_cast<quintptr>(this), 0, 16))
    , m_nameBytes(m_name.toUtf8())
    , m_vfs(std::make_unique<sqlite3_vfs>())
{
    const sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    *m_vfs = *system;
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->zName = m_nameBytes.constData();
    m_vfs->pNext = nullptr;
    m_vfs->pAppData = this;
    m_vfs->xOpen = openVfs;
    m_vfs->xDelete = deleteVfs;
    m_vfs->xAccess = accessVfs;
    m_vfs->xFullPathname = fullPathname;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

PowerDisk::~PowerDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

bool PowerDisk::spend()
{
    if (m_left > 0)
        --m_left;
    return m_left != 0;
}

bool PowerDisk::hasRoomFor(const PowerFile &file, qint64 end) const
{
    return m_room < 0 || end <= file.seen.size() || used() + end - file.seen.size() <= m_room;
}

qint64 PowerDisk::used() const
{
    qint64 bytes = 0;
    for (const auto &each : m_files)
        bytes += each->seen.size();
    return bytes;
}

std::shared_ptr<PowerFile> PowerDisk::file(const QString &path, bool create)
{
    auto found = m_files.value(path);
    if (!found && create) {
        found = std::make_shared<PowerFile>();
        // The ledger makes its file itself, and syncs it, before SQLite opens it.
        found->entryDurable = path.endsWith(u".db"_s);
        m_files.insert(path, found);
    }
    return found;
}

bool PowerDisk::remove(const QString &path)
{
    return m_files.remove(path);
}

int PowerDisk::deviceCharacteristics() const
{
    return m_powerSafe ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

QByteArray PowerDisk::survivorOf(const QByteArray &before, const QList<QByteArray> &versions)
{
    const int choice = below(static_cast<int>(versions.size()) + 2);
    if (choice == 0)
        return before;
    if (choice <= versions.size())
        return versions[choice - 1];
    QByteArray torn = versions.last();
    const int at = below(PowerFile::sectorSize);
    for (int i = at; i < PowerFile::sectorSize; ++i) {
        if (!m_powerSafe || torn[i] != before[i])
            torn[i] = below(2) ? before[i] : static_cast<char>(m_random());
    }
    return torn;
}

void PowerDisk::settle(PowerFile &file)
{
    QByteArray left = file.durable;
    if (below(2))
        left.resize(file.seen.size(), '\0');
    for (auto it = file.pending.cbegin(); it != file.pending.cend(); ++it) {
        const qint64 at = it.key() * PowerFile::sectorSize;
        const auto before
            = file.durable.mid(at, PowerFile::sectorSize).leftJustified(PowerFile::sectorSize, '\0');
        const QByteArray survivor = survivorOf(before, it.value());
        if (survivor == before)
            continue;
        if (left.size() < at + PowerFile::sectorSize)
            left.resize(std::min<qint64>(at + PowerFile::sectorSize, file.seen.size()), '\0');
        if (at < left.size())
            left.replace(at, PowerFile::sectorSize, survivor.first(std::min<qint64>(
                                                        PowerFile::sectorSize, left.size() - at)));
    }
    file.seen = left;
    file.sync();
}

void PowerDisk::powerUp()
{
    m_left = -1;
    for (const QString &path : m_files.keys()) {
        PowerFile &file = *m_files[path];
        if (!file.entryDurable && below(2))
            m_files.remove(path);
        else
            settle(file);
    }
}

} // namespace quntai::tests
