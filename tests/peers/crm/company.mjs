// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The customers, orders and tickets of the sample company as its shop system would tell them: other
// names, other units and other words than ours, so that the mapping has something to do.
import { readSample } from './sampleyaml.mjs';

const grades = { normal: '普通', vip: '金卡', svip: '黑金' };
const yuan = cents => (cents / 100).toFixed(2);

/** "-3d", "-2h" before now, in milliseconds. */
function timeOf(relative) {
    const found = /^(-?[0-9]+)([dh])$/.exec(relative);
    if (!found)
        throw new Error(`not a time: ${relative}`);
    return Date.now() + Number(found[1]) * (found[2] === 'd' ? 86400000 : 3600000);
}

/** "2026-11-22 10:00:00" in Hangzhou. */
const localText = ms =>
    new Date(ms + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ');

export class Company {
    constructor(folder) {
        this.customers = new Map(readSample(`${folder}/customers.yaml`).map(one => [one.id, one]));
        this.orders = readSample(`${folder}/orders.yaml`);
        this.tickets = readSample(`${folder}/tickets.yaml`);
        this.members = new Map(readSample(`${folder}/members.yaml`)
            .filter(one => one.customer).map(one => [one.id, one.customer]));
    }

    byMember(member) { return this.customer(this.members.get(member)); }

    byPhone(phone) {
        for (const one of this.customers.values()) {
            if (one.phone === phone)
                return this.customer(one.id);
        }
        return null;
    }

    customer(id) {
        const one = this.customers.get(id);
        if (!one)
            return null;
        return {
            uid: one.id, realName: one.name, grade: grades[one.level], mobile: one.phone,
            labels: one.tags.map(text => ({ text })), joined: `${one.since} 09:00:00`,
            remark: one.note,
            month: { orders: one.orders30d, amount: yuan(one.spend30dCents), refunds: one.refunds },
        };
    }

    ordersOf(id) {
        return this.orders.filter(one => one.customer === id).map(one => ({
            orderNo: one.id, state: one.status, createdAt: localText(timeOf(one.placedAt)),
            pay: one.totalCents,
            goods: one.items.map(item => ({
                title: item.name, num: item.qty, price: yuan(item.priceCents) })),
            track: [...(one.logistics ?? [])].reverse().map(step => ({ words: step.text })),
            refund: one.refund ? { state: one.refund.state, fen: one.refund.cents } : null,
        }));
    }

    ticketsOf(id) {
        return this.tickets.filter(one => one.customer === id).map(one => ({
            no: one.id, subject: one.title, status: one.state,
            link: `https://shop.example.com/tickets/${one.id}`,
            updated: Math.floor(timeOf(one.updatedAt) / 1000),
        }));
    }
}
