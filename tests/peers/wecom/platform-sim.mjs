// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// WeCom AI bot platform on loopback: node platform-sim.mjs PORT|0 BOTID SECRET
//
// The first line of stdout is "listening ws://127.0.0.1:PORT". Orders are JSON lines on stdin:
//   {"do":"text","chat":"wr1","user":"u1","text":"…"}   optional: "quote", "msgid", "single":true
//   {"do":"voice",…,"text":"…"}   {"do":"image",…,"base64":"…"}   {"do":"file",…,"base64":"…"}
//   {"do":"mixed",…,"items":[{"text":"…"},{"image":"<base64>"}]}
//   {"do":"enter_chat","chat","user"}   {"do":"card",…,"key","task"}
//   {"do":"feedback",…,"id","type","content"}
//   {"do":"duplicate","msgid":"…"}   the same callback again
//   {"do":"know","chat":"wr1"}       the bot was spoken to there before: pushes are allowed
//   {"do":"drop"} cut the socket · {"do":"kick"} another client subscribed
//   {"do":"forget"} keep the socket, forget the subscription (846609) · {"do":"raw","text":"…"}
//   {"do":"blackhole","ms"} take all, answer nothing · {"do":"refuse","ms"} no new connections
//   {"do":"ackDelay","ms"} · {"do":"fail","errcode","n"} · {"do":"dropAfterAccept","n"}
//   {"do":"clock","ms"} move the platform's clock on · {"do":"limits","perMinute","perHour","countRefreshes"}
// Each is answered by {"did":…}. Reports: {"connected"}, {"subscribe":true|false}, {"ping"}, {"kicked"},
// {"closed":code}, {"refused":cmd,"errcode"}, {"malformed"}, {"uploaded":{…}} and, for everything that
// reached a chat, {"sent":{"chat","text","req_id","kind":"reply|push|welcome|update","msgtype",…}}
// (streams add "stream" and "finish"; each frame replaces the text before it).
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Faults } from '../common/faults.mjs';
import { obeyStdin, report, reportListening } from '../common/lines.mjs';
import { MediaShelf } from './media.mjs';
import { Platform } from './platform.mjs';

const [port, bot, secret] = process.argv.slice(2);
if (!secret) {
    console.error('usage: platform-sim.mjs PORT|0 BOTID SECRET');
    process.exit(2);
}

const faults = new Faults();
const platform = new Platform(bot, secret, faults, report);
const shelf = new MediaShelf();

const http = createServer((request, response) => shelf.serve(request, response));
const sockets = new WebSocketServer({
    server: http,
    maxPayload: 4 << 20,
    verifyClient: (info, done) => done(!faults.refusing, 503),
});
sockets.on('connection', socket => platform.attach(socket));
http.listen(Number(port), '127.0.0.1', () => {
    const { port: bound } = http.address();
    shelf.baseUrl = `http://127.0.0.1:${bound}`;
    reportListening(`ws://127.0.0.1:${bound}`);
});

const media = base64 => shelf.add(Buffer.from(base64, 'base64'));
const mixedItem = item => 'text' in item
    ? { msgtype: 'text', text: { content: item.text } }
    : { msgtype: 'image', image: media(item.image) };

obeyStdin({
    text: order => platform.message(order, { msgtype: 'text', text: { content: order.text } }),
    voice: order => platform.message(order, { msgtype: 'voice', voice: { content: order.text } }),
    image: order => platform.message(order, { msgtype: 'image', image: media(order.base64) }),
    file: order => platform.message(order, { msgtype: 'file', file: media(order.base64) }),
    mixed: order => platform.message(order, { msgtype: 'mixed', mixed: { msg_item: order.items.map(mixedItem) } }),
    enter_chat: order => platform.event(order, { eventtype: 'enter_chat' }),
    card: order => platform.event(order, { eventtype: 'template_card_event',
        template_card_event: { card_type: 'button_interaction', event_key: order.key, task_id: order.task } }),
    feedback: order => platform.event(order, { eventtype: 'feedback_event',
        feedback_event: { id: order.id, type: order.type, content: order.content } }),
    duplicate: order => platform.duplicate(order),
    know: order => platform.know(order),
    drop: () => platform.drop(),
    kick: () => platform.kick(),
    forget: () => platform.forget(),
    raw: order => platform.raw(order),
    clock: order => {
        platform.clockOffset += Number(order.ms);
        return {};
    },
    limits: ({ perMinute = 30, perHour = 1000, countRefreshes = false }) => {
        Object.assign(platform.limits, { perMinute, perHour });
        platform.countRefreshes = countRefreshes;
        return {};
    },
    ...faults.commands(),
});
