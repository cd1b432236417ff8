// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as arrays of segments and as CQ strings.

const escapeText = text => text.replaceAll('&', '&amp;').replaceAll('[', '&#91;').replaceAll(']', '&#93;');
const escapeValue = text => escapeText(text).replaceAll(',', '&#44;');
const unescape = text => text.replaceAll('&#44;', ',').replaceAll('&#91;', '[').replaceAll('&#93;', ']')
    .replaceAll('&amp;', '&');

export function toCq(segments) {
    return segments.map(({ type, data }) => type === 'text'
        ? escapeText(data.text)
        : `[CQ:${[type, ...Object.entries(data).map(([key, value]) => `${key}=${escapeValue(String(value))}`)].join(',')}]`)
        .join('');
}

export function fromCq(text) {
    return text.split(/(\[CQ:[^\]]+\])/).filter(part => part).map(part => {
        const code = /^\[CQ:([^,\]]+)(?:,(.*))?\]$/s.exec(part);
        if (!code)
            return { type: 'text', data: { text: unescape(part) } };
        const pairs = (code[2]?.split(',') ?? []).map(pair => {
            const at = pair.indexOf('=');
            return [pair.slice(0, at), unescape(pair.slice(at + 1))];
        });
        return { type: code[1], data: Object.fromEntries(pairs) };
    });
}

/** What an application passed as `message`: segments, one segment or a CQ string. */
export function segmentsOf(message, autoEscape) {
    if (typeof message === 'string')
        return autoEscape ? [{ type: 'text', data: { text: message } }] : fromCq(message);
    const segments = Array.isArray(message) ? message : [message];
    const sound = segments.every(part => typeof part?.type === 'string' && typeof part.data === 'object');
    return sound && segments.length > 0 ? segments : undefined;
}

/** The words a reader of the chat sees. */
export function plainText(segments) {
    return segments.filter(part => part.type === 'text').map(part => part.data.text).join('');
}
