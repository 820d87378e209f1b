import type { FoundOfficial, FoundOther, FoundPeople } from '../../report/parse.js';
import type { FoundZone } from '../../report/zones.js';
import type { PersonRole, SurnameMention } from '../../report/types.js';
import { addMentions } from './mentions.js';

const NO_POSTS: readonly string[] = [];

/** What stands with the names of a list: posts and a collective word, or what people without office do. */
export interface Standing {
  readonly posts: readonly string[];
  readonly group: string | undefined;
  readonly role: PersonRole | undefined;
}

interface Naming {
  readonly start: number;
  readonly end: number;
  readonly posts: readonly string[];
}

interface Person {
  readonly name: string;
  readonly posts: string[];
  group: string | undefined;
  /** Undefined where only a list or a verb says that it is an official. */
  readonly mentions: Naming[];
}

interface Surname {
  readonly start: number;
  readonly end: number;
  readonly post: string;
}

/** Collects what the patterns find in one report, and makes people of it. */
export class Book {
  readonly #text: string;
  readonly #officials = new Map<string, Person>();
  readonly #others = new Map<string, { readonly role: PersonRole; readonly mentions: Naming[] }>();
  /** Names that a verb or a list, but no title, calls officials. */
  readonly #untitled: { readonly name: string; readonly naming: Naming; readonly isSubject: boolean }[] = [];
  readonly #surnames: Surname[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number, { posts, group, role }: Standing): void {
    const name = this.#nameAt(start, end);
    const naming = { start, end, posts };
    if (role !== undefined) {
      const other = this.#others.get(name);
      if (other === undefined) this.#others.set(name, { role, mentions: [naming] });
      else other.mentions.push(naming);
    } else if (posts.length === 0 && group === undefined)
      this.#untitled.push({ name, naming, isSubject: false });
    else this.#addOfficial(name, naming, group);
  }

  /** Adds the subject of a verb of office. */
  addSubject(start: number, end: number): void {
    const naming = { start, end, posts: NO_POSTS };
    this.#untitled.push({ name: this.#nameAt(start, end), naming, isSubject: true });
  }

  addSurname(start: number, end: number, post: string): void {
    this.#surnames.push({ start, end, post });
  }

  people(units: Uint16Array, places: readonly FoundZone[]): FoundPeople {
    // Somebody without public office stays that, whatever verb follows the name.
    this.#addUntitled();
    for (const name of this.#officials.keys()) this.#others.delete(name);
    addMentions(this.#text, units, places, [this.#officials, this.#others]);
    const officials: FoundOfficial[] = [];
    for (const [name, { posts, group, mentions }] of this.#officials)
      officials.push({ name, posts, group, mentions: mentions.sort((a, b) => a.start - b.start) });
    const others: FoundOther[] = [];
    for (const [name, { role, mentions }] of this.#others)
      others.push({ name, role, mentions: mentions.sort((a, b) => a.start - b.start) });
    return { officials, others, surnames: this.#surnames.map((surname) => this.#resolve(surname)) };
  }

  #addUntitled(): void {
    if (this.#untitled.length === 0) return;
    const titled = [...this.#officials.keys()];
    const taken = new Set<number>();
    for (const { mentions } of this.#officials.values()) for (const { start } of mentions) taken.add(start);
    // 陆明运强调 beside 市长陆明远 is more likely a slip than a second person.
    const slips = new Map<string, boolean>();
    for (const { name, naming, isSubject } of this.#untitled) {
      if (this.#others.has(name) || taken.has(naming.start)) continue;
      if (isSubject && !this.#officials.has(name)) {
        const isOne = slips.get(name) ?? titled.some((one) => isSlip(one, name));
        slips.set(name, isOne);
        if (isOne) continue;
      }
      taken.add(naming.start);
      this.#addOfficial(name, naming, undefined);
    }
  }

  #nameAt(start: number, end: number): string {
    const name = this.#text.slice(start, end);
    // Padding inside a name goes, the space between Latin words stays.
    return name.includes(' ') && name.charCodeAt(0) >= 0x3400 ? name.replaceAll(' ', '') : name;
  }

  #addOfficial(name: string, naming: Naming, group: string | undefined): void {
    const person = this.#officials.get(name);
    if (person === undefined) {
      this.#officials.set(name, { name, posts: [...naming.posts], group, mentions: [naming] });
      return;
    }
    for (const post of naming.posts) if (!person.posts.includes(post)) person.posts.push(post);
    person.group ??= group;
    person.mentions.push(naming);
  }

  /** 林市长 is the only official named 林 with a post that ends so. */
  #resolve({ start, end, post }: Surname): SurnameMention {
    const surname = this.#text.slice(start, end);
    let official: string | undefined;
    let fitting = 0;
    for (const [name, { posts }] of this.#officials) {
      if (!name.startsWith(surname) || !posts.some((one) => fits(one, post))) continue;
      fitting++;
      official = name;
    }
    return { start, end, post, official: fitting === 1 ? official : undefined };
  }
}

/** Whether two different names of one length differ in one character, with one surname. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  let different = 0;
  for (let i = 1; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) different++;
  return different === 1 && a.length > 2;
}

const JUNIOR = /[副代分]/;

/** Whether somebody with a post is addressed so: 常务副市长 as 副市长 and 市长. */
function fits(post: string, title: string): boolean {
  if (post.endsWith(title)) return true;
  return JUNIOR.test(post) && post.replace(JUNIOR, '').endsWith(title);
}

export { NO_POSTS };
