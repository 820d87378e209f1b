import { describe, expect, it } from 'vitest';
import { readMarked } from '../testing/marked-text.js';
import { checkSchema } from './check-schema.js';
import { createSoundTest, property, readJson } from './read-json.js';
import type { Schema } from './schema.js';

const SCHEMA: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { const: 1 },
    list: { type: 'array', minItems: 1, uniqueItems: true, items: { $ref: '#/definitions/item' } },
    map: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]+$', remedy: { en: 'use small letters', 'zh-cn': '请用小写字母' } },
      additionalProperties: { type: 'string', minLength: 2 },
    },
    either: { anyOf: [{ $ref: '#/definitions/item' }, { type: 'string', minLength: 2 }] },
    source: { type: 'object', oneOf: [{ required: ['url'] }, { required: ['document'] }] },
  },
  definitions: {
    item: {
      type: 'object',
      additionalProperties: false,
      properties: {
        rank: { type: 'string', enum: ['head', 'deputy'] },
        date: {
          type: 'string',
          pattern: '^[0-9]{4}$',
          remedy: { en: 'write a year', 'zh-cn': '请写年份' },
        },
      },
    },
  },
};

describe('a file is checked against its schema', () => {
  it.each([
    ['a wrong type', '{ "version": 1, "list": ⟦"x"⟧ }', 'list', /must be a list/],
    ['a missing key', '⟦{⟧ }', '', /"version" is missing here: add it/],
    ['a wrong constant', '{ "version": ⟦2⟧ }', 'version', /must be 1/],
    [
      'an unknown word',
      '{ "version": 1, "list": [{ "rank": ⟦"haed"⟧ }] }',
      'list[0].rank',
      /one of head, deputy; did you mean "head"\?/,
    ],
    [
      'a pattern, with its remedy',
      '{ "version": 1, "list": [{ "date": ⟦"2020/1"⟧ }] }',
      'list[0].date',
      /write a year/,
    ],
    ['a key that does not fit', '{ "version": 1, "map": { ⟦"A1"⟧: "xx" } }', 'map.A1', /use small letters/],
    ['too short a text', '{ "version": 1, "map": { "a": ⟦"x"⟧ } }', 'map.a', /at least 2 characters/],
    ['an empty list', '{ "version": 1, "list": ⟦[⟧] }', 'list', /at least 1 entry/],
    [
      'a repeated item',
      '{ "version": 1, "list": [{ "rank": "head" }, ⟦{⟧ "rank": "head" }] }',
      'list[1]',
      /already: delete it/,
    ],
    [
      'both of two keys',
      '{ "version": 1, "source": ⟦{⟧ "url": "u", "document": "d" } }',
      'source',
      /exactly one of "url", "document"/,
    ],
    ['neither of two types', '{ "version": 1, "either": ⟦1⟧ }', 'either', /an object { … } or a text/],
    [
      'the first of two types',
      '{ "version": 1, "either": { "rank": ⟦1⟧ } }',
      'either.rank',
      /must be a text/,
    ],
    ['the second of two types', '{ "version": 1, "either": ⟦"x"⟧ }', 'either', /at least 2 characters/],
    ['a key twice', '{ "version": 1, ⟦"version"⟧: 1 }', 'version', /stands twice/],
  ])('%s', (_, marked, path, message) => {
    const { text, spans } = readMarked(marked);
    const { root } = readJson(text);
    const problems = root === undefined ? [] : checkSchema(root, SCHEMA);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ ...spans[0], severity: 'error', path });
    expect(problems[0]?.message.en).toMatch(message);
    expect(problems[0]?.message['zh-cn']).toMatch(/[\u4e00-\u9fff]/);
  });
  it('an unknown key is a warning, and what holds it stays good', () => {
    const { root } = readJson('{ "version": 1, "list": [{ "rnak": "head" }] }');
    const problems = root === undefined ? [] : checkSchema(root, SCHEMA);
    expect(problems).toMatchObject([{ severity: 'warning', path: 'list[0].rnak' }]);
    expect(problems[0]?.message.en).toContain('did you mean "rank"');
    const item = property(root, 'list')?.children?.[0];
    expect(item !== undefined && createSoundTest(problems)(item)).toBe(true);
  });
});

describe('a file that is no JSON', () => {
  it.each(['', '{', '{ "a": }', 'x', '[1', '\ufeff{ "a" 1 }'])('%j', (text) => {
    const { problems } = readJson(text);
    for (const { start, end } of problems)
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
    expect(problems.length).toBe(text === '' ? problems.length : 1);
  });
  it('keeps what stands before the break', () => {
    expect(property(readJson('{ "version": 1, "list": [').root, 'version')?.value).toBe(1);
  });
});
