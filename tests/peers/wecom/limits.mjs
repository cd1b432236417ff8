// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform counts: messages per chat, uploads per bot.

/** A sliding minute and a sliding hour per key. */
export class RateLimit {
    #seen = new Map();

    constructor(perMinute, perHour) {
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    /** Counts one at time `now` (ms) unless that would pass a limit; says whether it counted. */
    take(key, now) {
        const hour = (this.#seen.get(key) ?? []).filter(at => now - at < 3600e3);
        const minute = hour.filter(at => now - at < 60e3);
        const free = minute.length < this.perMinute && hour.length < this.perHour;
        if (free)
            hour.push(now);
        this.#seen.set(key, hour);
        return free;
    }
}

/** Uploads in parts: at most 100 parts of 512 KiB, in any order, each any number of times. */
export class Uploads {
    #open = new Map();
    #finished = new Set();

    begin(id, { type, total_size: size, total_chunks: chunks, md5 }, now) {
        const fits = Number.isInteger(chunks) && chunks >= 1 && chunks <= 100 && size >= 5;
        if (fits && ['file', 'image', 'voice', 'video'].includes(type))
            this.#open.set(id, { type, size, chunks, md5, parts: new Map(), until: now + 30 * 60e3 });
        return this.#open.has(id);
    }

    put(id, index, part, now) {
        const upload = this.#open.get(id);
        // The documentation counts parts from 1, the official client from 0: both are taken.
        if (!upload || now > upload.until || part.length > 512 * 1024 || index < 0 || index > upload.chunks)
            return false;
        upload.parts.set(index, part);
        return true;
    }

    /** The finished upload, or nothing when a part is missing or `digest` disagrees. */
    finish(id, digest) {
        const upload = this.#open.get(id);
        if (!upload)
            return undefined;
        const order = [...upload.parts.keys()].sort((a, b) => a - b);
        const content = Buffer.concat(order.map(index => upload.parts.get(index)));
        if (content.length !== upload.size || (upload.md5 && digest(content) !== upload.md5))
            return undefined;
        this.#open.delete(id);
        this.#finished.add(`media-${id}`);
        return { type: upload.type, mediaId: `media-${id}`, bytes: content.length };
    }

    has(mediaId) {
        return this.#finished.has(mediaId);
    }
}
