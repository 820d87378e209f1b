import type { ConfigName } from '../../core/script/opencc/index.js';
import type { WriteTotals } from './texts.js';

/** What a conversion did to one file, or to all. */
export interface ConvertCounts {
  readonly charactersChanged: number;
  readonly linesChanged: number;
  readonly phrasesRewritten: number;
  readonly notesRemoved: number;
  /** Names in which a character with several targets kept its form, as converted. */
  readonly names: readonly string[];
  /** Characters with several targets where no word decided. */
  readonly ambiguous: number;
  readonly leftovers: readonly string[];
}

/** What `convert` says, in one language. */
export interface ConvertTexts {
  converted(counts: ConvertCounts, dryRun: boolean): string;
  /** With the warning that `fix` gives too: the notes that told of a mirror site go, the doubt stays. */
  summary(counts: ConvertCounts, totals: WriteTotals): string;
  plain(config: ConfigName, dryRun: boolean): string;
  plainSummary(config: ConfigName, totals: WriteTotals): string;
  /** A configuration that rewrites wording was asked for. */
  wording(config: ConfigName): string;
  toOrConfig(): string;
  missing(targets: readonly string[]): string;
  onlyPlain(config: ConfigName): string;
  stdinWithPaths(): string;
  stdinWith(option: string): string;
  stdinNotUtf8(): string;
}

/** 1,204: by hand, for the first number that `toLocaleString` writes takes it 40 ms. */
const number = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
const many = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;

function english(counts: ConvertCounts): string {
  const { charactersChanged, linesChanged, notesRemoved, phrasesRewritten, names, ambiguous, leftovers } =
    counts;
  return [
    `${many(charactersChanged, 'character')} changed in ${many(linesChanged, 'line')}`,
    ...(notesRemoved > 0 ? [`${many(notesRemoved, 'pinyin note')} removed`] : []),
    `${many(phrasesRewritten, 'phrase')} rewritten`,
    `${many(names.length, 'name')} to confirm${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
    `${number(ambiguous)} ambiguous`,
    ...(leftovers.length > 0 ? [`left over: ${leftovers.join(' ')}`] : []),
  ].join(', ');
}

function chinese(counts: ConvertCounts): string {
  const { charactersChanged, linesChanged, notesRemoved, phrasesRewritten, names, ambiguous, leftovers } =
    counts;
  return [
    `转换 ${number(charactersChanged)} 个字符（${number(linesChanged)} 行）`,
    ...(notesRemoved > 0 ? [`删除 ${number(notesRemoved)} 处拼音注音`] : []),
    `改写 ${number(phrasesRewritten)} 个词语`,
    `${number(names.length)} 个人名待核对${names.length > 0 ? `（${names.join('、')}）` : ''}`,
    `${number(ambiguous)} 处有歧义`,
    ...(leftovers.length > 0 ? [`未能转换：${leftovers.join(' ')}`] : []),
  ].join('，');
}

const changed = ({ changed: count, files, dryRun }: WriteTotals): string =>
  `${number(count)} of ${many(files, 'file')} ${dryRun ? 'would change' : 'changed'}`;
const nothingWritten = (dryRun: boolean): string => (dryRun ? ' (dry run, nothing was written)' : '');

/** What configurations that rewrite wording do, by an example from OpenCC's dictionaries. */
const WORDINGS: Partial<Record<ConfigName, readonly [before: string, after: string]>> = {
  s2twp: ['信息化', '資訊化'],
  tw2sp: ['為核心', '为内核'],
};

const englishExample = (config: ConfigName): string => {
  const example = WORDINGS[config];
  return example === undefined ? '' : ` (${example[0]} becomes ${example[1]})`;
};

export const englishConvert: ConvertTexts = {
  converted: (counts, dryRun) => `${dryRun ? 'dry run: ' : ''}${english(counts)}`,
  summary: (counts, totals) =>
    totals.changed === 0
      ? `Nothing to convert in ${many(totals.files, 'file')}.`
      : `${changed(totals)}: ${english(counts)}${nothingWritten(totals.dryRun)}.`,
  plain: (config, dryRun) => `${dryRun ? 'would be converted' : 'converted'} by ${config} alone`,
  plainSummary: (config, totals) =>
    totals.changed === 0
      ? `Nothing to convert in ${many(totals.files, 'file')}.`
      : `${changed(totals)} by ${config} alone: names and pinyin notes were not looked at${nothingWritten(totals.dryRun)}.`,
  wording: (config) =>
    `${config} rewrites wording, not only characters${englishExample(config)}; look at --dry-run first, and "report-corpus verify" will not pass it.`,
  toOrConfig: () => '--to and --config both say where the conversion leads; give one of them.',
  missing: (targets) =>
    `--to is missing; it takes ${targets.join(', ')}. Or name a configuration of OpenCC with --config.`,
  onlyPlain: (config) => `${config} is there as a bare conversion only; add --plain.`,
  stdinWithPaths: () => '--stdin reads the standard input; give it no PATH.',
  stdinWith: (option) => `--stdin writes the text to the standard output; it does not go with --${option}.`,
  stdinNotUtf8: () =>
    'the input is not UTF-8; what was converted up to there has been written. Put iconv -f ENCODING -t UTF-8 in front, or save it as a file for "report-corpus recode".',
};

const chineseExample = (config: ConfigName): string => {
  const example = WORDINGS[config];
  return example === undefined ? '' : `（${example[0]} 变成 ${example[1]}）`;
};

const willChange = ({ changed: count, files, dryRun }: WriteTotals): string =>
  `${number(files)} 个文件中${dryRun ? '将' : ''}改动 ${number(count)} 个`;
const notWritten = (dryRun: boolean): string => (dryRun ? '（试运行，没有写入任何文件）' : '');

export const chineseConvert: ConvertTexts = {
  converted: (counts, dryRun) => `${dryRun ? '试运行：' : ''}${chinese(counts)}`,
  summary: (counts, totals) =>
    totals.changed === 0
      ? `${number(totals.files)} 个文件没有可转换之处。`
      : `${willChange(totals)}：${chinese(counts)}${notWritten(totals.dryRun)}。`,
  plain: (config, dryRun) => `${dryRun ? '将' : '已'}只按 ${config} 转换`,
  plainSummary: (config, totals) =>
    totals.changed === 0
      ? `${number(totals.files)} 个文件没有可转换之处。`
      : `${willChange(totals)}，只按 ${config}：没有顾及人名和拼音注音${notWritten(totals.dryRun)}。`,
  wording: (config) =>
    `${config} 不只换字，还改写用词${chineseExample(config)}；请先用 --dry-run 查看，report-corpus verify 不会认可这样的改动。`,
  toOrConfig: () => '--to 和 --config 都指明转换目标，只能给一个。',
  missing: (targets) => `缺少 --to，可以是：${targets.join('、')}。也可以用 --config 指明 OpenCC 的配置。`,
  onlyPlain: (config) => `${config} 只能直接转换，请加上 --plain。`,
  stdinWithPaths: () => '--stdin 读取标准输入，不要再给路径。',
  stdinWith: (option) => `--stdin 把文字写到标准输出，不能与 --${option} 同用。`,
  stdinNotUtf8: () =>
    '输入不是 UTF-8；此前的部分已转换并写出。请先用 iconv -f 编码 -t UTF-8 转换，或存为文件再用 report-corpus recode。',
};
