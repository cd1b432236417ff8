// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the YAML of resources/sample: lists of maps, nested by two spaces, with {…} and […] in
// them. Not all of YAML; what it does not know is an error, so that it cannot be misread.
import { readFileSync } from 'node:fs';

/** One value of flow style at `at` of text; returns [value, end]. */
function readFlow(text, at) {
    while (text[at] === ' ')
        ++at;
    if (text[at] === '{' || text[at] === '[')
        return readFlowList(text, at);
    if (text[at] === '"') {
        const end = /"(?:\\.|[^"\\])*"/y;
        end.lastIndex = at;
        const found = end.exec(text);
        if (!found)
            throw new Error(`no end of text: ${text}`);
        return [JSON.parse(found[0]), end.lastIndex];
    }
    const bare = /[^,\]}]*/y;
    bare.lastIndex = at;
    const word = bare.exec(text)[0];
    return [scalar(word), at + word.length];
}

function readFlowList(text, at) {
    const isMap = text[at] === '{';
    const close = isMap ? '}' : ']';
    const found = isMap ? {} : [];
    ++at;
    for (;;) {
        while (text[at] === ' ' || text[at] === ',')
            ++at;
        if (at >= text.length)
            throw new Error(`no ${close}: ${text}`);
        if (text[at] === close)
            return [found, at + 1];
        let key;
        if (isMap) {
            const colon = text.indexOf(':', at);
            key = text.slice(at, colon).trim();
            at = colon + 1;
        }
        const [value, end] = readFlow(text, at);
        if (isMap)
            found[key] = value;
        else
            found.push(value);
        at = end;
    }
}

function scalar(word) {
    const text = word.trim();
    return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : text;
}

function value(text) {
    const [found, end] = '{["'.includes(text[0]) ? readFlow(text, 0) : [scalar(text), text.length];
    if (text.slice(end).trim())
        throw new Error(`more than one value: ${text}`);
    return found;
}

const indentOf = line => line.length - line.trimStart().length;

/** The block of lines[at…] that is indented by exactly `indent`; returns [value, next line]. */
function readBlock(lines, at, indent) {
    const isList = lines[at].trimStart().startsWith('- ');
    const found = isList ? [] : {};
    while (at < lines.length && indentOf(lines[at]) === indent) {
        const text = lines[at].trim();
        if (isList && text.startsWith('- ')) {
            const rest = text.slice(2);
            if (/^[A-Za-z0-9]+:( |$)/.test(rest)) {
                // A map whose first line stands behind the dash.
                lines[at] = ' '.repeat(indent + 2) + rest;
                const [item, next] = readBlock(lines, at, indent + 2);
                found.push(item);
                at = next;
            } else {
                found.push(value(rest));
                ++at;
            }
            continue;
        }
        const colon = text.indexOf(':');
        if (isList || colon < 0)
            throw new Error(`not understood: ${lines[at]}`);
        const rest = text.slice(colon + 1).trim();
        if (rest) {
            found[text.slice(0, colon)] = value(rest);
            ++at;
        } else {
            const [inner, next] = readBlock(lines, at + 1, indentOf(lines[at + 1]));
            found[text.slice(0, colon)] = inner;
            at = next;
        }
    }
    return [found, at];
}

export function readSample(path) {
    const lines = readFileSync(path, 'utf8').split('\n')
        .filter(line => line.trim() && !line.trimStart().startsWith('#'));
    const [found, next] = readBlock(lines, 0, 0);
    if (next !== lines.length)
        throw new Error(`${path}: not understood: ${lines[next]}`);
    return found;
}
