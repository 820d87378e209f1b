// Writes syntaxes/report.tmLanguage.json: words in both scripts, with or without pinyin notes behind their characters,
// are more than a person can keep right by hand. usage: node .scripts/generate-grammar.mjs
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const language = 'corpus-report';
const scope = (...names) => names.map((name) => `${name}.${language}`).join(' ');

/** `(huì)`, `（huì ）`: what a mirror site puts behind a character. */
const note = '[(（]\\s*[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,7}\\s*[)）]';
const maybeNote = `(?:${note})?`;

/** A word, given as characters and classes of characters, each of which may carry a note. */
const word = (pattern) =>
  pattern
    .match(/\[[^\]]+\]\??|.\??/gu)
    .map(withNote)
    .join('');
const withNote = (unit) =>
  unit.endsWith('?') ? `(?:${unit.slice(0, -1)}${maybeNote})?` : `${unit}${maybeNote}`;
const anyOf = (words) => `(?:${words.trim().split(/\s+/).map(word).join('|')})`;

const labels = anyOf(`
  [来來]源 信息[来來]源 文章[来來]源 稿件[来來]源 [资資]料[来來]源 [图圖]片[来來]源 [发發]布[机機][构構] 主[办辦]
  作者 全媒[体體][记記]者 [记記]者 通[讯訊][员員] [摄攝]影 本[条條][编編][辑輯] [责責]任[编編][辑輯] [编編][辑輯]
  [责責][编編] [编編][审審] [审審]核 [终終][审審] 校[对對] [发發]布[时時][间間] [发發]布日期 [发發]表[时時][间間]
  [发發]表[于於] [发發]文日期 文章日期 日期 [时時][间間]`);
const furniture = anyOf(`
  [网網]站二[维維][码碼] 二[维維][码碼] 首[页頁] [当當]前位置 您[当當]前的?位置 您的位置 您[现現]在的位置
  字[号號] 字[体體] 分享到 分享 打印 列印 [关關][闭閉] [浏瀏][览覽]次[数數] [点點][击擊][数數量] [阅閱][读讀]次[数數]
  [阅閱][读讀]量 展[开開][详詳][细細] [阅閱][读讀]全文 [点點][击擊][进進]入 上一篇 下一篇 上一[条條] 下一[条條]
  版[权權][声聲]明 免[责責][声聲]明 [扫掃]一[扫掃] 返回[顶頂]部 相[关關][阅閱][读讀] 相[关關][链鏈連]接
  相[关關]新[闻聞] 新[闻聞][热熱][线線] [热熱][线線][电電][话話] 投稿[邮郵]箱 原[标標][题題] 原[题題] 我要[纠糾][错錯]`);
const inlineFurniture = anyOf('字[号號] 分享到 打印 列印 [关關][闭閉] [浏瀏][览覽]次[数數]');
const speech = anyOf('指出 [强強][调調] 表示 [认認][为為] [说說] 介[绍紹] 明[确確] 宣布 提出');
/** Not a noun: `的要求，`, `部署要求，`. */
const demand = `(?<![的署项項总總新作照策央委高)）])${word('要求')}`;

const digit = '[\\d０-９]';
const hanDigit = '[〇○零一二三四五六七八九]';
const number = '[一二三四五六七八九十]';
const time = `(?:\\s*${digit}{1,2}[:：]${digit}{2}(?:[:：]${digit}{2})?)?`;
const partOfDay = anyOf('上午 下午 凌晨 早上 早晨 晚上? 中午');
const year = `(?:${digit}{4}|${hanDigit}{4})年`;
const dates = [
  `(?:19|20)\\d{2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}(?!\\d)${time}`,
  `(?:(?:${digit}{4}|${hanDigit}{4}|(?:民[国國])?${digit}{2,3})年${maybeNote}\\s*)?` +
    `(?:${digit}{1,2}|[元正]|十?${number})月${maybeNote}\\s*` +
    `(?:${digit}{1,2}|[一二三四五六七八九十廿]{1,3})[日号號]${maybeNote}(?:${partOfDay})?${time}`,
  `${year}(?:${digit}{1,2}月)?`,
].join('|');
const startsWithDate = `(?:(?:19|20)\\d{2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]|${year}${digit}{1,2}月|${year}${number}{1,2}月)`;

const include = (...names) => names.map((name) => ({ include: `#${name}` }));
/** A match inside which pinyin notes keep their own colour. */
const noted = (name, match) => ({ name, match, captures: { 0: { patterns: include('pinyin-note') } } });
/** Where a clause begins. */
const clause = (marks) => `(?:^\\s*|(?<=[${marks}\\s　]))`;

const grammar = {
  name: 'Corpus Report',
  scopeName: `text.${language}`,
  comment:
    'Written by .scripts/generate-grammar.mjs. Colours only: what a report says is read by the language server.',
  patterns: [
    {
      comment: 'The lines before the first one with a full stop: headlines among metadata and furniture.',
      name: scope('meta.head'),
      begin: '\\A(?!.*[。！？])',
      while: '^(?!.*[。！？])',
      patterns: include('furniture-line', 'metadata-line', 'date-line', 'headline'),
    },
    ...include('furniture-line', 'metadata-line', 'date-line', 'text'),
  ],
  repository: {
    headline: noted(scope('markup.heading.headline', 'entity.name.section'), '^(?=.{1,150}$)(?!\\s*$).+$'),
    'furniture-line': {
      name: scope('comment.line.furniture'),
      match: `^\\s*[【\\[(（]?${furniture}\\s*(?=$|[:：>＞»|｜丨\\s】\\])）]).*$`,
    },
    'metadata-line': {
      name: scope('meta.metadata'),
      begin: `^(?=\\s*[【〔\\[(（]?\\s*${labels}\\s*[:：|｜丨])`,
      end: '$',
      patterns: include('pinyin-note', 'label', 'furniture-inline', 'date'),
    },
    'date-line': {
      name: scope('meta.metadata.date'),
      begin: `^(?=\\s*${startsWithDate})(?!.*[。，])`,
      end: '$',
      patterns: include('pinyin-note', 'date', 'label', 'furniture-inline'),
    },
    label: {
      match: `(${labels})\\s*([:：|｜丨])`,
      captures: {
        1: { name: scope('keyword.other.label'), patterns: include('pinyin-note') },
        2: { name: scope('punctuation.separator.key-value') },
      },
    },
    'furniture-inline': {
      name: scope('comment.block.furniture'),
      match: `${inlineFurniture}\\s*[:：]?`,
    },
    text: {
      patterns: include('pinyin-note', 'quotation', 'title', 'dateline', 'attribution', 'ordinal', 'date'),
    },
    'pinyin-note': { name: scope('comment.block.pinyin-note'), match: `(?<=\\p{Han})${note}` },
    quotation: {
      patterns: ['“[^“”]*”', '‘[^‘’]*’', '「[^「」]*」', '『[^『』]*』'].map((match) =>
        noted(scope('string.quoted.double'), match),
      ),
    },
    title: noted(scope('string.quoted.other.title'), '《[^《》]*》|〈[^〈〉]*〉'),
    dateline: noted(
      scope('entity.name.tag.dateline'),
      `${clause('')}${anyOf('本[报報][讯訊] 本[网網][讯訊] 本[台臺][讯訊] 新[华華]社')}` +
        `(?:[(（][^()（）]*(?:${note}[^()（）]*)*[)）])?`,
    ),
    attribution: noted(
      scope('support.function.attribution'),
      `(?<=\\p{Han}|[)）])(?:${speech}|${demand})(?=[，,：:])`,
    ),
    ordinal: noted(
      scope('keyword.control.ordinal'),
      `${clause('。；;，,：:、！？')}${number}${maybeNote}[是要]|${clause('。；;，,：:！？')}(?:第${number}{1,3}(?=[，,、是])|` +
        `${anyOf('首先 其次 再次 最[后後]')}(?=[，,、])|[(（]${number}{1,3}[)）]|${number}{1,3}、(?=\\S))`,
    ),
    date: noted(scope('constant.numeric.date'), dates),
  },
};

/** The file's text, laid out by the project's formatter. */
export async function grammarFile() {
  const { format, resolveConfig } = await import('prettier');
  const path = resolve(import.meta.dirname, '../syntaxes/report.tmLanguage.json');
  return format(JSON.stringify(grammar), { ...(await resolveConfig(path)), parser: 'json' });
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, '../syntaxes/report.tmLanguage.json'), await grammarFile());
