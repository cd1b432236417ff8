// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counting assertions, and the other end of a simulator's JSON lines, for the check programs.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';

const patience = 20000; // ms; how long a check waits before it counts as failed, never a measure

export class Checks {
    passed = 0;
    failed = 0;

    ok(what, condition) {
        condition ? ++this.passed : ++this.failed;
        console.log(`${condition ? 'ok  ' : 'FAIL'} ${what}`);
    }

    equal(what, actual, expected) {
        this.ok(what, isDeepStrictEqual(actual, expected));
        if (!isDeepStrictEqual(actual, expected))
            console.log(`     actual   ${JSON.stringify(actual)}\n     expected ${JSON.stringify(expected)}`);
    }

    /** Runs one step; an exception or a step that never ends is one failure and the next step runs. */
    async step(what, body) {
        try {
            await within(what, body());
        } catch (error) {
            this.ok(`${what}: ${error.message}`, false);
        }
    }

    /** The last line and the exit code of a check program. */
    finish() {
        console.log(`${this.passed} passed, ${this.failed} failed`);
        process.exit(this.failed === 0 && this.passed > 0 ? 0 : 1);
    }
}

/** Rejects when `promise` is not settled in time. */
export function within(what, promise, ms = patience) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what}: nothing after ${ms} ms`)), ms);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A list one side fills and the other waits on; what was waited for is taken out. */
export class Inbox {
    #items = [];
    #waiting = [];

    push(item) {
        const index = this.#waiting.findIndex(waiter => waiter.matches(item));
        if (index < 0)
            this.#items.push(item);
        else
            this.#waiting.splice(index, 1)[0].resolve(item);
    }

    take(what, matches = () => true) {
        const index = this.#items.findIndex(matches);
        if (index >= 0)
            return Promise.resolve(this.#items.splice(index, 1)[0]);
        const { promise, resolve } = deferred();
        this.#waiting.push({ matches, resolve });
        return within(what, promise);
    }

    /** What has come and was not waited for. */
    get left() {
        return [...this.#items];
    }
}

/** A simulator of this folder, run as its own process. */
export class Simulator {
    reports = new Inbox();
    #child;

    constructor(script, args) {
        this.#child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
        createInterface({ input: this.#child.stdout }).on('line', line => this.#take(line));
    }

    /** Its address, once it listens. */
    async url() {
        return (await this.reports.take('simulator listening', item => item.listening)).listening;
    }

    /** Orders something and returns what the simulator says it did. */
    async order(command) {
        this.#child.stdin.write(JSON.stringify(command) + '\n');
        const done = await this.reports.take(`order ${command.do}`, item => item.did === command.do || item.error);
        if (done.error)
            throw new Error(`order ${command.do}: ${done.error}`);
        return done;
    }

    stop() {
        this.#child.stdin.end();
    }

    #take(line) {
        const listening = /^listening (\S+)$/.exec(line);
        this.reports.push(listening ? { listening: listening[1] } : JSON.parse(line));
    }
}

function deferred() {
    let resolve;
    const promise = new Promise(fulfil => { resolve = fulfil; });
    return { promise, resolve };
}
