import type { FoundPeople } from '../../report/parse.js';
import type { FoundZone } from '../../report/zones.js';
import type { PersonRole, SurnameMention } from '../../report/types.js';
import { addMentions } from './mentions.js';
import { NameTable } from './name-table.js';
import { inOrder, type Named, type Naming, type Other, type Person } from './person.js';
import { TakenPlaces } from './taken-places.js';

const NO_POSTS: readonly string[] = [];
const NO_SURNAMES: readonly SurnameMention[] = [];
const NO_PEOPLE: FoundPeople = { officials: [], others: [], surnames: NO_SURNAMES };

/** What stands with the names of a list: posts and a collective word, or what people without office do. */
export interface Standing {
  readonly posts: readonly string[];
  readonly group: string | undefined;
  readonly role: PersonRole | undefined;
}

/** A name that a verb or a list, but no title, calls an official's. */
interface Untitled {
  readonly name: string;
  readonly naming: Naming;
  readonly isSubject: boolean;
}

interface Surname {
  readonly start: number;
  readonly end: number;
  readonly post: string;
}

const SPACE = 0x20;
const FIRST_HAN = 0x3400;
/** UTF-16 units within which titles without a body are of the company named before. */
const NEAR = 200;

/** Collects what the patterns find in one report, and makes people of it. */
export class Book {
  readonly #officials: Person[] = [];
  readonly #officialsByName = new NameTable<Person>();
  readonly #others: Other[] = [];
  readonly #othersByName = new NameTable<Other>();
  readonly #untitled: Untitled[] = [];
  readonly #surnames: Surname[] = [];
  /** Where somebody of a company of the state was named last; -1 before. */
  #stateBusiness = -1;

  constructor(private readonly text: string) {}

  add(start: number, end: number, { posts, group, role }: Standing): void {
    const name = this.#nameAt(start, end);
    const naming = { start, end, posts };
    if (role !== undefined) this.#addOther(name, naming, role);
    else if (posts.length === 0 && group === undefined)
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

  /** Notes that the company of who is named at an offset is one of the state. */
  addStateBusiness(start: number): void {
    this.#stateBusiness = start;
  }

  /** Whether such a company was named shortly before an offset. */
  isNearStateBusiness(offset: number): boolean {
    return this.#stateBusiness >= 0 && offset - this.#stateBusiness <= NEAR;
  }

  /** What somebody is without public office whose last mention ends at an offset. */
  roleEndingAt(offset: number): PersonRole | undefined {
    const last = this.#others.at(-1);
    return last?.mentions.at(-1)?.end === offset ? last.role : undefined;
  }

  people(units: Uint16Array, places: readonly FoundZone[]): FoundPeople {
    const officials = this.#officials;
    if (officials.length + this.#others.length + this.#untitled.length + this.#surnames.length === 0)
      return NO_PEOPLE;
    const taken = new TakenPlaces(this.text.length);
    for (const { mentions } of officials) taken.add(mentions);
    // Somebody without public office stays that, whatever verb follows the name.
    if (this.#untitled.length > 0) this.#addUntitled(taken);
    const others =
      this.#others.length === 0 || officials.length === 0
        ? this.#others
        : this.#others.filter(({ name }) => this.#officialsByName.get(name) === undefined);
    for (const { mentions } of others) taken.add(mentions);
    addMentions(this.text, units, places, this.#namesOf(officials, others), taken);
    for (const { mentions } of officials) {
      taken.remove(mentions);
      inOrder(mentions);
    }
    for (const { mentions } of others) {
      taken.remove(mentions);
      inOrder(mentions);
    }
    const surnames = this.#surnames;
    return {
      officials,
      others,
      surnames: surnames.length === 0 ? NO_SURNAMES : surnames.map((surname) => this.#resolve(surname)),
    };
  }

  /** Officials and others; nearly always there are none of the latter. */
  #namesOf(officials: readonly Person[], others: readonly Other[]): NameTable<Named> {
    if (others.length === 0) return this.#officialsByName;
    const names = new NameTable<Named>();
    for (const official of officials) names.add(official.name, official);
    for (const other of others) names.add(other.name, other);
    return names;
  }

  #addUntitled(taken: TakenPlaces): void {
    const titled = this.#officials.length;
    // 陆明运强调 beside 市长陆明远 is more likely a slip than a second person.
    let slips: Set<string> | undefined;
    for (const { name, naming, isSubject } of this.#untitled) {
      if (taken.has(naming.start) || this.#othersByName.get(name) !== undefined) continue;
      if (isSubject && this.#officialsByName.get(name) === undefined) {
        if (slips?.has(name) === true) continue;
        if (this.#isSlip(name, titled)) {
          (slips ??= new Set()).add(name);
          continue;
        }
      }
      taken.addOne(naming.start);
      this.#addOfficial(name, naming, undefined);
    }
  }

  /** Whether a name is that of one of the first so many officials but for a character. */
  #isSlip(name: string, titled: number): boolean {
    for (let i = 0; i < titled; i++) if (differInOne(this.#officials[i]?.name ?? '', name)) return true;
    return false;
  }

  #nameAt(start: number, end: number): string {
    const name = this.text.slice(start, end);
    if (name.charCodeAt(0) < FIRST_HAN) return name;
    // Padding inside a name goes, the space between Latin words stays.
    for (let i = 1; i < name.length; i++) if (name.charCodeAt(i) === SPACE) return name.replaceAll(' ', '');
    return name;
  }

  #addOther(name: string, naming: Naming, role: PersonRole): void {
    const other = this.#othersByName.get(name);
    if (other !== undefined) {
      other.mentions.push(naming);
      return;
    }
    const added = { name, role, mentions: [naming] };
    this.#others.push(added);
    this.#othersByName.add(name, added);
  }

  #addOfficial(name: string, naming: Naming, group: string | undefined): void {
    const person = this.#officialsByName.get(name);
    if (person === undefined) {
      const added = { name, posts: naming.posts, group, mentions: [naming] };
      this.#officials.push(added);
      this.#officialsByName.add(name, added);
      return;
    }
    // The posts of a person may be those of a whole list: a new one makes a list of its own.
    for (const post of naming.posts) person.posts = withPost(person.posts, post);
    person.group ??= group;
    person.mentions.push(naming);
  }

  /** 林市长 is the only official named 林 with a post that ends so. */
  #resolve({ start, end, post }: Surname): SurnameMention {
    const surname = this.text.slice(start, end);
    let official: string | undefined;
    let fitting = 0;
    for (const { name, posts } of this.#officials) {
      if (!name.startsWith(surname) || !posts.some((one) => fits(one, post))) continue;
      fitting++;
      official = name;
    }
    return { start, end, post, official: fitting === 1 ? official : undefined };
  }
}

/** Posts with one more, unless it is a short form of one of them; it replaces the short forms of its own. */
function withPost(posts: readonly string[], post: string): readonly string[] {
  if (posts.some((one) => isShortOf(post, one))) return posts;
  return [...posts.filter((one) => !isShortOf(one, post)), post];
}

/** 书记 of 县委书记, but not of 县委副书记. */
function isShortOf(short: string, long: string): boolean {
  return long.endsWith(short) && !IN_PLACE_OF.test(long.slice(0, long.length - short.length));
}

/** What makes another post of the title behind it. */
const IN_PLACE_OF = /(?:[副代总原前分]|常务|执行|名誉|代理|候任)$/;

/** Whether two different names of one length differ in one character, with one surname. */
function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3 || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  let different = 0;
  for (let i = 1; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) different++;
  return different === 1;
}

const JUNIOR = /[副代分]/;

/** Whether somebody with a post is addressed so: 常务副市长 as 副市长 and 市长. */
function fits(post: string, title: string): boolean {
  if (post.endsWith(title)) return true;
  return JUNIOR.test(post) && post.replace(JUNIOR, '').endsWith(title);
}

export { NO_POSTS };
