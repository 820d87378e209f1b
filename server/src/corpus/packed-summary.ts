import type { FileHead, FileSummary, TextPlace } from './file-summary.js';
import { ownText, type StringTable } from './string-table.js';

/** A summary as it is kept: a dozen words of one integer array for a person, no object of its own for any mention. */
export interface PackedSummary extends FileHead {
  readonly hash: number;
  readonly data: Int32Array;
}

/** One person or phrase of a packed file. */
export interface PackedEntry {
  /** Name or phrase, by its number. */
  readonly word: number;
  readonly forms: readonly number[];
  readonly posts: readonly number[];
  readonly mentions: number;
  /** Offset of the first mention in the file's data. */
  readonly at: number;
}

/** Words of a place: start, length, line, character. */
const PLACE = 4;
const HEAD = 3;

/*
 * Layout: divisions, people, phrases (counts); the divisions; then for each person or phrase: word, forms, posts,
 * mentions (counts), the forms, the posts, the mentions.
 */

/** Packs a summary; its names, posts, phrases and divisions go to the table that the files of a corpus share. */
export function pack(summary: FileSummary, words: StringTable): PackedSummary {
  const { divisions, people, phrases, uri, date, source, headline, hash } = summary;
  const data: number[] = [divisions.length, people.length, phrases.length];
  const add = (texts: readonly string[]): void => {
    for (const text of texts) data.push(words.intern(text));
  };
  const addEntry = (
    word: string,
    forms: readonly string[],
    posts: readonly string[],
    mentions: readonly TextPlace[],
  ): void => {
    data.push(words.intern(word), forms.length, posts.length, mentions.length);
    add(forms);
    add(posts);
    for (const { start, end, line, character } of mentions) data.push(start, end - start, line, character);
  };
  add(divisions);
  for (const { name, forms, posts, mentions } of people) addEntry(name, forms, posts, mentions);
  for (const { phrase, mentions } of phrases) addEntry(phrase, [], [], mentions);
  return {
    uri,
    date: date === undefined ? undefined : ownText(date),
    source: source === undefined ? undefined : words.text(words.intern(source)),
    headline: headline === undefined ? undefined : ownText(headline),
    hash,
    data: Int32Array.from(data),
  };
}

/** The divisions of a packed file, by their numbers. */
export function divisionsOf({ data }: PackedSummary): number[] {
  return [...data.subarray(HEAD, HEAD + (data[0] ?? 0))];
}

/** The people of a packed file, in the order of the report. */
export function peopleOf({ data }: PackedSummary): PackedEntry[] {
  return entries(data, 0, data[1] ?? 0);
}

/** The phrases of a packed file. */
export function phrasesOf({ data }: PackedSummary): PackedEntry[] {
  const people = data[1] ?? 0;
  return entries(data, people, people + (data[2] ?? 0));
}

function entries(data: Int32Array, from: number, to: number): PackedEntry[] {
  const found: PackedEntry[] = [];
  let at = HEAD + (data[0] ?? 0);
  for (let i = 0; i < to; i++) {
    const forms = data[at + 1] ?? 0;
    const posts = data[at + 2] ?? 0;
    const mentions = data[at + 3] ?? 0;
    const first = at + 4 + forms + posts;
    if (i >= from) {
      found.push({
        word: data[at] ?? 0,
        forms: [...data.subarray(at + 4, at + 4 + forms)],
        posts: [...data.subarray(at + 4 + forms, first)],
        mentions,
        at: first,
      });
    }
    at = first + mentions * PLACE;
  }
  return found;
}

/** The places of an entry, ascending. */
export function placesOf({ data }: PackedSummary, { at, mentions }: PackedEntry): TextPlace[] {
  return Array.from({ length: mentions }, (_, i) => {
    const offset = at + i * PLACE;
    const start = data[offset] ?? 0;
    return {
      start,
      end: start + (data[offset + 1] ?? 0),
      line: data[offset + 2] ?? 0,
      character: data[offset + 3] ?? 0,
    };
  });
}
