import type { PersonRole } from '../../report/types.js';
import { unitTable } from '../../text/unit-table.js';
import { createPairIndex } from '../pair-index.js';
import { COLLECTIVE, titleHeadAt, titleHeadLength, type TitleWord } from '../title-heads.js';
import { roleWordAt } from './roles.js';

/** A title word in a text. */
export interface Title {
  readonly word: TitleWord;
  readonly end: number;
  /** What somebody without public office does (村民, 教授); undefined for an office. */
  readonly role: PersonRole | undefined;
  /** Where the text begins that has not been read yet: behind a name new posts begin (市长张平和省委常委…). */
  readonly from: number;
  /** Where the line ends. */
  readonly stop: number;
}

/** The title word that ends at an offset and is one there, behind `from`. */
export function titleAt(text: string, from: number, end: number, stop: number): Title | undefined {
  const head = titleHeadAt(text, end);
  const role = roleWordAt(text, end);
  let title: Title | undefined;
  if (role !== undefined && role.length >= (head?.length ?? 0))
    title = { word: role, end, role: role.role, from, stop };
  else if (head !== undefined && isOffice(text, end, head))
    title = { word: head, end, role: undefined, from, stop };
  if (title === undefined || end - title.word.length < from || isPartOfLonger(text, end)) return undefined;
  return title;
}

/** Whether a title word is one here: 加强组织领导 and 各委员 name nobody's post. */
function isOffice(text: string, end: number, { word, length }: TitleWord): boolean {
  if (isPartOfWord(text, end)) return false;
  const before = text.charCodeAt(end - length - 1);
  // 老支书, 老局长 is who was one once.
  if (before === OLD) return false;
  if (word === COLLECTIVE) return BEFORE_LEADERS[before] === 1;
  if (word === '成员') return BEFORE_MEMBERS[before] === 1;
  return word !== '委员' || before !== EACH;
}

/** What may stand behind a title word and makes another word of it, as its first unit or its second: 主任会议, 县长级. */
const MEETING = unitTable('会级');
/** 领导班子, 领导小组, 局长信箱, 主任办公会 */
const SEQUELS = createPairIndex('班子 小组 信箱 办公'.split(' ').map((word) => [word, word]));
/** 主席台, 主席团, 书记处; 支书 of 支书记, 委员 of 委员长 */
const SEATS = createPairIndex(['席台', '席团', '记处', '书记', '员长'].map((word) => [word, word]));
/** What all these begin with. */
const SEQUEL_STARTS = unitTable('会级班小信办台团处记长');

/** Whether a title word is but the beginning of another word that ends behind it. */
function isPartOfWord(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (SEQUEL_STARTS[next] !== 1) return false;
  const second = text.charCodeAt(end + 1);
  return (
    MEETING[next] === 1 ||
    MEETING[second] === 1 ||
    SEQUELS.get(next, second) !== undefined ||
    SEATS.get(text.charCodeAt(end - 1), next) !== undefined
  );
}

const BEFORE_LEADERS = unitTable('省市区县州盟旗镇乡道级家子的委校院厅局部司团行社场站地要管');
const BEFORE_MEMBERS = unitTable('组议会');
const EACH = '各'.charCodeAt(0);
const OLD = '老'.charCodeAt(0);

/** 主任 in 主任秘书. */
function isPartOfLonger(text: string, end: number): boolean {
  return titleHeadLength(text, end + 2) > 2;
}
