// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the whole history of a group from a backend with a WebSocket library that is not ours:
//   node history-{ws,websocket,faye}.mjs URL USER PASSWORD SHA256 [GROUP]   (PASSWORD "-": USER is a token)
// SHA256 is that of all texts of the group's messages, UTF-8, joined in order of seq without anything
// between. Without GROUP the snapshot must hold exactly one group.
import { createHash } from 'node:crypto';
import { Checks, within } from '../common/check.mjs';

export const subprotocol = 'quntai.v1';
export const messageBytes = 256 * 1024;
const pageSize = 200;

/** One console: `send(text)` is the library's; feed what it receives to receive(). */
class Reader {
    #send;
    #nextId = 0;
    #asked = new Map();
    #positions = new Map(); // stream → {epoch, seq}, once its snapshot is whole
    #parts = new Map(); // stream → {part, items} of a snapshot under way
    #waiting = new Set();
    #wholeSnapshot;
    texts = new Map(); // group → Map(seq → text)
    largest = 0;
    faults = [];
    snapshot = new Promise(resolve => { this.#wholeSnapshot = resolve; });

    constructor(send) {
        this.#send = send;
    }

    ask(method, params) {
        const id = `r-${++this.#nextId}`;
        this.#send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
        const answer = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
        return within(method, answer);
    }

    /** The connection is gone: whatever was asked will not be answered. */
    closed(why) {
        for (const { reject } of this.#asked.values())
            reject(new Error(`connection closed: ${why}`));
        this.#asked.clear();
    }

    #tell(method, params) {
        this.#send(JSON.stringify({ jsonrpc: '2.0', method, params }));
    }

    receive(text) {
        this.largest = Math.max(this.largest, Buffer.byteLength(text));
        const message = JSON.parse(text);
        if (message.method === undefined)
            this.#answered(message);
        else if (message.method === 'session.ping')
            this.#send(JSON.stringify({ jsonrpc: '2.0', id: message.id, result: { time: new Date().toISOString() } }));
        else if (message.method === 'feed.snapshot')
            this.#takePart(message.params);
        else if (message.method === 'feed.events')
            this.#takeEvents(message.params);
        else if (message.method === 'feed.tick')
            this.#move(message.params.stream, message.params.seq);
    }

    #answered({ id, result, error }) {
        const { resolve, reject } = this.#asked.get(id);
        this.#asked.delete(id);
        error ? reject(new Error(`${error.code} ${error.message}`)) : resolve(result);
    }

    async open() {
        const { streams } = await this.ask('feed.open', { resume: [] });
        for (const { stream, resumed } of streams) {
            if (resumed)
                this.faults.push(`${stream} resumed from nothing`);
            if (!this.#positions.has(stream))
                this.#waiting.add(stream);
        }
        if (this.#waiting.size === 0)
            this.#wholeSnapshot();
        return streams.length;
    }

    #takePart(params) {
        const { stream, epoch, seq, part, of, count } = params;
        const before = part === 1 ? { part: 0, items: 0 } : this.#parts.get(stream);
        if (before?.part !== part - 1)
            this.faults.push(`${stream}: part ${part} after ${before?.part}`);
        const lists = Object.values(params).filter(Array.isArray);
        const items = (before?.items ?? 0) + lists.reduce((sum, list) => sum + list.length, 0);
        this.#parts.set(stream, { part, items });
        for (const { info } of params.groups ?? [])
            this.#group(info.id);
        for (const message of params.messages ?? [])
            this.keep(message.group, message.seq, message.text);
        this.#tell('feed.part', { stream, part });
        if (part < of)
            return;
        if (items !== count)
            this.faults.push(`${stream}: ${items} items, announced ${count}`);
        this.#positions.set(stream, { epoch, seq });
        this.#waiting.delete(stream);
        if (this.#waiting.size === 0)
            this.#wholeSnapshot();
    }

    #takeEvents({ stream, epoch, events }) {
        for (const { prev, seq, type, group, data } of events) {
            const position = this.#positions.get(stream);
            if (!position || position.epoch !== epoch || prev > position.seq || seq <= position.seq)
                this.faults.push(`${stream}: event ${prev} → ${seq} at ${position?.seq}`);
            if (['message.received', 'message.queued', 'note.added'].includes(type))
                this.keep(group, seq, data.text);
            this.#move(stream, seq);
        }
        this.#tell('feed.ack', { stream, seq: events.at(-1).seq });
    }

    #move(stream, seq) {
        const position = this.#positions.get(stream);
        if (position)
            position.seq = Math.max(position.seq, seq);
    }

    #group(id) {
        if (!this.texts.has(id))
            this.texts.set(id, new Map());
        return this.texts.get(id);
    }

    keep(group, seq, text = '') {
        this.#group(group).set(seq, text);
    }

    /** Pages back to the first message; returns the number of pages. */
    async pageBack(group) {
        const known = this.#group(group);
        let before = known.size ? Math.min(...known.keys()) : Number.MAX_SAFE_INTEGER;
        for (let pages = 1; ; ++pages) {
            const { messages = [], more = false } = await this.ask('history.page', { group, before, limit: pageSize });
            for (const message of messages) {
                if (message.seq >= before)
                    this.faults.push(`history: ${message.seq} after ${before}`);
                before = message.seq;
                this.keep(group, message.seq, message.text);
            }
            if (!more || messages.length === 0)
                return pages;
        }
    }

    /** All texts of a group in order. */
    whole(group) {
        const texts = this.#group(group);
        return [...texts.keys()].sort((a, b) => a - b).map(seq => texts.get(seq)).join('');
    }
}

/**
 * Runs the whole check. `connect(url, onText, onClose)` opens a connection with the library under
 * test and resolves to {send(text), close(), protocol}; onClose gets the close code.
 */
export async function readHistory(library, connect) {
    const [url, user, password, expected, wanted] = process.argv.slice(2);
    const checks = new Checks();
    await checks.step(library, async () => {
        let reader; // made once the library is connected; nothing is received before it sends
        const link = await within('connect', connect(url, text => reader.receive(text), why => reader.closed(why)));
        reader = new Reader(text => link.send(text));
        checks.equal('subprotocol', link.protocol, subprotocol);
        const auth = password === '-' ? { scheme: 'bearer', token: user } : { scheme: 'password', user, password };
        const hello = await reader.ask('session.hello',
            { versions: [1], client: { name: library }, locale: 'zh_CN', auth });
        checks.equal('version', hello.version, 1);
        checks.ok('streams', await reader.open() > 0);
        await within('snapshot', reader.snapshot);
        const group = wanted ?? (reader.texts.size === 1 ? [...reader.texts.keys()][0] : undefined);
        if (group === undefined)
            throw new Error(`which group? ${[...reader.texts.keys()].join(' ')}`);
        const pages = await reader.pageBack(group);
        const text = reader.whole(group);
        console.log(`     ${Buffer.byteLength(text)} bytes in ${reader.texts.get(group).size} messages, ${pages} pages`);
        checks.equal('every text arrived intact', createHash('sha256').update(text).digest('hex'), expected);
        checks.equal('no gap, no repeat, nothing out of order', reader.faults, []);
        checks.ok('no message over 256 KiB', reader.largest <= messageBytes);
        link.close();
    });
    checks.finish();
}
