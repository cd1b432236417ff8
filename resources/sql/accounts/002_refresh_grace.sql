-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An answer to session.refresh may get lost. Until the token in it was used, the one before it
-- works again for a short while: used is now the time of the first use (ms; 1: used for good),
-- parent the token this one was given for.
ALTER TABLE refresh ADD COLUMN parent BLOB;
CREATE INDEX refresh_by_parent ON refresh(parent) WHERE parent IS NOT NULL;
