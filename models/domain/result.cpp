// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/result.h"

namespace quntai {

using namespace Qt::StringLiterals;

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Parse: return u"parse"_s;
    case ErrorKind::InvalidRequest: return u"invalid_request"_s;
    case ErrorKind::UnknownMethod: return u"unknown_method"_s;
    case ErrorKind::InvalidParams: return u"invalid_params"_s;
    case ErrorKind::Internal: return u"internal"_s;
    case ErrorKind::Stale: return u"stale"_s;
    case ErrorKind::NotHolder: return u"not_holder"_s;
    case ErrorKind::Forbidden: return u"forbidden"_s;
    case ErrorKind::IdConflict: return u"id_conflict"_s;
    case ErrorKind::NotFound: return u"not_found"_s;
    case ErrorKind::Conflict: return u"conflict"_s;
    case ErrorKind::TooLarge: return u"too_large"_s;
    case ErrorKind::RateLimited: return u"rate_limited"_s;
    case ErrorKind::StorageFull: return u"storage_full"_s;
    case ErrorKind::Unavailable: return u"unavailable"_s;
    case ErrorKind::Unauthenticated: return u"unauthenticated"_s;
    case ErrorKind::Policy: return u"policy"_s;
    }
    return u"internal"_s;
}

} // namespace quntai
