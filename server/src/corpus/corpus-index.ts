import { nameKey, type ReportNamings } from '../core/officials-file/index.js';
import type { FileHead, FileSummary, TextPlace } from './file-summary.js';
import {
  divisionsOf,
  pack,
  peopleOf,
  phrasesOf,
  placesOf,
  type PackedEntry,
  type PackedSummary,
} from './packed-summary.js';
import { createStringTable } from './string-table.js';

/** A file that names a person or a phrase. */
export interface FileNaming {
  readonly file: FileHead;
  /** As this file's parse has it. */
  readonly word: string;
  readonly posts: readonly string[];
  readonly places: readonly TextPlace[];
}

/** A name, whoever bears it. */
export interface NameHead {
  /** See {@link nameKey}. */
  readonly key: string;
  /** The first form that was met. */
  readonly name: string;
  readonly reports: number;
}

export interface PhraseHead {
  readonly phrase: string;
  readonly reports: number;
}

/** A post with the people who are named with it. */
export interface PostHead {
  readonly post: string;
  readonly people: readonly NameHead[];
}

/** What a corpus says of people and phrases: who is named where. Summaries come and go file by file. */
export interface CorpusIndex {
  readonly size: number;
  /** Adds a file, or takes its new summary. */
  put(summary: FileSummary): void;
  remove(uri: string): void;
  file(uri: string): (FileHead & { readonly hash: number }) | undefined;
  uris(): Iterable<string>;
  /** The files that name somebody so, in either script, by date (files without date last), then by address. */
  naming(name: string): FileNaming[];
  /** How many files that are. */
  countNaming(name: string): number;
  /** The files in which a phrase of the lexicon stands, in the same order. */
  quoting(phrase: string): FileNaming[];
  names(): Iterable<NameHead>;
  /** The names whose key begins so; at least one character is given. */
  namesStartingWith(key: string): Iterable<NameHead>;
  phrases(): Iterable<PhraseHead>;
  posts(): Iterable<PostHead>;
  /** What each file says about people, with the file's path as `path` gives it; those without path are left out. */
  namings(path: (uri: string) => string | undefined): ReportNamings[];
}

type Texts = Set<string>;

/** An empty index. Ten thousand reports of a kilobyte each, six mentions in each, take twenty megabytes (measured). */
export function createCorpusIndex(): CorpusIndex {
  const words = createStringTable();
  const files = new Map<string, PackedSummary>();
  /** The key's display form, by key; and the files by key. */
  const shown = new Map<string, string>();
  const byName = new Map<string, Texts>();
  const byPhrase = new Map<number, Texts>();
  /** Keys by their first character. */
  const byFirst = new Map<string, Texts>();
  /** How many files name a key with a post, by post, then by key. */
  const byPost = new Map<number, Map<string, number>>();
  const keys: string[] = [];
  const keyOf = (word: number): string => (keys[word] ??= nameKey(words.text(word)));

  const enter = (summary: PackedSummary): void => {
    const { uri } = summary;
    for (const { word, posts } of peopleOf(summary)) {
      const key = keyOf(word);
      if (!shown.has(key)) {
        shown.set(key, words.text(word));
        addTo(byFirst, key.charAt(0), key);
      }
      addTo(byName, key, uri);
      for (const post of posts) {
        const people = byPost.get(post) ?? new Map<string, number>();
        people.set(key, (people.get(key) ?? 0) + 1);
        byPost.set(post, people);
      }
    }
    for (const { word } of phrasesOf(summary)) addTo(byPhrase, word, uri);
  };
  const leave = (summary: PackedSummary): void => {
    const { uri } = summary;
    for (const { word, posts } of peopleOf(summary)) {
      const key = keyOf(word);
      if (takeFrom(byName, key, uri)) {
        shown.delete(key);
        takeFrom(byFirst, key.charAt(0), key);
      }
      for (const post of posts) {
        const people = byPost.get(post);
        const left = (people?.get(key) ?? 1) - 1;
        if (left > 0) people?.set(key, left);
        else if (people?.delete(key) === true && people.size === 0) byPost.delete(post);
      }
    }
    for (const { word } of phrasesOf(summary)) takeFrom(byPhrase, word, uri);
  };
  const remove = (uri: string): void => {
    const known = files.get(uri);
    if (known === undefined) return;
    leave(known);
    files.delete(uri);
  };
  const toNaming = (file: PackedSummary, entry: PackedEntry): FileNaming => ({
    file: headOf(file),
    word: words.text(entry.word),
    posts: entry.posts.map((post) => words.text(post)),
    places: placesOf(file, entry),
  });
  const collect = (
    uris: Texts | undefined,
    entriesOf: (file: PackedSummary) => PackedEntry[],
    isMeant: (word: number) => boolean,
  ): FileNaming[] =>
    [...(uris ?? [])]
      .map((uri) => files.get(uri))
      .filter((file) => file !== undefined)
      .sort(compareFiles)
      .flatMap((file) =>
        entriesOf(file)
          .filter(({ word }) => isMeant(word))
          .map((entry) => toNaming(file, entry)),
      );
  const headOfName = (key: string): NameHead => ({
    key,
    name: shown.get(key) ?? key,
    reports: byName.get(key)?.size ?? 0,
  });

  return {
    get size() {
      return files.size;
    },
    put(summary) {
      remove(summary.uri);
      const packed = pack(summary, words);
      files.set(packed.uri, packed);
      enter(packed);
    },
    remove,
    file(uri) {
      const known = files.get(uri);
      return known === undefined ? undefined : { ...headOf(known), hash: known.hash };
    },
    uris: () => files.keys(),
    naming(name) {
      const key = nameKey(name);
      return collect(byName.get(key), peopleOf, (word) => keyOf(word) === key);
    },
    countNaming: (name) => byName.get(nameKey(name))?.size ?? 0,
    quoting(phrase) {
      const id = words.idOf(phrase);
      return id === undefined ? [] : collect(byPhrase.get(id), phrasesOf, (word) => word === id);
    },
    *names() {
      for (const key of byName.keys()) yield headOfName(key);
    },
    *namesStartingWith(start) {
      for (const key of byFirst.get(start.charAt(0)) ?? []) if (key.startsWith(start)) yield headOfName(key);
    },
    *phrases() {
      for (const [word, uris] of byPhrase) yield { phrase: words.text(word), reports: uris.size };
    },
    *posts() {
      for (const [post, people] of byPost)
        yield { post: words.text(post), people: [...people.keys()].map(headOfName) };
    },
    namings: (path) =>
      [...files.values()].flatMap((file): ReportNamings[] => {
        const name = path(file.uri);
        if (name === undefined) return [];
        const texts = (ids: readonly number[]): string[] => ids.map((id) => words.text(id));
        return [
          {
            path: name,
            ...(file.date === undefined ? {} : { date: file.date.slice(0, 10) }),
            places: texts(divisionsOf(file)),
            officials: peopleOf(file).map(({ word, forms, posts }) => ({
              name: words.text(word),
              ...(forms.length === 0 ? {} : { forms: texts(forms) }),
              posts: texts(posts),
            })),
          },
        ];
      }),
  };
}

function headOf({ uri, date, source, headline }: PackedSummary): FileHead {
  return { uri, date, source, headline };
}

function addTo<K>(map: Map<K, Texts>, key: K, uri: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([uri]));
  else known.add(uri);
}

/** Whether nothing is left of the key. */
function takeFrom<K>(map: Map<K, Texts>, key: K, uri: string): boolean {
  const known = map.get(key);
  known?.delete(uri);
  if (known?.size !== 0) return false;
  map.delete(key);
  return true;
}

/** By date; a day of which no time is given comes before its hours; without date last; then by address. */
function compareFiles(a: FileHead, b: FileHead): number {
  const [first, second] = [a.date ?? '~', b.date ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}
