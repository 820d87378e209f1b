/** How much of a text is looked at: UTF-16 units, 4 KB of them. */
export const LOOKED_AT = 2048;

const MINIMUM_HAN = 200;

const HAN = /\p{Script=Han}/gu;
/** `會(huì)議`: a mirror site's notes would hide the words. */
const PINYIN_NOTE = /(?<=\p{Script=Han})[(（]\s*[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,7}\s*[)）]/giu;

const SIGNS = {
  meeting: /[会會全][议議会會]|座[谈談]|常委[会會]|[调調]研|(?:工作|推[进進]|[调調]度|[动動][员員])[会會]/u,
  title:
    /[书書][记記]|[省市县縣区區州盟旗镇鎮乡鄉部厅廳局处處署院][长長]|主任|主席|常委|[总總]理|秘[书書][长長]|[专專委][员員]/u,
  dateline: /本[报報网網台臺][讯訊]|新[华華]社|[日月网網社]\s*[电電讯訊]|[讯訊]\s*\((?:全媒[体體])?[记記]者/u,
  published:
    /(?:19|20)\d{2}\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*[-/.月]\s*(?:[12]\d|3[01]|0?[1-9])|(?:^|\D)1[01]\d[-/年]\d{1,2}[-/月]\d{1,2}/u,
} as const;

/**
 * Whether the beginning of a text looks like a news report of a meeting: at least 200 Han characters, and two of
 * meeting word, official title, dateline, publication date. Looks at the first `LOOKED_AT` UTF-16 units only.
 */
export function looksLikeReport(text: string): boolean {
  const head = text.slice(0, LOOKED_AT).replace(PINYIN_NOTE, '').normalize('NFKC');
  if ((head.match(HAN)?.length ?? 0) < MINIMUM_HAN) return false;
  return Object.values(SIGNS).filter((sign) => sign.test(head)).length >= 2;
}
