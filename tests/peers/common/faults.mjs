// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults a test orders: silence, late answers, refusals, cut sockets.

export class Faults {
    #failures = [];
    #cuts = 0;
    #deafUntil = 0;
    #refuseUntil = 0;
    #ackDelay = 0;

    /** The next `n` sends are refused with `code` and reach nobody. */
    fail({ errcode, n = 1 }) {
        if (!Number.isInteger(errcode) || errcode === 0)
            throw new Error('fail needs an errcode other than 0');
        for (let i = 0; i < n; ++i)
            this.#failures.push(errcode);
        return {};
    }

    /** The next `n` sends are taken, then the socket is cut without an answer. */
    dropAfterAccept({ n = 1 }) {
        this.#cuts += n;
        return {};
    }

    /** For `ms` everything is taken and nothing is answered. */
    blackhole({ ms }) {
        this.#deafUntil = performance.now() + Number(ms);
        return {};
    }

    /** For `ms` no new connection is accepted. */
    refuse({ ms }) {
        this.#refuseUntil = performance.now() + Number(ms);
        return {};
    }

    /** Every answer comes `ms` late from now on. */
    ackDelay({ ms }) {
        this.#ackDelay = Number(ms);
        return {};
    }

    get refusing() {
        return performance.now() < this.#refuseUntil;
    }

    takeFailure() {
        return this.#failures.shift() ?? 0;
    }

    takeCut() {
        if (this.#cuts === 0)
            return false;
        --this.#cuts;
        return true;
    }

    /** Sends the answer now, later or never, as ordered. */
    answer(socket, text) {
        if (performance.now() < this.#deafUntil)
            return;
        if (this.#ackDelay > 0)
            setTimeout(() => socket.send(text, () => {}), this.#ackDelay);
        else
            socket.send(text, () => {});
    }

    /** The commands of this class, ready for obeyStdin(). */
    commands() {
        const names = ['fail', 'dropAfterAccept', 'blackhole', 'refuse', 'ackDelay'];
        return Object.fromEntries(names.map(name => [name, line => this[name](line)]));
    }
}
