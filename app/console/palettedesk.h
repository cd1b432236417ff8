// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settings.h"
#include "models/session/session.h"
#include "widgets/palette/palettemodel.h"

namespace quntai {

class ActionRegistry;
class CommandPalette;

/** All the palette can offer: actions, then topics that are open, groups, people, entries. Ids say
 * what they are: "action:", "topic:", "group:", "user:", "customer:", "entry:". Pure but for the
 * actions' own answers why they cannot be. */
QList<PaletteItem> paletteItems(const State &state, const ActionRegistry &registry);

/** Opens the palette and does what is chosen there. */
class PaletteDesk : public QObject
{
    Q_OBJECT
public:
    PaletteDesk(ThemeHost &host, Session &session, Settings &settings, ActionRegistry &registry,
                QWidget *window);

    void toggle();
    /** The palette with groups only. */
    void openGroups();
    CommandPalette &palette() const { return *m_palette; }

Q_SIGNALS:
    void topicWanted(const quntai::TopicId &topic);
    void groupWanted(const quntai::GroupId &group);
    void entryWanted(const quntai::EntryId &entry);

private:
    void run(const QString &id);
    void remember(const QString &id);

    Session &m_session;
    Settings &m_settings;
    ActionRegistry &m_registry;
    CommandPalette *m_palette;
};

} // namespace quntai
