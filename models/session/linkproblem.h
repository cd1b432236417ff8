// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace quntai {

/** Why there is no link, for whoever finds the words. */
enum class LinkProblem : quint8 {
    None,
    Unreachable,  //!< no connection could be made
    HostUnknown,  //!< the name of the server leads nowhere
    NobodyThere,  //!< that computer answers, but nobody listens at the port
    NoBackend,    //!< somebody answers, but speaks neither TLS nor WebSocket with us
    Lost,         //!< the connection broke
    Silent,       //!< connected, but no answer in time
    NotTrusted,   //!< the certificate is of nobody we trust
    OtherName,    //!< the certificate is of another server
    OutOfDate,    //!< the certificate is not valid at this time
    Unsafe,       //!< the address is neither wss:// nor this machine
    Garbled,      //!< what came is not the console protocol
    Restarting,   //!< the backend said goodbye
    Busy,         //!< too many sign-ins, or not ready
    WrongSignIn,  //!< name, password or token
    Expired,      //!< sign in again
    Elsewhere,    //!< this account has signed in elsewhere
    NotAllowed,   //!< this account may not be used
    Woke,         //!< this computer slept; whether the connection still leads anywhere is asked
};

} // namespace quntai
