// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entryimport.h"
#include "models/domain/knowledgecommands.h"

#include <QHash>

namespace quntai {

enum class EntryFormat { Csv, JsonLines };
enum class TextCoding { Utf8, Gb18030 };  //!< UTF-8 CSV begins with a byte order mark
enum class FileWords { English, Chinese };  //!< of headers and states; both are read

/** One entry as a file has it. */
struct FileEntry
{
    int line = 0;
    Entry entry;
    bool versioned = false;  //!< the file says which version it is
    ImportFault fault = ImportFault::None;
    QString detail;
};

struct EntryFile
{
    QList<FileEntry> rows;
    TextCoding coding = TextCoding::Utf8;
    ImportFault fault = ImportFault::None;
    int faultLine = 0;
};

constexpr qint64 entryFileLimit = 32 * 1024 * 1024;

// Pure and slow for big files; any thread.

QByteArray writeEntries(const QList<Entry> &entries, EntryFormat format, TextCoding coding,
                        FileWords words);
EntryFile readEntries(const QByteArray &bytes, EntryFormat format);

/** What taking the file in would do to what is there. A row without id that has the question of
 * an entry is that entry. Nothing changed after the file was written is overwritten. */
ImportPlan planImport(const EntryFile &file, const QHash<EntryId, Entry> &entries,
                      const QHash<EntryId, EntryDraft> &drafts, bool asDrafts);

/** The new and changed rows as commands, each small enough for one message. */
QList<ImportEntries> importCommands(const ImportPlan &plan);

} // namespace quntai
