import type { Language } from '../rules/rule.js';
import type { ChangeCounts, DeclaredKind } from './verification.js';

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const ENGLISH: Readonly<Record<DeclaredKind, (count: number) => string>> = {
  'residue-removed': (n) => `${many(n, 'note')} removed`,
  'width-restored': (n) => `${many(n, 'mark')} restored`,
  'script-converted': (n) => `${many(n, 'character')} converted`,
  'markup-removed': (n) => `${many(n, 'piece of HTML', 'pieces of HTML')} turned into text`,
  'furniture-removed': (n) => `${many(n, 'piece of furniture', 'pieces of furniture')} removed`,
  'contact-removed': (n) => `${many(n, 'contact detail')} removed`,
  'repetition-removed': (n) => `${many(n, 'repetition')} removed`,
  'invisible-removed': (n) => `${many(n, 'invisible character')} removed`,
  'look-alike-replaced': (n) => `${many(n, 'look-alike')} replaced`,
  'punctuation-merged': (n) => `${many(n, 'doubled mark')} merged`,
  'indent-restored': (n) => `${many(n, 'indent')} restored`,
  'line-end-unified': (n) => `line ends changed in ${many(n, 'place')}`,
  'metadata-inserted': (n) => `${many(n, 'metadata line')} inserted`,
  'metadata-split': (n) => `${many(n, 'metadata line')} split`,
  'mojibake-repaired': (n) => `${many(n, 'garbled stretch', 'garbled stretches')} restored`,
  'white-space': (n) => `white space changed in ${many(n, 'place')}`,
};

const CHINESE: Readonly<Record<DeclaredKind, (count: number) => string>> = {
  'residue-removed': (n) => `删除 ${n} 处拼音注音`,
  'width-restored': (n) => `恢复 ${n} 个全角标点`,
  'script-converted': (n) => `转换 ${n} 个字符`,
  'markup-removed': (n) => `还原 ${n} 处 HTML 残留`,
  'furniture-removed': (n) => `删除 ${n} 处网页杂项`,
  'contact-removed': (n) => `删除 ${n} 处联系方式`,
  'repetition-removed': (n) => `删除 ${n} 处重复内容`,
  'invisible-removed': (n) => `删除 ${n} 个不可见字符`,
  'look-alike-replaced': (n) => `替换 ${n} 处形近字`,
  'punctuation-merged': (n) => `合并 ${n} 处重复标点`,
  'indent-restored': (n) => `恢复 ${n} 处段首缩进`,
  'line-end-unified': (n) => `改动 ${n} 处换行符`,
  'metadata-inserted': (n) => `插入 ${n} 行元数据`,
  'metadata-split': (n) => `拆分 ${n} 处元数据`,
  'mojibake-repaired': (n) => `还原 ${n} 处乱码`,
  'white-space': (n) => `改动 ${n} 处空白`,
};

/** What was changed in declared ways, and that nothing else was. */
export function describeChanges(counts: ChangeCounts, language: Language): string {
  const words = language === 'en' ? ENGLISH : CHINESE;
  const parts = (Object.entries(words) as [DeclaredKind, (count: number) => string][]).flatMap(
    ([kind, say]) => ((counts[kind] ?? 0) > 0 ? [say(counts[kind] ?? 0)] : []),
  );
  return language === 'en'
    ? [...parts, 'no other character changed'].join(', ')
    : [...parts, '其他字符未动'].join('，');
}

/** A change that is none of the declared kinds; of the two wordings one may be empty. */
export function describeUndeclared(before: string, after: string, language: Language): string {
  if (language === 'en') {
    if (before === '') return `not declared: “${after}” is new`;
    return after === '' ? `not declared: “${before}” is gone` : `not declared: “${before}” became “${after}”`;
  }
  if (before === '') return `不属于可核实的改动：多出“${after}”`;
  return after === ''
    ? `不属于可核实的改动：少了“${before}”`
    : `不属于可核实的改动：“${before}”变成“${after}”`;
}
