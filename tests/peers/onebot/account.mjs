// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The account the implementation holds: its groups, their members and messages, and the OneBot 11
// actions on them.
import { plainText, segmentsOf, toCq } from './cq.mjs';

export const self = 10001000;

const profile = { sex: 'unknown', age: 0, area: '', level: '0', title: '' };

export class Account {
    #groups = new Map();
    #messages = new Map();
    #lastId = 100;

    /** `emit(event)` sends an event to the applications, `report(fact)` tells the test. */
    constructor(faults, emit, report) {
        this.faults = faults;
        this.emit = emit;
        this.report = report;
        this.group({ group: 7001, name: '客户群', members: [{ user_id: 42, nickname: '张三', card: '客户张' },
            { user_id: 43, nickname: '李四', card: '' }] });
    }

    group({ group, name, members = [] }) {
        const entry = { name, members: new Map() };
        for (const member of [{ user_id: self, nickname: '群台', card: '', role: 'admin' }, ...members])
            entry.members.set(String(member.user_id), { card: '', role: 'member', ...profile, ...member });
        this.#groups.set(String(group), entry);
        return {};
    }

    /** A member's message as an event; `format` "cq" sends it as a CQ string. */
    speak({ group, user, nickname, message_id: id = ++this.#lastId, format = 'array' }, segments) {
        const base = { message_id: id, user_id: user, font: 0, ...this.#form(segments, format),
            raw_message: toCq(segments) };
        const event = group === undefined
            ? { post_type: 'message', message_type: 'private', sub_type: 'friend', ...base,
                sender: { user_id: user, nickname: nickname ?? String(user), ...profile } }
            : { post_type: 'message', message_type: 'group', sub_type: 'normal', ...base, group_id: group,
                anonymous: null, sender: this.#sender(group, user, nickname) };
        this.#messages.set(String(id), { event, segments });
        return { message_id: id, delivered: this.emit(event) };
    }

    #form(segments, format) {
        return format === 'cq'
            ? { message: toCq(segments), message_format: 'string' }
            : { message: segments, message_format: 'array' };
    }

    #sender(group, user, nickname) {
        const { members } = this.#entry(group);
        if (!members.has(String(user)))
            members.set(String(user), { user_id: user, nickname: nickname ?? String(user), card: '', role: 'member',
                ...profile });
        return members.get(String(user));
    }

    #entry(group) {
        const entry = this.#groups.get(String(group));
        if (!entry)
            throw new Error(`no group ${group}`);
        return entry;
    }

    join({ group, user, nickname }) {
        this.#sender(group, user, nickname);
        return { delivered: this.emit({ post_type: 'notice', notice_type: 'group_increase', sub_type: 'approve',
            group_id: group, operator_id: self, user_id: user }) };
    }

    leave({ group, user }) {
        this.#entry(group).members.delete(String(user));
        return { delivered: this.emit({ post_type: 'notice', notice_type: 'group_decrease', sub_type: 'leave',
            group_id: group, operator_id: user, user_id: user }) };
    }

    recall({ message_id: id }) {
        const { event } = this.#message(id);
        return { delivered: this.emit({ post_type: 'notice', notice_type: 'group_recall', group_id: event.group_id,
            user_id: event.user_id, operator_id: event.user_id, message_id: event.message_id }) };
    }

    duplicate({ message_id: id }) {
        return { message_id: id, delivered: this.emit(this.#message(id).event) };
    }

    #message(id) {
        const message = this.#messages.get(String(id));
        if (!message)
            throw new Error(`no message ${id}`);
        return message;
    }

    /** Runs an action; gives {retcode, data} and, where ordered, `cut`. */
    act(action, params) {
        const name = action.replace(/_(async|rate_limited)$/, '');
        if (!Object.hasOwn(actions, name))
            return { retcode: 1404, data: null };
        try {
            const result = actions[name].call(this, params);
            if (action.endsWith('_async') && result.retcode === 0)
                return { ...result, retcode: 1, data: null };
            return result;
        } catch {
            return { retcode: 100, data: null };
        }
    }

    send(chat, kind, params) {
        const ordered = this.faults.takeFailure();
        const segments = segmentsOf(params.message, params.auto_escape);
        if (ordered || !segments)
            return { retcode: ordered || 1400, data: null };
        if (kind === 'group')
            this.#entry(chat);
        const id = ++this.#lastId;
        const own = { post_type: 'message', message_type: kind, sub_type: 'normal', message_id: id, user_id: self,
            ...(kind === 'group' ? { group_id: chat } : {}), ...this.#form(segments, 'array'),
            raw_message: toCq(segments),
            sender: { user_id: self, nickname: '群台', ...profile } };
        this.#messages.set(String(id), { event: own, segments });
        this.report({ sent: { chat, text: plainText(segments), kind, segments, message_id: id } });
        return { retcode: 0, data: { message_id: id }, cut: this.faults.takeCut() };
    }

    groupInfo(id) {
        const entry = this.#entry(id);
        return { group_id: Number(id), group_name: entry.name, member_count: entry.members.size,
            max_member_count: 500 };
    }

    groupIds() {
        return [...this.#groups.keys()];
    }

    members(group) {
        return [...this.#entry(group).members.values()].map(member => ({ group_id: group, ...member }));
    }

    take(id) {
        const { event } = this.#message(id);
        this.#messages.delete(String(id));
        this.report({ recalled: id });
        if (event.group_id !== undefined)
            this.emit({ post_type: 'notice', notice_type: 'group_recall', group_id: event.group_id,
                user_id: event.user_id, operator_id: self, message_id: event.message_id });
    }

    stored(id) {
        const { event } = this.#message(id);
        return { time: Math.floor(Date.now() / 1000), message_type: event.message_type, message_id: event.message_id,
            real_id: event.message_id, sender: event.sender, message: event.message, raw_message: event.raw_message,
            group_id: event.group_id };
    }
}

const done = (data = null) => ({ retcode: 0, data });

// Each runs with the Account as `this`; what throws becomes retcode 100.
const actions = {
    send_group_msg(params) { return this.send(params.group_id, 'group', params); },
    send_private_msg(params) { return this.send(params.user_id, 'private', params); },
    send_msg(params) {
        const type = params.message_type ?? (params.group_id === undefined ? 'private' : 'group');
        return type === 'group' ? actions.send_group_msg.call(this, params) : actions.send_private_msg.call(this, params);
    },
    delete_msg(params) { this.take(params.message_id); return done(); },
    get_msg(params) { return done(this.stored(params.message_id)); },
    get_login_info() { return done({ user_id: self, nickname: '群台' }); },
    get_stranger_info({ user_id: id }) { return done({ user_id: id, nickname: String(id), sex: 'unknown', age: 0 }); },
    get_friend_list() { return done([]); },
    get_group_list() { return done(this.groupIds().map(id => this.groupInfo(id))); },
    get_group_info(params) { return done(this.groupInfo(params.group_id)); },
    get_group_member_list(params) { return done(this.members(params.group_id)); },
    get_group_member_info(params) {
        const member = this.members(params.group_id).find(one => String(one.user_id) === String(params.user_id));
        return member ? done(member) : { retcode: 100, data: null };
    },
    get_status() { return done({ online: true, good: true }); },
    get_version_info() { return done({ app_name: 'quntai-sim', app_version: '1', protocol_version: 'v11' }); },
    can_send_image() { return done({ yes: true }); },
    can_send_record() { return done({ yes: false }); },
};
