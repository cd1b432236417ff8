// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The platform's side of the WeCom AI bot long connection: one live connection per bot, callbacks
// to it, replies and pushes from it. Written from the official documentation of the protocol;
// sdk-check.mjs holds it against the official client.
import { createHash, randomUUID } from 'node:crypto';
import { RateLimit, Uploads } from './limits.mjs';

const streamLife = 6 * 60e3;
const replyWindow = 24 * 3600e3;
const eventWindow = 5e3; // a welcome or a card update must come within this
const contentLimit = 20480;

// Codes marked * stand in for ones the documentation does not name: a client may not rely on them.
const code = {
    badSecret: 853000,
    badRequest: 846605,
    streamExpired: 846608,
    notSubscribed: 846609,
    badChat: 93006,
    frequency: 45009,
    tooLong: 40058, // *
    badMedia: 40007, // *
    badKind: 40008, // *
};

export class Platform {
    clockOffset = 0;
    countRefreshes = false;
    limits = new RateLimit(30, 1000);
    #uploadLimits = new RateLimit(30, 1000);
    #uploads = new Uploads();
    #live = null;
    #chats = new Set();
    #callbacks = new Map(); // msgid → frame body, for repeats

    /** `report` gets every fact a test may want; `faults` may refuse, delay or swallow. */
    constructor(bot, secret, faults, report) {
        this.bot = bot;
        this.secret = secret;
        this.faults = faults;
        this.report = report;
    }

    now() {
        return Date.now() + this.clockOffset;
    }

    attach(socket) {
        const link = { socket, subscribed: false, requests: new Map(), streams: new Map() };
        socket.on('message', data => this.#read(link, data));
        socket.on('close', closeCode => this.#closed(link, closeCode));
        socket.on('error', () => {});
        this.report({ connected: true });
    }

    #closed(link, closeCode) {
        if (this.#live === link)
            this.#live = null;
        this.report({ closed: closeCode, subscribed: link.subscribed });
    }

    #read(link, data) {
        let frame;
        try {
            frame = JSON.parse(data.toString());
        } catch {
            this.report({ malformed: data.toString().slice(0, 200) });
            return;
        }
        const requestId = frame.headers?.req_id;
        if (typeof frame.cmd !== 'string' || typeof requestId !== 'string' || !requestId) {
            this.report({ malformed: data.toString().slice(0, 200) });
            return;
        }
        this.#run(link, frame, requestId);
    }

    #run(link, frame, requestId) {
        const outcome = this.#outcome(link, frame, requestId);
        if (outcome.errcode)
            this.report({ refused: frame.cmd, errcode: outcome.errcode, req_id: requestId, body: frame.body });
        if (outcome.cut) {
            link.socket.terminate();
            return;
        }
        const { errcode = 0, body } = outcome;
        const answer = { headers: { req_id: requestId }, errcode, errmsg: errcode ? `error ${errcode}` : 'ok' };
        this.faults.answer(link.socket, JSON.stringify(body ? { ...answer, body } : answer));
    }

    #outcome(link, frame, requestId) {
        const body = frame.body ?? {};
        if (frame.cmd === 'aibot_subscribe')
            return this.#subscribe(link, body);
        if (!link.subscribed)
            return { errcode: code.notSubscribed };
        switch (frame.cmd) {
        case 'ping':
            this.report({ ping: requestId });
            return {};
        case 'aibot_respond_msg':
            return this.#reply(link, body, requestId);
        case 'aibot_respond_welcome_msg':
            return this.#answerEvent(link, body, requestId, 'enter_chat', 'welcome');
        case 'aibot_respond_update_msg':
            return this.#answerEvent(link, body, requestId, 'template_card_event', 'update');
        case 'aibot_send_msg':
            return this.#push(body, requestId);
        case 'aibot_upload_media_init':
        case 'aibot_upload_media_chunk':
        case 'aibot_upload_media_finish':
            return this.#upload(frame.cmd, body);
        default:
            return { errcode: code.badKind };
        }
    }

    #subscribe(link, body) {
        if (body.bot_id !== this.bot || body.secret !== this.secret) {
            this.report({ subscribe: false, bot_id: body.bot_id });
            return { errcode: code.badSecret };
        }
        if (this.#live && this.#live !== link)
            this.#kickLive();
        link.subscribed = true;
        this.#live = link;
        this.report({ subscribe: true, bot_id: body.bot_id });
        return {};
    }

    #kickLive() {
        const old = this.#live;
        this.#live = null;
        this.#sendEvent(old, { eventtype: 'disconnected_event' });
        old.subscribed = false;
        old.socket.close();
        this.report({ kicked: true });
    }

    #reply(link, body, requestId) {
        const request = link.requests.get(requestId);
        if (!request || this.now() - request.at > replyWindow)
            return { errcode: code.badRequest };
        if (body.msgtype === 'stream' || body.msgtype === 'stream_with_template_card')
            return this.#stream(link, request, body, requestId);
        const text = contentOf(body);
        return this.#deliver(request.chat, { chat: request.chat, text, req_id: requestId, kind: 'reply',
            msgtype: body.msgtype }, body);
    }

    #stream(link, request, body, requestId) {
        const { id, content = '', finish = false } = body.stream ?? {};
        if (typeof id !== 'string' || !id || typeof content !== 'string')
            return { errcode: code.badKind };
        const known = link.streams.get(id);
        if (known && (known.finished || this.now() - known.at > streamLife || known.requestId !== requestId))
            return { errcode: code.streamExpired };
        const counts = !known || this.countRefreshes;
        const outcome = this.#deliver(request.chat, { chat: request.chat, text: content, req_id: requestId,
            kind: 'reply', msgtype: 'stream', stream: id, finish: !!finish }, body, counts);
        if (!outcome.errcode)
            link.streams.set(id, { at: known?.at ?? this.now(), finished: !!finish, requestId });
        return outcome;
    }

    #answerEvent(link, body, requestId, event, kind) {
        const request = link.requests.get(requestId);
        if (request?.event !== event || this.now() - request.at > eventWindow)
            return { errcode: code.badRequest };
        return this.#deliver(request.chat, { chat: request.chat, text: contentOf(body), req_id: requestId,
            kind, msgtype: body.msgtype ?? body.response_type }, body);
    }

    #push(body, requestId) {
        const pushable = ['markdown', 'template_card', 'file', 'image', 'voice', 'video'];
        if (!pushable.includes(body.msgtype))
            return { errcode: code.badKind };
        // Only where somebody has spoken to the bot before; identifiers are case sensitive.
        if (!this.#chats.has(body.chatid))
            return { errcode: code.badChat };
        return this.#deliver(body.chatid, { chat: body.chatid, text: contentOf(body), req_id: requestId,
            kind: 'push', msgtype: body.msgtype }, body);
    }

    /** The one door to a chat: ordered refusals, size, media, limits, then the report. */
    #deliver(chat, sent, body, counts = true) {
        const ordered = this.faults.takeFailure();
        if (ordered)
            return { errcode: ordered };
        if (Buffer.byteLength(sent.text) > contentLimit)
            return { errcode: code.tooLong };
        const media = body[body.msgtype]?.media_id;
        if (media !== undefined && !this.#uploads.has(media))
            return { errcode: code.badMedia };
        if (counts && !this.limits.take(chat, this.now()))
            return { errcode: code.frequency };
        this.report({ sent: media === undefined ? sent : { ...sent, media } });
        return { cut: this.faults.takeCut() };
    }

    #upload(command, body) {
        if (command === 'aibot_upload_media_init') {
            const id = randomUUID();
            if (!this.#uploadLimits.take(this.bot, this.now()))
                return { errcode: code.frequency };
            return this.#uploads.begin(id, body, this.now()) ? { body: { upload_id: id } } : { errcode: code.badMedia };
        }
        if (command === 'aibot_upload_media_chunk') {
            const part = Buffer.from(String(body.base64_data ?? ''), 'base64');
            const taken = this.#uploads.put(body.upload_id, body.chunk_index, part, this.now());
            return taken ? {} : { errcode: code.badMedia };
        }
        const done = this.#uploads.finish(body.upload_id, content => createHash('md5').update(content).digest('hex'));
        if (!done)
            return { errcode: code.badMedia };
        this.report({ uploaded: { type: done.type, media_id: done.mediaId, bytes: done.bytes } });
        return { body: { type: done.type, media_id: done.mediaId, created_at: String(Math.floor(this.now() / 1000)) } };
    }

    /** A customer's message. Without a live connection the platform loses it, as the real one does. */
    message({ chat, user, msgid = randomUUID(), quote, single }, content) {
        const body = { msgid, aibotid: this.bot, ...this.#place(chat, user, single), from: { userid: user },
            create_time: Math.floor(this.now() / 1000), ...content };
        if (quote !== undefined)
            body.quote = { msgtype: 'text', text: { content: quote } };
        this.#callbacks.set(msgid, body);
        return { msgid, ...this.#callback('aibot_msg_callback', body, single ? user : chat) };
    }

    event({ chat, user, single }, event) {
        const body = { msgid: randomUUID(), aibotid: this.bot, ...this.#place(chat, user, single),
            from: { userid: user }, create_time: Math.floor(this.now() / 1000), msgtype: 'event', event };
        const place = single ? user : chat;
        return { msgid: body.msgid, ...this.#callback('aibot_event_callback', body, place, event.eventtype) };
    }

    /** The same callback once more: same msgid and body, its own req_id. */
    duplicate({ msgid }) {
        const body = this.#callbacks.get(msgid);
        if (!body)
            throw new Error(`no callback with msgid ${msgid}`);
        return { msgid, ...this.#callback('aibot_msg_callback', body, body.chatid ?? body.from.userid) };
    }

    #place(chat, user, single) {
        if (typeof user !== 'string' || (!single && typeof chat !== 'string'))
            throw new Error('a message needs "user" and, unless "single", "chat"');
        return single ? { chattype: 'single' } : { chatid: chat, chattype: 'group' };
    }

    #callback(command, body, chat, event) {
        this.#chats.add(chat);
        const link = this.#live;
        const requestId = randomUUID();
        link?.requests.set(requestId, { chat, at: this.now(), event });
        link?.socket.send(JSON.stringify({ cmd: command, headers: { req_id: requestId }, body }), () => {});
        return { req_id: requestId, delivered: link !== null };
    }

    #sendEvent(link, event) {
        const body = { msgid: randomUUID(), create_time: Math.floor(this.now() / 1000), aibotid: this.bot,
            msgtype: 'event', event };
        const frame = { cmd: 'aibot_event_callback', headers: { req_id: randomUUID() }, body };
        link.socket.send(JSON.stringify(frame), () => {});
    }

    drop() {
        this.#live?.socket.terminate();
        return { had: this.#live !== null };
    }

    kick() {
        const had = this.#live !== null;
        if (had)
            this.#kickLive();
        return { had };
    }

    /** The socket stays open, but the platform no longer knows who it is (seen in the field). */
    forget() {
        const had = this.#live !== null;
        if (had)
            this.#live.subscribed = false;
        this.#live = null;
        return { had };
    }

    /** Sends the live connection any text at all. */
    raw({ text }) {
        this.#live?.socket.send(String(text), () => {});
        return { delivered: this.#live !== null };
    }

    know({ chat }) {
        this.#chats.add(chat);
        return {};
    }
}

function contentOf(body) {
    const content = body[body.msgtype]?.content ?? body.template_card?.main_title?.title ?? '';
    return typeof content === 'string' ? content : '';
}
