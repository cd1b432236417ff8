// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No include guard: a list to be expanded, once per use. Every body that is neither event nor
// command.
QUNTAI_BODY(Nothing)
QUNTAI_BODY(HelloParams)
QUNTAI_BODY(HelloResult)
QUNTAI_BODY(RefreshParams)
QUNTAI_BODY(Tokens)
QUNTAI_BODY(PingResult)
QUNTAI_BODY(FeedOpenParams)
QUNTAI_BODY(FeedOpenResult)
QUNTAI_BODY(FeedAck)
QUNTAI_BODY(FeedPartAck)
QUNTAI_BODY(FeedTick)
QUNTAI_BODY(HistoryParams)
QUNTAI_BODY(HistoryResult)
QUNTAI_BODY(PolicyResult)
QUNTAI_BODY(CommandResult)
QUNTAI_BODY(GoAway)
QUNTAI_BODY(ScopeChanged)
QUNTAI_BODY(SnapshotPart)
