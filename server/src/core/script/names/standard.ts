/** A character that the standard list of 2013 keeps in names although elsewhere another is written. */
export interface StandardNameForm {
  /** What a Simplified name writes: the character itself, or its simplification by analogy (钜 for 鉅). */
  readonly form: string;
  readonly source: string;
  /** Whether an excerpt of the source was read that says so. */
  readonly checked: boolean;
}

const TABLE = '通用规范汉字表 (2013), 附件1 规范字与繁体字、异体字对照表';
/** A copy of the table's notes. */
const COPY = 'https://qqxiuzi.cn/wz/zixun/1680.htm';
/** What the list changed in 第一批异体字整理表. */
const CHANGES = 'http://39.103.169.235/p/59483ddd2ea5';
/** An article on the 45 characters that became standard. */
const ARTICLE = 'https://m.oubohk.cn/yuwen/317028/';

const entries: readonly (readonly [character: string, form: string, source: string, checked: boolean])[] = [
  ['乾', '乾', COPY, true],
  ['麽', '麽', COPY, true],
  ['耑', '耑', COPY, true],
  ['鉅', '钜', COPY, true],
  ['昇', '昇', COPY, true],
  ['陞', '陞', COPY, true],
  ['甦', '甦', COPY, true],
  ['脩', '脩', COPY, true],
  ['於', '於', CHANGES, true],
  ['甯', '甯', CHANGES, true],
  ['麴', '麹', CHANGES, true],
  ['絜', '絜', ARTICLE, true],
  ['氾', '氾', TABLE, false],
  ['谿', '谿', TABLE, false],
  ['祕', '祕', TABLE, false],
  ['釐', '釐', TABLE, false],
  ['吒', '吒', TABLE, false],
  ['逕', '迳', TABLE, false],
];

/** By the Traditional character. 鍾 is not among them: the list allows 锺 in names, and 钟 is what most bearers write. */
export const STANDARD_NAME_FORMS: ReadonlyMap<string, StandardNameForm> = new Map(
  entries.map(([character, form, source, checked]) => [character, { form, source, checked }]),
);
