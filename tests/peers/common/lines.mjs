// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lines on stdin and stdout: how a test drives a simulator and learns what reached it.
import { createInterface } from 'node:readline';

/** Prints one report line. Never throws: a test that has gone away is not the simulator's fault. */
export function report(value) {
    process.stdout.write(JSON.stringify(value) + '\n');
}

/** The first line of every simulator: where it listens. Tests wait for it. */
export function reportListening(url) {
    process.stdout.write(`listening ${url}\n`);
}

/**
 * Runs `handlers[line.do](line)` for each line of stdin and reports the outcome as
 * {"did":…, …result}; an unknown or malformed line is reported as {"error":…}. The end of stdin
 * ends the process, so that a simulator never outlives its test.
 */
export function obeyStdin(handlers) {
    const input = createInterface({ input: process.stdin });
    input.on('line', text => {
        if (!text.trim())
            return;
        try {
            const command = JSON.parse(text);
            if (!Object.hasOwn(handlers, command.do))
                throw new Error(`no such command: ${command.do}`);
            report({ did: command.do, ...handlers[command.do](command) });
        } catch (error) {
            report({ error: error.message, line: text.slice(0, 200) });
        }
    });
    input.on('close', () => process.exit(0));
    process.stdout.on('error', () => process.exit(0));
}
