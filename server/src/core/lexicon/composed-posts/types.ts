import type { Span } from '../../text/span.js';

/** The administrative level of the body that a post belongs to. */
export type Level = 'central' | 'province' | 'prefecture' | 'county' | 'township';
export type Rank = 'head' | 'deputy' | 'member' | 'staff';
/** The kind of body; the words of posts.json. */
export type Organ =
  | 'party'
  | 'government'
  | 'congress'
  | 'cppcc'
  | 'discipline'
  | 'court'
  | 'procuratorate'
  | 'military'
  | 'group'
  | 'office'
  | 'mass'
  | 'enterprise'
  | 'taiwan'
  | 'hongkong'
  | 'macau'
  | 'state';

/** The division that a post names. */
export interface PostPlace extends Span {
  /** As written: 南京, 市, 江苏省. */
  readonly text: string;
  /** The division's full name where the list knows it (南京市); undefined for a bare 市 or an unknown name. */
  readonly name: string | undefined;
  /** The divisions around it, outermost first, as far as they are certain (江苏省 for 南京市). */
  readonly within: readonly string[];
}

/** `acting`: 代市长; `former`: 原市长, 时任; `executive`: 常务副市长; `designate`: 候任, 提名; `honorary`: 名誉. */
export type PostStatus = 'acting' | 'former' | 'executive' | 'designate' | 'honorary';

/**
 * One post of a composed title. Offsets are UTF-16 units into the title that was parsed.
 * 市委副书记、市长 gives two; the parts share nothing with each other but what `inherited` names.
 */
export interface PostPart extends Span {
  readonly text: string;
  /** The post without its place's name, as lists write it: 市委书记 for 南京市委书记, 市长 for 南京市市长. */
  readonly bare: string;
  readonly place: PostPlace | undefined;
  /** The body as written, without place: 委, 人大常委会, 组织部, 应急管理局; empty where the title word says it all. */
  readonly organText: string;
  readonly organ: Organ | undefined;
  /** Undefined where the wording leaves it open: a bare 市长 is of a prefecture or of a county. */
  readonly level: Level | undefined;
  readonly rank: Rank | undefined;
  /** The title word of the lexicon that the part ends with; undefined where it ends with none. */
  readonly title: string | undefined;
  /** English of the whole part, without the place's name; undefined where nothing is known. */
  readonly en: string | undefined;
  /** Traditional form of the whole part without its place's name; undefined where a piece has none here. */
  readonly traditional: string | undefined;
  readonly status: readonly PostStatus[];
  /** Whether place or level come from the part in front of it (区委常委、组织部部长). */
  readonly inherited: boolean;
}
