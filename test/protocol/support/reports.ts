/*
 * Reports invented for these tests: town, people and events do not exist.
 */

/** The rules that these tests are about; a new rule that sees something in the reports breaks none of them. */
const RULES = new Set([
  'missing-date-line',
  'incomplete-date-line',
  'missing-source-line',
  'mixed-script',
  'pinyin-residue',
  'width-folded-punctuation',
  'page-furniture',
  'contact-data',
  'undecodable-text',
]);

/** The diagnostics of those rules. */
export function ofRules<T extends { readonly code?: number | string }>(diagnostics: readonly T[]): T[] {
  return diagnostics.filter(({ code }) => RULES.has(String(code)));
}

/** A clean Simplified report: nothing to find. */
export const CLEAN = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日上午，霖川市委书记顾维桢主持召开防汛工作会议，深入学习重要讲话精神，研究部署全市防汛工作。他强调，要高度重视，压实责任，确保安全度汛，做到群防群控、联防联控。
会议要求，各级领导干部要坚守岗位，落实值班制度，严格执行信息报告制度。
`;

/** A mirror page: Traditional with pinyin notes, one line of furniture, no date line and no source line. */
export const MIRROR = `網(wǎng)站二維碼
霖川市召開(kāi)防汛工作會(huì)議
7月3日上午，霖川市委書記顧維楨主持召開(kāi)防汛工作會(huì)議，深入學(xué)習(xí)貫徹習(xí)近平總書記重要講話精神，增強(qiáng)“四個(gè)意識(shí)”，研究部署全市防汛工作。他強(qiáng)調(diào)，要高度重視，做到群防群控、聯(lián)防聯(lián)控。
會(huì)議要求，各縣(xiàn)區(qū)要壓實(shí)責(zé)任，確保安全度汛。
`;

/** {@link MIRROR} as it was before the mirror put its notes in. */
export const MIRROR_STRIPPED = `網站二維碼
霖川市召開防汛工作會議
7月3日上午，霖川市委書記顧維楨主持召開防汛工作會議，深入學習貫徹習近平總書記重要講話精神，增強“四個意識”，研究部署全市防汛工作。他強調，要高度重視，做到群防群控、聯防聯控。
會議要求，各縣區要壓實責任，確保安全度汛。
`;

/** {@link MIRROR_STRIPPED} in Simplified. */
export const MIRROR_SIMPLIFIED = `网站二维码
霖川市召开防汛工作会议
7月3日上午，霖川市委书记顾维桢主持召开防汛工作会议，深入学习贯彻习近平总书记重要讲话精神，增强“四个意识”，研究部署全市防汛工作。他强调，要高度重视，做到群防群控、联防联控。
会议要求，各县区要压实责任，确保安全度汛。
`;

/** Punctuation folded to half width, and a page control glued to the source line. */
export const FOLDED = `霖川市召开防汛工作会议
2023-07-03 20:06 来源:霖川日报 字号:大 中 小
7月3日上午,霖川市委书记顾维桢主持召开防汛工作会议,他说:要高度重视!深入学习重要讲话精神,做到外防输入、内防反弹.
会议要求,各县区要压实责任,确保安全度汛;坚持党的领导。
`;

/** {@link FOLDED} with its full-width marks again; the time of day keeps its colon. */
export const FOLDED_RESTORED = `霖川市召开防汛工作会议
2023-07-03 20:06 来源：霖川日报 字号：大 中 小
7月3日上午，霖川市委书记顾维桢主持召开防汛工作会议，他说：要高度重视！深入学习重要讲话精神，做到外防输入、内防反弹.
会议要求，各县区要压实责任，确保安全度汛；坚持党的领导。
`;

/** A Simplified report with one sentence in Traditional. */
export const MIXED = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日上午，霖川市委书记顾维桢主持召开防汛工作会议，研究部署全市防汛工作。他强调，要压实责任，确保安全度汛。
會議要求，各縣區要壓實責任，確保安全度汛。各级领导干部要坚守岗位，落实值班制度，严格执行信息报告制度。
`;

/** {@link MIXED} with that sentence in Simplified. */
export const MIXED_CONVERTED = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日上午，霖川市委书记顾维桢主持召开防汛工作会议，研究部署全市防汛工作。他强调，要压实责任，确保安全度汛。
会议要求，各县区要压实责任，确保安全度汛。各级领导干部要坚守岗位，落实值班制度，严格执行信息报告制度。
`;

/** A Simplified report without date line and source line; its dateline names an agency. */
export const UNDATED = `霖川市召开防汛工作会议
新华社霖川7月3日电 霖川市委书记顾维桢主持召开防汛工作会议，研究部署全市防汛工作。他强调，要压实责任，确保安全度汛。
会议要求，各级领导干部要坚守岗位，落实值班制度，严格执行信息报告制度。
`;
