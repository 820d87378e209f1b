import { nameOdds } from '../name-end.js';
import { titleHeadLength } from '../title-heads.js';
import { beginsClause, clauseStart, isHan, type Page } from './page.js';
import { readChain } from './post-chain.js';
import { standingOf } from './standing.js';
import type { Title } from './title-at.js';

/** `总指挥: 罗 焕 县委副书记、县长`, or without the heading, as the lines below it have it; lost indents are `????`. */
const LINE =
  /^[ \t?]*(?:([\u4e00-\u9fff][\u4e00-\u9fff ]{0,11}) ?: ?)?([\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3}) {1,4}$/;
/** UTF-16 units of a heading and a name. */
const LONGEST_LINE = 32;
const LONGEST_POST = 30;
const SPACE = 0x20;
const PAUSE = '、'.charCodeAt(0);
const LF = '\n'.charCodeAt(0);
/** A heading that is no title word by itself. */
const MEMBERS = '成员';
/** A name in a line of a roster must be as likely as this, log2 odds; the heading makes up for the rest. */
const LIKELY = 2;
const LEAST = -2;

/** A roster: each line a name, a space and posts; what a heading says holds for the lines below. */
export class Roster {
  #heading = '';
  /** Where the last line of the roster ended. */
  #end = -1;

  /** Reads the line of a title that begins behind a space; gives its end, or undefined. */
  read({ text, book }: Page, { word, end, role, stop }: Title): number | undefined {
    const next = text.charCodeAt(end);
    if (role !== undefined || (end < stop && next !== PAUSE && next !== LF)) return undefined;
    const start = clauseStart(text, 0, end - word.length, LONGEST_POST);
    if (start < 2 || text.charCodeAt(start - 1) !== SPACE || !isHan(text.charCodeAt(start))) return undefined;
    const chain = readChain(text, start, end, stop);
    if (chain.end < stop && text.charCodeAt(chain.end) !== LF) return undefined;
    const line = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST_LINE);
    if (!beginsClause(text, line)) return undefined;
    const match = LINE.exec(text.slice(line, start));
    if (match === null) return undefined;
    const [, heading, name = ''] = match;
    const plain = name.replaceAll(' ', '');
    const headed = this.#headingOf(text, line, heading);
    if (titleHeadLength(plain, plain.length) > 0) return undefined;
    if (nameOdds(plain, 0, plain.length) < (headed === '' ? LIKELY : LEAST)) return undefined;
    const nameStart = text.lastIndexOf(name, start - 1);
    const posts = headed === '' ? chain.posts : [headed, ...chain.posts];
    book.add(nameStart, nameStart + name.length, standingOf(posts, undefined));
    this.#heading = headed;
    this.#end = chain.end;
    return chain.end;
  }

  /** The heading of a line, its own or that of the line above; empty where there is none. */
  #headingOf(text: string, line: number, heading: string | undefined): string {
    if (heading === undefined) return this.#end >= 0 && isBlank(text, this.#end, line) ? this.#heading : '';
    const own = heading.replaceAll(' ', '');
    return own === MEMBERS || titleHeadLength(own, own.length) > 0 ? own : '';
  }
}

/** Whether only spaces and line ends stand between two offsets that lie close together. */
function isBlank(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_LINE && text.slice(start, end).trim() === '';
}
