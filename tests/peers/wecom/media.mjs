// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and files as the platform hands them out: AES-256-CBC, the first 16 bytes of the key as
// the start vector, PKCS#7 padding to blocks of 32 bytes.
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';

const paddingBlock = 32;

export function encryptMedia(plain, key) {
    const padding = paddingBlock - (plain.length % paddingBlock);
    const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** Files customers sent, kept in memory and served over HTTP under /media/ID. */
export class MediaShelf {
    #files = new Map();
    baseUrl = '';

    /** Puts a file on the shelf and returns what a callback says about it. */
    add(plain) {
        const id = randomUUID();
        const key = randomBytes(32);
        this.#files.set(`/media/${id}`, encryptMedia(plain, key));
        return { url: `${this.baseUrl}/media/${id}`, aeskey: key.toString('base64') };
    }

    serve(request, response) {
        const file = this.#files.get(request.url);
        response.writeHead(file ? 200 : 404, { 'Content-Type': 'application/octet-stream' });
        response.end(file);
    }
}
