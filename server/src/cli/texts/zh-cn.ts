import type { EditKind } from '../../core/text/edit.js';
import { SURE, type LikelyEncoding } from '../../core/encoding/detect.js';
import { asSource, sameFamily, type SourceEncoding } from '../../platform/node/files/recode.js';
import type { Undecodable } from '../../platform/node/files/decode.js';
import { chineseConvert } from './convert-texts.js';
import { chineseHelp } from './help-zh-cn.js';
import { countOf, slightestOf } from './severity-counts.js';
import type { CheckTotals, EditCounts, Texts } from './texts.js';
import { chineseInit } from './init-texts.js';
import { chineseLists } from './list-texts.js';
import { chineseVerify } from './verify-texts.js';

const hint = (nearest: string | undefined): string =>
  nearest === undefined ? '' : `您要找的是不是 ${nearest}？`;
const code = (value: string | undefined): string => (value === undefined ? '' : `（${value}）`);

const LOOKS: Readonly<Record<LikelyEncoding, string>> = {
  gb18030: '看上去是 GB18030（GBK）编码',
  big5: '看上去是 Big5 编码',
  'utf-16le': '看上去是 UTF-16 LE 编码',
  'utf-16be': '看上去是 UTF-16 BE 编码',
  'utf-8': '有字符的字节缺失或错误',
  'utf-8-surrogates': '含有单独的代理码位',
  binary: '看上去是二进制文件',
  unknown: '无法辨认其编码',
};

/** What `--from` takes, as people write it. */
const NAMES: Readonly<Record<SourceEncoding, string>> = {
  gb18030: 'GB18030',
  gbk: 'GBK',
  big5: 'Big5',
  'big5-hkscs': 'Big5-HKSCS',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** A path as a shell takes it. */
const quoted = (name: string): string =>
  /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

const EDITS: Readonly<Record<EditKind, { readonly verb: string; readonly object: string }>> = {
  'residue-removed': { verb: '删除', object: '处拼音注音' },
  'width-restored': { verb: '恢复', object: '个全角标点' },
  'script-converted': { verb: '转换', object: '段文字' },
  'markup-removed': { verb: '还原', object: '处 HTML 残留' },
  'furniture-removed': { verb: '删除', object: '处网页杂项' },
  'contact-removed': { verb: '删除', object: '处联系方式' },
  'repetition-removed': { verb: '删除', object: '行重复段落' },
  'invisible-removed': { verb: '删除', object: '个不可见字符' },
  'look-alike-replaced': { verb: '替换', object: '处形近字' },
  'punctuation-merged': { verb: '合并', object: '处重复标点' },
  'indent-restored': { verb: '恢复', object: '处段首缩进' },
  'line-end-unified': { verb: '统一', object: '处换行符' },
  'metadata-inserted': { verb: '插入', object: '行元数据' },
  'metadata-split': { verb: '拆分', object: '处元数据' },
  'mojibake-repaired': { verb: '还原', object: '处乱码' },
  'phrase-replaced': { verb: '替换', object: '处提法' },
  'name-corrected': { verb: '更正', object: '处人名' },
};

function edits(counts: EditCounts): string {
  return (Object.entries(EDITS) as [EditKind, (typeof EDITS)[EditKind]][])
    .filter(([kind]) => (counts[kind] ?? 0) > 0)
    .map(([kind, { verb, object }]) => `${verb} ${counts[kind] ?? 0} ${object}`)
    .join('，');
}

/** 错误 2 个，提示 1 个 */
function severities({ error, warning, information, hint: hints }: CheckTotals['listed']): string {
  return [
    error > 0 ? `错误 ${error} 个` : '',
    warning > 0 ? `警告 ${warning} 个` : '',
    information > 0 ? `信息 ${information} 个` : '',
    hints > 0 ? `提示 ${hints} 个` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

function notUtf8({ looksLike, confidence, line }: Undecodable): string {
  if (looksLike === 'utf-8' || looksLike === 'utf-8-surrogates')
    return `不是 UTF-8：${LOOKS[looksLike]}（首见于第 ${line} 行）`;
  const sure = asSource(looksLike) === undefined ? '' : `（可信度 ${percent(confidence)}）`;
  return `不是 UTF-8：${LOOKS[looksLike]}${sure}`;
}

/** What to do about a file that is not UTF-8. */
function notUtf8Remedy({ looksLike, confidence }: Undecodable, name: string): string {
  const from = asSource(looksLike);
  if (from !== undefined)
    return `请改写为 UTF-8：report-corpus recode --to utf-8${confidence < SURE ? ` --from ${from}` : ''} ${quoted(name)}`;
  return looksLike === 'binary'
    ? '请指明文本文件，或在 report-corpus.json 中排除它。'
    : '请重新抓取这篇报道，或指明它的编码：report-corpus recode --to utf-8 --from 编码。';
}

const will = (dryRun: boolean): string => (dryRun ? '将' : '');
const nothingWritten = (dryRun: boolean): string => (dryRun ? '（试运行，没有写入任何文件）' : '');

export const chinese: Texts = {
  language: 'zh-cn',
  help: chineseHelp,
  convert: chineseConvert,
  verify: chineseVerify,
  lists: chineseLists,
  init: chineseInit,

  usage(problem) {
    switch (problem.kind) {
      case 'unknown-command':
        return `没有“${problem.given}”命令。${hint(problem.nearest)}`;
      case 'unknown-option':
        return `${problem.command ?? 'report-corpus'} 没有选项 ${problem.given}。${hint(problem.nearest)}`;
      case 'missing-value':
        return `选项 --${problem.option} 需要一个值。`;
      case 'needless-value':
        return `选项 --${problem.option} 不带值。`;
    }
  },
  badValue: (option, value, allowed, nearest) =>
    `--${option} 不能是“${value}”，可以是：${allowed.join('、')}。${hint(nearest)}`,
  missingOption: (option, allowed) => `缺少 --${option}，可以是：${allowed.join('、')}。`,
  noPaths: (command) => `${command} 至少需要一个${command === 'parse' ? '文件' : '路径'}。`,
  noRule: () => 'explain 需要规则名；report-corpus rules 列出全部规则。',
  tooMany: (command, extra) => `${command} 不接受多余的参数“${extra}”。`,
  unknownRule: (given, nearest) => `没有规则“${given}”。${hint(nearest)}report-corpus rules 列出全部规则。`,
  ruleWithoutFix: (rule, fix) =>
    fix === 'none'
      ? `规则 ${rule} 没有修复方法。`
      : `规则 ${rule} 的修复只是建议，需要人来决定，请在编辑器中使用。`,
  seeHelp: (command) => `用法见 report-corpus ${command === undefined ? '' : `${command} `}--help。`,

  unreadable(reason, nearest) {
    switch (reason.kind) {
      case 'missing':
        return `没有这个文件或文件夹，请检查拼写。${hint(nearest)}`;
      case 'denied':
        return `没有读取权限${code(reason.code)}，请先取得权限。`;
      case 'folder':
        return '是文件夹，请指明其中的文件。';
      case 'special':
        return '既不是文件也不是文件夹，请指明文件。';
      case 'too-large':
        return '太大（超过 512 MB），不能作为一篇报道，请先拆分。';
      case 'failed':
        return `无法读取${code(reason.code)}，请复制到完好的磁盘后再试。`;
    }
  },
  notUtf8: (file, name) => `${notUtf8(file)}。${notUtf8Remedy(file, name)}`,
  inputNotUtf8(input) {
    const from = asSource(input.looksLike);
    const remedy =
      from === undefined
        ? input.looksLike === 'binary'
          ? '请输入文本。'
          : '如果知道编码，请先用 iconv -f 编码 -t UTF-8 转换。'
        : `请先用 iconv -f ${from.toUpperCase()} -t UTF-8 转换，或存为文件再用 report-corpus recode。`;
    return `${notUtf8(input)}。${remedy}`;
  },
  unsureEncoding({ looksLike, confidence, line }) {
    const from = asSource(looksLike);
    if (from !== undefined)
      return `没有改动：${LOOKS[looksLike]}，但可信度只有 ${percent(confidence)}；如果属实，请加上 --from ${from}。`;
    const where = looksLike.startsWith('utf-8') ? `（首见于第 ${line} 行）` : '';
    return `没有改动：${LOOKS[looksLike]}${where}；如果知道编码，请用 --from 指明。`;
  },
  lossyEncoding(from, { looksLike, confidence }) {
    const other = asSource(looksLike);
    const more =
      other === undefined || other === from ? '' : `它更像 ${NAMES[other]}（${percent(confidence)}）。`;
    return `没有改动：并非每个字节都是 ${NAMES[from]}，改写会有丢失；请换一个 --from，或重新抓取这篇报道。${more}`;
  },
  folderUnreadable: (value) => `无法列出文件夹${code(value)}，请先取得权限。`,
  userFileProblem: (message) => (message.endsWith('？') ? message : `${message}。`),
  noReports: ({ patterns, exclude, projectFile }) =>
    `其中没有报道；所找的是 ${patterns.join(' ')}${exclude.length === 0 ? '' : `，除去 ${exclude.join(' ')}`}；` +
    (projectFile === undefined
      ? 'report-corpus init 可写入 report-corpus.json，用其中的 include 和 exclude 另作规定。'
      : `由 ${projectFile} 的 include 和 exclude 决定。`),
  changedMeanwhile: () => '读取之后被别的程序改动，没有写入；请重新运行命令。',
  notWritten(reason) {
    switch (reason.kind) {
      case 'denied':
        return `没有写入权限${code(reason.code)}；请让文件及其文件夹可写。`;
      case 'special':
        return '不是普通文件，没有写入；请指明文件。';
      case 'full':
        return `磁盘已满，没有写入${code(reason.code)}；请腾出空间后重新运行。`;
      case 'failed':
        return `没有写入${code(reason.code)}；原文件未动。`;
    }
  },
  ruleFailed: (rule, message) =>
    `规则 ${rule} 出错，对此文件已跳过：${message}。请报告这个错误；在 report-corpus.json 中关闭该规则可以避开它。`,
  internal: (message) => `因 report-corpus 出错而跳过：${message}。请连同文件报告这个错误。`,

  checkSummary({ files, filesWithFindings, listed, unlisted, exact, review }) {
    const shown = countOf(listed);
    const first =
      shown === 0
        ? `检查了 ${files} 个文件，没有发现问题`
        : `检查了 ${files} 个文件，其中 ${filesWithFindings} 个有问题，共 ${shown} 个：${severities(listed)}`;
    const slightest = slightestOf(unlisted);
    const more =
      slightest === undefined ? '' : `（另有${severities(unlisted)}，用 --show ${slightest} 列出）`;
    const lines = [first + more];
    if (exact > 0) lines.push(`${exact} 个可用 report-corpus fix 修复`);
    if (review > 0)
      lines.push(`${exact > 0 ? '另有 ' : ''}${review} 个可用 report-corpus fix --include review 修复`);
    return lines.join('\n');
  },
  fixed: (counts, dryRun) => `${will(dryRun)}${edits(counts)}，其他字符${dryRun ? '不变' : '未动'}`,
  fixSummary: (counts, { files, changed, dryRun }) =>
    changed === 0
      ? `${files} 个文件没有可修复之处。`
      : `${files} 个文件中${will(dryRun)}改动 ${changed} 个：${edits(counts)}${nothingWritten(dryRun)}。`,
  mirrored: (files) => `${files} 个文件中的拼音注音表明网页来自镜像网站：请对照原文核实日期、来源和标题。`,
  recoded({ from, named, guess, bom }, dryRun) {
    const how = named ? '' : `（可信度 ${percent(guess.confidence)}）`;
    const mark = bom ? '，去掉字节顺序标记' : '';
    const other = asSource(guess.looksLike);
    const doubt =
      named && other !== undefined && !sameFamily(other, from)
        ? `；它更像 ${NAMES[other]}（${percent(guess.confidence)}）`
        : '';
    return `${will(dryRun)}从 ${NAMES[from]}${how}改写为 UTF-8${mark}${doubt}`;
  },
  recodeSummary: ({ files, changed, dryRun }) =>
    changed === 0
      ? `${files} 个文件没有需要改写的。`
      : `${files} 个文件中${will(dryRun)}改写 ${changed} 个为 UTF-8${nothingWritten(dryRun)}。`,
  otherNames: (count) => `；此文件的另外 ${count} 个名称（硬链接）仍是旧内容`,
  leftoversRemoved: (count) => `已清除上次中断留下的 ${count} 个临时文件。`,
  fixClass: (fix) =>
    ({ exact: 'fix', review: 'fix --include review', suggest: '在编辑器中修复', none: '无修复' })[fix],
  inBrackets: (remark) => `（${remark}）`,
};
