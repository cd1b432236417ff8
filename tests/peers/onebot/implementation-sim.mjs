// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// OneBot 11 implementation on loopback: node implementation-sim.mjs PORT|0 TOKEN [REVERSE-URL]
//
// Forward WebSocket on /, /api and /event; with REVERSE-URL it also calls an application there, again
// and again (role Universal). The first line of stdout is "listening ws://127.0.0.1:PORT".
// Orders are JSON lines on stdin (group 7001 with members 42 and 43 exists; the account is 10001000):
//   {"do":"text","group":7001,"user":42,"text":"…"}   optional: "nickname", "message_id", "reply":id,
//       "at":[id|"all"], "format":"cq"; without "group" it is a private message
//   {"do":"segments",…,"segments":[…]}
//   {"do":"group","group","name","members":[{"user_id","nickname","card","role"}]}
//   {"do":"join","group","user","nickname"}   {"do":"leave","group","user"}
//   {"do":"recall","message_id"}   {"do":"duplicate","message_id"}   the same event again
//   {"do":"drop"} cut all sockets · {"do":"raw","text":"…"} · {"do":"heartbeat","ms":15000}
//   {"do":"blackhole","ms"} · {"do":"refuse","ms"} · {"do":"ackDelay","ms"}
//   {"do":"fail","errcode","n"} (errcode is the retcode) · {"do":"dropAfterAccept","n"}
// Each is answered by {"did":…}. Reports: {"connected":path|"reverse"}, {"closed":code}, {"action","params"},
// {"refused":action,"retcode"}, {"recalled":id}, {"malformed"} and, for everything that reached a chat,
// {"sent":{"chat","text","kind":"group|private","segments","message_id"}}.
import { WebSocket, WebSocketServer } from 'ws';
import { Faults } from '../common/faults.mjs';
import { obeyStdin, report, reportListening } from '../common/lines.mjs';
import { Account, self } from './account.mjs';

const [port, token, reverseUrl] = process.argv.slice(2);
if (token === undefined) {
    console.error('usage: implementation-sim.mjs PORT|0 TOKEN [REVERSE-URL]');
    process.exit(2);
}

const reverseInterval = 300; // ms between two calls to the application
let heartbeatInterval = 15000;
const links = new Set();
const faults = new Faults();
const account = new Account(faults, emit, report);

/** Sends an event to every application that listens for events; says whether there was one. */
function emit(event) {
    const text = JSON.stringify({ time: Math.floor(Date.now() / 1000), self_id: self, ...event });
    const listening = [...links].filter(link => link.events);
    for (const link of listening)
        link.socket.send(text, () => {});
    return listening.length > 0;
}

function attach(socket, name, { api = true, events = true }) {
    const link = { socket, events };
    links.add(link);
    report({ connected: name });
    socket.on('error', () => {});
    socket.on('close', code => {
        links.delete(link);
        report({ closed: code });
    });
    if (api)
        socket.on('message', data => answer(socket, data.toString()));
    if (events)
        socket.send(JSON.stringify({ time: Math.floor(Date.now() / 1000), self_id: self,
            post_type: 'meta_event', meta_event_type: 'lifecycle', sub_type: 'connect' }));
}

function answer(socket, text) {
    let request;
    try {
        request = JSON.parse(text);
        if (typeof request.action !== 'string')
            throw new Error('no action');
    } catch {
        report({ malformed: text.slice(0, 200) });
        faults.answer(socket, JSON.stringify({ status: 'failed', retcode: 1400, data: null, echo: request?.echo }));
        return;
    }
    report({ action: request.action, params: request.params });
    const { retcode, data, cut } = account.act(request.action, request.params ?? {});
    if (cut) {
        socket.terminate();
        return;
    }
    if (retcode > 1)
        report({ refused: request.action, retcode });
    const status = ['ok', 'async'][retcode] ?? 'failed';
    faults.answer(socket, JSON.stringify({ status, retcode, data, echo: request.echo }));
}

function admit({ req }, done) {
    const given = /^Bearer (.*)$/.exec(req.headers.authorization ?? '')?.[1]
        ?? new URL(req.url, 'ws://x').searchParams.get('access_token');
    if (faults.refusing)
        done(false, 503);
    else if (token && !given)
        done(false, 401);
    else
        done(!token || given === token, 403);
}

const paths = { '/': {}, '/api': { events: false }, '/event': { api: false } };
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(port), maxPayload: 4 << 20, verifyClient: admit });
server.on('connection', (socket, request) => {
    const path = new URL(request.url, 'ws://x').pathname.replace(/(.)\/$/, '$1');
    if (Object.hasOwn(paths, path))
        attach(socket, path, paths[path]);
    else
        socket.close(1008, 'no such path');
});
server.on('listening', () => reportListening(`ws://127.0.0.1:${server.address().port}`));

function callApplication() {
    const again = () => setTimeout(callApplication, reverseInterval);
    if (faults.refusing) {
        again();
        return;
    }
    const socket = new WebSocket(reverseUrl, {
        headers: { 'X-Self-ID': String(self), 'X-Client-Role': 'Universal',
            ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    });
    socket.on('open', () => attach(socket, 'reverse', {}));
    socket.on('unexpected-response', (request, response) => {
        report({ rejected: response.statusCode });
        request.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', again);
}
if (reverseUrl)
    callApplication();

function beat() {
    emit({ post_type: 'meta_event', meta_event_type: 'heartbeat', status: { online: true, good: true },
        interval: heartbeatInterval });
    return setTimeout(() => { timer = beat(); }, heartbeatInterval);
}
let timer = setTimeout(() => { timer = beat(); }, heartbeatInterval);

function segmentsFor({ text, reply, at = [] }) {
    return [
        ...(reply === undefined ? [] : [{ type: 'reply', data: { id: String(reply) } }]),
        ...at.map(id => ({ type: 'at', data: { qq: String(id) } })),
        { type: 'text', data: { text } },
    ];
}

obeyStdin({
    text: order => account.speak(order, segmentsFor(order)),
    segments: order => account.speak(order, order.segments),
    group: order => account.group(order),
    join: order => account.join(order),
    leave: order => account.leave(order),
    recall: order => account.recall(order),
    duplicate: order => account.duplicate(order),
    drop: () => {
        const had = links.size;
        for (const link of links)
            link.socket.terminate();
        return { had };
    },
    raw: order => {
        for (const link of links)
            link.socket.send(String(order.text), () => {});
        return {};
    },
    heartbeat: ({ ms }) => {
        heartbeatInterval = Number(ms);
        clearTimeout(timer);
        timer = beat();
        return {};
    },
    ...faults.commands(),
});
