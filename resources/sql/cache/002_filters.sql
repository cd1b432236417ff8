-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The index also holds who wrote a message, in which group, and whether there is a picture, one word
-- each: what is asked for is found by the same lists as the words, however rare it is.

-- What is to be indexed anew, in pieces, when the file is opened.
CREATE TABLE unindexed (key INTEGER PRIMARY KEY) STRICT;
INSERT INTO unindexed SELECT key FROM messages;
DELETE FROM found;
