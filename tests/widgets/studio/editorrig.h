// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/similarmodel.h"

namespace quntai::tests {

/** The editor of entries on screen. A test inherits it and shows it in init(). */
class EditorRig
{
protected:
    /** An editor of this size, and an entry with an id and a version to fill and load. */
    void show(const QSize &size)
    {
        m_editor = std::make_unique<EntryEditor>(*m_host, m_similar);
        m_editor->resize(size);
        m_editor->show();
        m_entry = {};
        m_entry.id = {QStringLiteral("k-9")};
        m_entry.version = 2;
    }

    std::unique_ptr<ThemeHost> m_host;  //!< one for all functions of the test
    SimilarModel m_similar;
    std::unique_ptr<EntryEditor> m_editor;
    Entry m_entry;
};

} // namespace quntai::tests
