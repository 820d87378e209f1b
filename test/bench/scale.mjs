// What matching costs when a corpus brings many names and phrases of its own.
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华文玉建国志海红光辉春梅林宇晨思远若晓维敬书青素知承清';
const WORDS =
  '防汛 抗旱 责任 落实 改革 发展 安全 生产 河湖 乡村 治理 服务 民生 营商 环境 数字 绿色 低碳 创新 协同 督导 网格 群众 基层 攻坚'.split(
    ' ',
  );

/** The same people for the same count: surname and two characters of names. */
function officials(count) {
  const entries = [];
  for (let i = 0; i < count; i++) {
    const name =
      SURNAMES[i % SURNAMES.length] +
      GIVEN[Math.floor(i / SURNAMES.length) % GIVEN.length] +
      GIVEN[(Math.floor(i / (SURNAMES.length * GIVEN.length)) + i) % GIVEN.length];
    entries.push({ name, posts: [] });
  }
  return { entries, find: () => [], near: () => [] };
}

/** Phrases of three words. */
function lexicon(count) {
  const phrases = [];
  const n = WORDS.length;
  for (let i = 0; i < count; i++) {
    const phrase = WORDS[i % n] + WORDS[Math.floor(i / n) % n] + WORDS[Math.floor(i / (n * n)) % n] + '行动';
    phrases.push({ phrase, meaning: { zh: '', en: '' }, source: '', checked: false });
  }
  return { phrases, posts: [], sources: {} };
}

/** Adds the rows: reading the same reports with few and with many names and phrases loaded. */
export async function measureScale({ service, reports, quick, row, rate, paired, bytes }) {
  const size = reports.reduce((sum, text) => sum + bytes(text), 0);
  const few = { people: officials(100), lexicon: lexicon(100) };
  const read = (settings) => () => reports.forEach((text) => service.parse(text, settings));
  read(few)();
  for (const [names, phrases] of [
    [1_000, 1_000],
    [10_000, 3_000],
    [100_000, 10_000],
  ]) {
    const before = process.memoryUsage();
    const many = { people: officials(names), lexicon: lexicon(phrases) };
    const began = performance.now();
    service.parse('', many);
    const ready = performance.now() - began;
    const after = process.memoryUsage();
    const megabytes = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
    const rounds = quick ? 5 : 15;
    const [ours, base] = await paired(read(many), read(few), rounds);
    row(
      `read with ${names.toLocaleString('en')} officials, ${phrases.toLocaleString('en')} phrases`,
      rate(size, ours),
      rate(size, base),
      `${(ours / base).toFixed(2)} x the time with 100 of each; ready in ${ready.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
    );
  }
}
