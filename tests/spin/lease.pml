/* SPDX-FileCopyrightText: 2026 The Quntai authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lease protocol of one topic: two consoles, the bot, the customer, timers, and a network that
 * delays, reorders, loses and repeats commands. Checked by tst_lease_model (run-lease-model).
 *
 *   here        in the code
 *   ----------  ----------------------------------------------------------------------------------
 *   CLAIM       topic.claim      ClaimTopic       → lease.granted, Lease::fence one higher
 *   RENEW       topic.renew      RenewLease       → lease.renewed
 *   SEND        message.send     SendMessage      → message.queued, or stale / not_holder
 *   RELEASE     topic.release    ReleaseTopic     → lease.ended (released), topic escalated
 *   HANDBACK    topic.handback   HandBackTopic    → lease.ended (handed_back), topic at the bot
 *   lapse       Lease::until passes: the holder keeps the topic for its grace
 *   expire      timer.fired LeaseExpiry after the grace → lease.ended (expired), topic escalated
 *   idle        timer.fired LeaseIdle                   → lease.ended (idle), topic at the bot
 *   version     Topic::version, the sequence of its newest message
 *   compose     decide() starts an answer (a model or a tool may take its time)
 *   commit      the answer comes back as an event and becomes message.queued
 *   post        the connector sends what is queued: at once, or when BudgetReady fires
 *   withdraw    silenceBot(): a claim takes a queued answer of the bot back (message.recalled)
 *   mine        checkHolder(): the user and the number
 *   BOTCHECK    isWithPeople() is asked again before the bot's answer is queued
 *
 * Three abstractions keep the state space whole and small:
 * - A console gives a command on what it knows. The feed is ordered and complete, so that is the state
 *   at some earlier moment: here the command is given at that moment and the delay is in the air.
 * - Every command stays in the air from when it was given: the gateway may get it at any later
 *   moment, in any order with the others, or never (it was lost).
 * - A repeat has no effect, thanks to the idempotency key; so what had its effect is forgotten.
 *
 * Every rule can be switched off to see that the model notices: -DFENCE=0 (the holder's name is
 * checked, the number is not), -DBASIS=0, -DBOTCHECK=0, -DWITHDRAW=0. -DREACH fails where
 * all three have spoken, so a model in which nothing happens cannot pass.
 */
#ifndef FENCE
#define FENCE 1
#endif
#ifndef BASIS
#define BASIS 1
#endif
#ifndef BOTCHECK
#define BOTCHECK 1
#endif
#ifndef WITHDRAW
#define WITHDRAW 1
#endif
#ifndef COMMANDS        /* commands of each console */
#define COMMANDS 3
#endif
#ifndef CUSTOMER        /* messages of the customer */
#define CUSTOMER 1
#endif
#ifndef ANSWERS         /* answers the bot may begin */
#define ANSWERS 1
#endif

#define CONSOLES 2
#define BOT 2           /* the bot serves the topic */
#define NOBODY 3        /* it waits in the queue */

mtype = { CLAIM, RENEW, SEND, RELEASE, HANDBACK };
mtype = { NONE, FRESH, GRACE };

/* A command in the air; what == 0: not given yet, or done. */
typedef Command {
    mtype what;
    byte number;        /* Lease::fence, as its sender knew it */
    byte basis;         /* Topic::version, as its sender knew it */
};
Command air[CONSOLES * COMMANDS];

byte holder = BOT;
byte fence = 0;
byte version = 0;
byte at = 0;            /* for forget() */
mtype lease = NONE;

bool queued = false;    /* an answer of the bot waits for the connector */

#ifdef REACH
byte spoke = 0;         /* bit per console, and BOT */
#endif

/* A command that can have no effect any more, since numbers and versions only rise, is forgotten.
 * That loses no behaviour and most of the states. Ends every step that raises one. */
inline forget() {
    d_step {
        at = 0;
        do
        :: at < CONSOLES * COMMANDS ->
            if
            :: (FENCE && air[at].what != CLAIM && air[at].number != fence) ||
               (BASIS && air[at].what == SEND && air[at].basis != version) -> clear(at)
            :: else
            fi;
            at++
        :: else -> break
        od;
        at = 0
    }
}

inline clear(i) {
    air[i].what = 0; air[i].number = 0; air[i].basis = 0
}

#define bit(i) (1 << (i))
#define mine(w, f) (holder == w && (!FENCE || fence == f))

inline endLease(next) {
    holder = next;
    lease = NONE;
}

inline grant() {
    fence++;
    holder = who;
    lease = FRESH;
    if
    :: WITHDRAW -> queued = false
    :: else
    fi
}

inline spoken(who_) {
#ifdef REACH
    spoke = spoke | bit(who_);
    assert(spoke != 7)
#else
    skip
#endif
}

inline accept() {
    /* One speaker: the reply comes from the holder, and was written under this very lease. */
    assert(holder == who && air[id].number == fence);
    /* No blind reply: its author had seen the newest message. */
    assert(air[id].basis == version);
    version++;
    spoken(who)
}

/* The gateway: one command after the other, each in one transaction. */
active proctype Gateway() {
    byte id = 0, who = 0;
end:
    do
    :: atomic {
        do
        :: id < CONSOLES * COMMANDS - 1 -> id++
        :: break
        od;
        who = id / COMMANDS;
        if
        :: air[id].what == CLAIM && (holder == BOT || holder == NOBODY || holder == who) -> grant()
        :: air[id].what == RENEW && mine(who, air[id].number) -> lease = FRESH
        :: air[id].what == SEND && mine(who, air[id].number) && (!BASIS || air[id].basis == version) ->
            accept()
        :: air[id].what == RELEASE && mine(who, air[id].number) -> endLease(NOBODY)
        :: air[id].what == HANDBACK && mine(who, air[id].number) -> endLease(BOT)
        :: else -> skip /* not_holder, stale or conflict: no effect */
        fi;
        clear(id);
        forget();
        id = 0; who = 0 }
    od
}

inline give(kind, theLease, theBasis) {
    air[me * COMMANDS + given].what = kind;
    air[me * COMMANDS + given].number = theLease;
    air[me * COMMANDS + given].basis = theBasis;
    given++
}

proctype Console(byte me) {
    byte given = 0;
    do
    :: atomic { given < COMMANDS && holder != me -> give(CLAIM, 0, 0) }
    :: atomic { given < COMMANDS && holder == me -> give(RENEW, fence, 0) }
    :: atomic { given < COMMANDS && holder == me -> give(SEND, fence, version) }
    :: atomic { given < COMMANDS && holder == me -> give(RELEASE, fence, 0) }
    :: atomic { given < COMMANDS && holder == me -> give(HANDBACK, fence, 0) }
    :: given == COMMANDS -> break
    od
}

active proctype Timers() {
end:
    do
    :: atomic { lease == FRESH -> lease = GRACE }           /* lapse */
    :: atomic { lease == GRACE -> endLease(NOBODY) }        /* expire */
    :: atomic { lease != NONE -> endLease(BOT) }            /* idle */
    od
}

active proctype Customer() {
    byte said = 0;
    do
    :: atomic { said < CUSTOMER -> said++; version++; forget() }
    :: said == CUSTOMER -> break
    od
}

active proctype Bot() {
    byte begun = 0, basis = 0;
    bool composing = false;
end:
    do
    :: atomic { !composing && begun < ANSWERS && holder == BOT ->   /* compose */
        composing = true; begun++; basis = version }
    :: atomic { composing ->                                        /* commit */
        if
        :: (!BOTCHECK || holder == BOT) && (!BASIS || basis == version) && !queued ->
            assert(holder == BOT);
            assert(basis == version);
            queued = true;
            version++;
            forget()
        :: else -> skip /* the answer is dropped; a person or a newer question came between */
        fi;
        composing = false; basis = 0 }
    od
}

active proctype Connector() {
end:
    do
    :: atomic { queued ->                                           /* post */
        /* The bot never speaks in a topic a person holds. */
        assert(lease == NONE);
        queued = false;
        spoken(BOT) }
    od
}

init { atomic { run Console(0); run Console(1) } }
