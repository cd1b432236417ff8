// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds platform-sim.mjs against the official client, @wecom/aibot-node-sdk: node sdk-check.mjs [PORT]
import { fileURLToPath } from 'node:url';
import sdk from '@wecom/aibot-node-sdk';
import { Checks, Inbox, Simulator } from '../common/check.mjs';
import { encryptMedia } from './media.mjs';

const { WSClient, decryptFile, generateReqId } = sdk;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const checks = new Checks();
const sim = new Simulator(fileURLToPath(new URL('platform-sim.mjs', import.meta.url)),
    [process.argv[2] ?? '0', 'bot-1', 'secret-1']);
const url = await sim.url();

function client(secret = 'secret-1', options = {}) {
    const events = new Inbox();
    const made = new WSClient({ botId: 'bot-1', secret, wsUrl: url, heartbeatInterval: 500,
        reconnectInterval: 50, maxAuthFailureAttempts: 0, maxReconnectAttempts: 5, logger: quiet, ...options });
    for (const name of ['authenticated', 'error', 'disconnected', 'reconnecting', 'message', 'event'])
        made.on(name, value => events.push({ name, value }));
    made.connect();
    return { made, events };
}
const named = name => item => item.name === name;
const sentTo = (chat, matches = () => true) => item => item.sent?.chat === chat && matches(item.sent);
const markdown = content => ({ msgtype: 'markdown', markdown: { content } });
const refusal = promise => promise.then(() => 0, error => error.errcode ?? error);

async function frameOf(who, order) {
    const done = await sim.order(order);
    const { value } = await who.events.take('callback', item =>
        ['message', 'event'].includes(item.name) && item.value.body.msgid === done.msgid);
    return value;
}

await checks.step('sign in', async () => {
    const bad = client('wrong');
    const { value } = await bad.events.take('refusal', named('error'));
    checks.ok('a bad secret is refused with 853000', value.message.includes('853000'));
    bad.made.disconnect();
});

const bot = client();
await checks.step('subscribe and ping', async () => {
    await bot.events.take('authenticated', named('authenticated'));
    checks.ok('the right secret subscribes', (await sim.reports.take('subscribe', item => item.subscribe)).subscribe);
    checks.ok('pings arrive', !!(await sim.reports.take('ping', item => item.ping)).ping);
});

await checks.step('messages of every kind', async () => {
    const text = await frameOf(bot, { do: 'text', chat: 'wrA', user: 'u1', text: '@客服 我要退款', quote: '上一条' });
    checks.equal('text', text.body.text.content, '@客服 我要退款');
    checks.equal('quote', text.body.quote.text.content, '上一条');
    checks.equal('group', [text.body.chattype, text.body.chatid], ['group', 'wrA']);
    const single = await frameOf(bot, { do: 'voice', single: true, user: 'u2', text: '语音转写' });
    checks.equal('voice, single chat', [single.body.voice.content, single.body.chattype, single.body.chatid],
        ['语音转写', 'single', undefined]);
    const picture = Buffer.from('not really a picture 群台');
    const image = await frameOf(bot, { do: 'image', single: true, user: 'u2', base64: picture.toString('base64') });
    const got = await bot.made.downloadFile(image.body.image.url, image.body.image.aeskey);
    checks.ok('the client downloads and decrypts the image', picture.equals(got.buffer));
    const mixed = await frameOf(bot, { do: 'mixed', chat: 'wrA', user: 'u1',
        items: [{ text: '看图' }, { image: picture.toString('base64') }] });
    checks.equal('mixed', mixed.body.mixed.msg_item.map(item => item.msgtype), ['text', 'image']);
});

await checks.step('stream reply', async () => {
    const frame = await frameOf(bot, { do: 'text', chat: 'wrB', user: 'u1', text: '在吗', msgid: 'm-77' });
    const stream = generateReqId('stream');
    await bot.made.replyStream(frame, stream, '正在查询', false);
    await bot.made.replyStream(frame, stream, '正在查询,已找到', true);
    const first = await sim.reports.take('first part', sentTo('wrB'));
    const last = await sim.reports.take('last part', sentTo('wrB'));
    checks.equal('each frame replaces the text', [first.sent.text, last.sent.text], ['正在查询', '正在查询,已找到']);
    checks.equal('the last is marked', [first.sent.finish, last.sent.finish], [false, true]);
    checks.equal('a finished stream is closed', await refusal(bot.made.replyStream(frame, stream, '迟到', true)), 846608);
    const slow = generateReqId('stream');
    await bot.made.replyStream(frame, slow, '慢', false);
    await sim.order({ do: 'clock', ms: 361000 });
    checks.equal('a stream ends after six minutes', await refusal(bot.made.replyStream(frame, slow, '慢', true)), 846608);
    checks.ok('20,481 bytes are refused',
        await refusal(bot.made.replyStream(frame, generateReqId('stream'), 'x'.repeat(20481), true)) !== 0);
    checks.equal('an unknown request is refused',
        await refusal(bot.made.replyStream({ headers: { req_id: 'nobody' } }, 's', 'x', true)), 846605);
    const again = await frameOf(bot, { do: 'duplicate', msgid: 'm-77' });
    checks.equal('a repeated callback carries the same msgid', again.body.msgid, 'm-77');
});

await checks.step('events', async () => {
    const enter = await frameOf(bot, { do: 'enter_chat', single: true, user: 'u3' });
    await bot.made.replyWelcome(enter, { msgtype: 'text', text: { content: '您好' } });
    checks.equal('welcome', (await sim.reports.take('welcome', sentTo('u3'))).sent.kind, 'welcome');
    const late = await frameOf(bot, { do: 'enter_chat', single: true, user: 'u3' });
    await sim.order({ do: 'clock', ms: 6000 });
    checks.equal('a welcome after 5 s is refused',
        await refusal(bot.made.replyWelcome(late, { msgtype: 'text', text: { content: '晚' } })), 846605);
    const feedback = await frameOf(bot, { do: 'feedback', chat: 'wrB', user: 'u1', id: 'f1', type: 2, content: '答非所问' });
    checks.equal('feedback', feedback.body.event.feedback_event.content, '答非所问');
});

await checks.step('pushes and limits', async () => {
    await bot.made.sendMessage('wrA', markdown('**您好**'));
    checks.equal('push', (await sim.reports.take('push', sentTo('wrA', sent => sent.kind === 'push'))).sent.text, '**您好**');
    checks.equal('where nobody spoke to the bot', await refusal(bot.made.sendMessage('wrZ', markdown('x'))), 93006);
    checks.equal('identifiers are case sensitive', await refusal(bot.made.sendMessage('wra', markdown('x'))), 93006);
    await sim.order({ do: 'know', chat: 'wrC' });
    let accepted = 0;
    for (let i = 0; i < 31; ++i)
        accepted += await refusal(bot.made.sendMessage('wrC', markdown('x'))) === 0 ? 1 : 0;
    checks.equal('30 a minute', accepted, 30);
    await sim.order({ do: 'clock', ms: 60000 });
    checks.equal('the next minute is free again', await refusal(bot.made.sendMessage('wrC', markdown('x'))), 0);
});

await checks.step('upload', async () => {
    const content = Buffer.alloc(1200 * 1024, 7);
    const { media_id: media } = await bot.made.uploadMedia(content, { type: 'file', filename: 'a.bin' });
    checks.equal('three parts arrive whole', (await sim.reports.take('upload', item => item.uploaded)).uploaded.bytes, content.length);
    await bot.made.sendMessage('wrA', { msgtype: 'file', file: { media_id: media } });
    checks.equal('the file is pushed', (await sim.reports.take('file', sentTo('wrA', sent => sent.media))).sent.media, media);
    checks.ok('an unknown file is refused',
        await refusal(bot.made.sendMessage('wrA', { msgtype: 'file', file: { media_id: 'nothing' } })) !== 0);
});

await checks.step('ordered faults', async () => {
    await sim.order({ do: 'fail', errcode: 846601, n: 1 });
    checks.equal('an ordered refusal', await refusal(bot.made.sendMessage('wrA', markdown('x'))), 846601);
    await sim.order({ do: 'dropAfterAccept', n: 1 });
    const cut = refusal(bot.made.sendMessage('wrA', markdown('结果未知')));
    checks.equal('the send was taken', (await sim.reports.take('send', sentTo('wrA', sent => sent.text === '结果未知'))).sent.kind, 'push');
    checks.ok('and never acknowledged', typeof await cut !== 'number');
    await bot.events.take('back again', named('authenticated'));
    checks.ok('the client comes back after the cut', true);
    const frame = await frameOf(bot, { do: 'text', chat: 'wrD', user: 'u1', text: '重连前' });
    await sim.order({ do: 'drop' });
    await bot.events.take('back again', named('authenticated'));
    checks.equal('a req_id dies with its connection',
        await refusal(bot.made.replyStream(frame, generateReqId('stream'), 'x', true)), 846605);
    await sim.order({ do: 'forget' });
    checks.equal('a forgotten subscription', await refusal(bot.made.sendMessage('wrA', markdown('x'))), 846609);
});

await checks.step('one live connection', async () => {
    const second = client();
    await second.events.take('authenticated', named('authenticated'));
    const third = client();
    await third.events.take('authenticated', named('authenticated'));
    const { value } = await second.events.take('kick', item => item.value?.body?.event?.eventtype === 'disconnected_event');
    checks.equal('the older connection is told', value.body.event.eventtype, 'disconnected_event');
    checks.ok('and does not come back', !second.made.isConnected);
    await frameOf(third, { do: 'text', chat: 'wrA', user: 'u1', text: '谁在' });
    checks.ok('callbacks go to the newer one', true);
    second.made.disconnect();
    third.made.disconnect();
});

checks.equal('media vector: our encryption',
    encryptMedia(Buffer.from('hello media'), Buffer.alloc(32, 7)).toString('base64'), 'vZskpP7eU7Z5xMpFcsSrc4vHNxMRy2lj+pCQH6nr/f4=');
checks.equal('media vector: the official decryption',
    decryptFile(Buffer.from('vZskpP7eU7Z5xMpFcsSrc4vHNxMRy2lj+pCQH6nr/f4=', 'base64'), Buffer.alloc(32, 7).toString('base64')).toString(), 'hello media');

bot.made.disconnect();
sim.stop();
checks.finish();
