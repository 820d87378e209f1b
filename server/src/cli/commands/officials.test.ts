import { describe, expect, test } from 'vitest';
import { createCommandLine, type CommandLine } from '../testing/run.js';

const SIMPLIFIED = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日，霖川市委书记张敬华主持召开会议。
张敬华强调，要压实责任，做到外防输入、内防反弹。
`;
const MIRROR = `霖川市召開(kāi)供水工作會(huì)議
發布日期:2021-05-06
5月6日,霖川市委書(shū)記張(zhāng)敬華主持會(huì)議,要求外防輸(shū)入、內(nèi)防反彈(dàn)。副市長(zhǎng)沈若蘭,水利局局長(zhǎng)何書田出席。
`;

function corpus(env: Readonly<Record<string, string>> = {}): CommandLine {
  const line = createCommandLine({ env });
  line.write('2023/flood, high.txt', SIMPLIFIED);
  line.write('2021/water.txt', MIRROR);
  return line;
}

describe('officials', () => {
  test('prints a table: who, with which post, when, where', async () => {
    const { code, out, err } = await corpus().run('officials', '.');
    expect(err).toBe('');
    expect(out.split('\n')).toEqual([
      'NAME    POSTS         DATE        FILE:LINES',
      '何书田  水利局局长    2021-05-06  ./2021/water.txt:3',
      '张敬华  霖川市委书记  2021-05-06  ./2021/water.txt:3',
      '        霖川市委书记  2023-07-03  ./2023/flood, high.txt:4;5',
      '沈若兰  副市长        2021-05-06  ./2021/water.txt:3',
      '',
      "3 names in 2 of 2 files; a name may be several people's.",
      '',
    ]);
    expect(code).toBe(0);
  });

  test('says of whom only a collective word is said', async () => {
    const line = corpus();
    line.write('2023/visit.txt', SIMPLIFIED.replace('张敬华强调', '市领导何书田、沈若兰参加。张敬华强调'));
    const { out } = await line.run('officials', '--format', 'csv', '2023/visit.txt');
    const header = out.split('\r\n')[0]?.split(',') ?? [];
    const row = out
      .split('\r\n')
      .find((line) => line.startsWith('何书田'))
      ?.split(',');
    const cell = (column: string): string | undefined => row?.[header.indexOf(column)];
    expect([cell('post'), cell('group')]).toEqual(['', '市领导']);
  });

  test('and it means the same in every format and in parse: no post', async () => {
    const line = corpus();
    line.write('2023/visit.txt', SIMPLIFIED.replace('张敬华强调', '市领导何书田、沈若兰参加。张敬华强调'));
    const json = await line.run('officials', '--format', 'json', '2023/visit.txt');
    const people = JSON.parse(json.out) as { name: string; files: Record<string, unknown>[] }[];
    const parsed = await line.run('parse', '2023/visit.txt');
    const [report] = JSON.parse(parsed.out) as { officials: { name: string }[] }[];
    const same = { posts: [], group: '市领导' };
    expect(people.find(({ name }) => name === '何书田')?.files[0]).toMatchObject({ ...same, postPlaces: [] });
    expect(report?.officials.find(({ name }) => name === '何书田')).toMatchObject(same);
    expect((await line.run('officials', '2023/visit.txt')).out).toMatch(/何书田 +\(市领导\)/);
    expect((await line.run('officials', '--lang', 'zh-cn', '2023/visit.txt')).out).toContain('（市领导）');
  });

  test('knows where a post is: what it names, else the place that the report is about; and the source', async () => {
    const line = createCommandLine();
    line.write(
      'a.txt',
      `南京市召开防汛工作会议
2023-07-03 09:30 来源：霖川日报
江苏省委常委、南京市委书记张敬华主持召开会议，市长何书田、鼓楼区委书记沈若兰、国务院副总理陆明远出席。
`,
    );
    const json = await line.run('officials', '--format', 'json', 'a.txt');
    const people = JSON.parse(json.out) as {
      name: string;
      files: { posts: string[]; postPlaces: { name: string; within: string[] }[][] }[];
    }[];
    const nanjing = { name: '南京市', within: ['江苏省'] };
    const of = (name: string) => people.find((one) => one.name === name)?.files[0];
    expect(of('张敬华')?.postPlaces.flat()).toEqual([{ name: '江苏省', within: [] }, nanjing]);
    expect(of('何书田')?.postPlaces).toEqual([[nanjing]]);
    expect(of('沈若兰')?.postPlaces).toEqual([[{ name: '鼓楼区', within: ['江苏省', '南京市'] }]]);
    expect(of('陆明远')?.postPlaces).toEqual([[]]);
    expect(of('何书田')).toMatchObject({ date: '2023-07-03T09:30', day: '2023-07-03', source: '霖川日报' });
    const csv = await line.run('officials', '--format', 'csv', 'a.txt');
    expect(csv.out).toContain(
      '沈若兰,鼓楼区委书记,a.txt,2023-07-03T09:30,3,1,2023-07-03,,鼓楼区,江苏省;南京市,霖川日报\r\n',
    );
  });

  test('the table separates posts as the language does', async () => {
    const line = createCommandLine();
    line.write('a.txt', '南京市召开会议\n江苏省委常委、南京市委书记张敬华主持召开会议。\n');
    expect((await line.run('officials', 'a.txt')).out).toContain('江苏省委常委, 南京市委书记');
    expect((await line.run('officials', '--lang', 'zh-cn', 'a.txt')).out).toContain(
      '江苏省委常委、南京市委书记',
    );
  });

  test.each(['officials', 'phrases'])(
    '--bom begins the csv of %s with a byte order mark',
    async (command) => {
      const plain = await corpus().run(command, '--format', 'csv', '.');
      const marked = await corpus().run(command, '--format', 'csv', '--bom', '.');
      expect(plain.out).not.toContain('\ufeff');
      expect(marked.out).toBe(`\ufeff${plain.out}`);
      const table = await corpus().run(command, '--bom', '.');
      expect([table.code, table.err]).toEqual([
        2,
        expect.stringContaining('--bom goes with --format csv only'),
      ]);
    },
  );

  test('--format csv quotes what needs it', async () => {
    const { out } = await corpus().run('officials', '--format', 'csv', '.');
    expect(out.split('\r\n')).toEqual([
      'name,post,file,date,lines,mentions,day,group,place,within,source',
      '何书田,水利局局长,./2021/water.txt,2021-05-06,3,1,2021-05-06,,,,',
      '张敬华,霖川市委书记,./2021/water.txt,2021-05-06,3,1,2021-05-06,,霖川市,,',
      '张敬华,霖川市委书记,"./2023/flood, high.txt",2023-07-03,4;5,2,2023-07-03,,霖川市,,霖川日报',
      '沈若兰,副市长,./2021/water.txt,2021-05-06,3,1,2021-05-06,,霖川市,,',
      '',
    ]);
  });

  test('--format json gives every mention with its place in the raw text', async () => {
    const { out } = await corpus().run('officials', '--format', 'json', '2021/water.txt');
    const people = JSON.parse(out) as {
      name: string;
      files: { file: string; date: string; posts: string[]; mentions: { start: number; end: number }[] }[];
    }[];
    const [file] = people.find(({ name }) => name === '张敬华')?.files ?? [];
    expect(file).toMatchObject({ file: '2021/water.txt', date: '2021-05-06', posts: ['霖川市委书记'] });
    expect(file?.mentions.map(({ start, end }) => MIRROR.slice(start, end))).toEqual(['張(zhāng)敬華']);
  });

  test('speaks Chinese', async () => {
    const { out } = await corpus({ LANG: 'zh_CN.UTF-8' }).run('officials', '.');
    expect(out).toMatch(/^姓名 {4}职务/);
    expect(out).toContain('2 个文件中有 2 个提到官员，共 3 个姓名');
  });

  test('a file that cannot be read is told, the others are listed', async () => {
    const line = corpus();
    line.write('bad.txt', Buffer.from([0xff, 0xfe, 0xfd]));
    const { code, out, err } = await line.run('officials', '.', 'missing.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/bad\.txt: not UTF-8/);
    expect(err).toMatch(/missing\.txt: /);
    expect(out).toContain('3 names in 2 of 2 files');
  });

  test.each([
    [['officials'], /officials/],
    [['officials', '--format', 'xml', '.'], /table, json, csv|table/],
    [['official', '.'], /officials/],
  ])('%j is refused with what is right', async (argv, expected) => {
    const { code, err } = await corpus().run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });

  test('nobody is no failure', async () => {
    const line = createCommandLine();
    line.write('a.txt', '会议要求压实责任。\n');
    const { code, out } = await line.run('officials', 'a.txt');
    expect([code, out]).toEqual([0, "0 names in 0 of 1 file; a name may be several people's.\n"]);
  });
});

describe('phrases', () => {
  test('prints a table', async () => {
    const { code, out } = await corpus().run('phrases', '.');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'PHRASE              DATE        FILE:LINES',
      '外防输入、内防反弹  2021-05-06  ./2021/water.txt:3',
      '                    2023-07-03  ./2023/flood, high.txt:5',
    ]);
    expect(out).toContain('1 phrase in 2 of 2 files.');
  });

  test('--format csv and json', async () => {
    const csv = await corpus().run('phrases', '--format', 'csv', '.');
    expect(csv.out.split('\r\n').slice(0, 2)).toEqual([
      'phrase,file,date,lines,mentions,day',
      '外防输入、内防反弹,./2021/water.txt,2021-05-06,3,1,2021-05-06',
    ]);
    const json = await corpus().run('phrases', '--format', 'json', '.');
    const [phrase] = JSON.parse(json.out) as { phrase: string; files: { mentions: object[] }[] }[];
    expect(phrase).toMatchObject({ phrase: '外防输入、内防反弹' });
    expect(phrase?.files.map(({ mentions }) => mentions.length)).toEqual([1, 1]);
  });
});

describe('check and the officials file', () => {
  const OFFICIALS = JSON.stringify({ version: 1, officials: [{ name: '张敬华', posts: [] }] });
  const project = (parts: object = {}): CommandLine => {
    const line = corpus();
    line.write('report-corpus.json', JSON.stringify({ version: 1, ...parts }));
    return line;
  };

  test('names whom the file does not have', async () => {
    const line = project();
    line.write('officials.json', OFFICIALS);
    const { out } = await line.run('check', '--format', 'json', '2021/water.txt');
    const unknown = [...out.matchAll(/“(...)” \([^)]*\) is not in the officials file/g)].map(
      ([, name]) => name,
    );
    expect(unknown).toEqual(['沈若兰', '何书田']);
  });

  test('is silent without one', async () => {
    const { out } = await project().run('check', '--format', 'json', '2021/water.txt');
    expect(out).not.toContain('unknown-official');
  });

  test('a file that the project names and that is not there is a problem, told once', async () => {
    const { code, err } = await project({ officials: 'people.json' }).run('check', '.');
    expect(code).toBe(2);
    expect(
      err.match(/people\.json: the project file names this officials file, but it is not/g),
    ).toHaveLength(1);
  });

  test('what is wrong in it is told with its place, the rest counts', async () => {
    const line = project();
    line.write(
      'officials.json',
      '{ "version": 1,\n "officials": [{ "name": "张敬华", "posts": [] }, { "nam": "x" }] }',
    );
    const { code, out, err } = await line.run('check', '--format', 'json', '2021/water.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/^officials\.json:2:\d+: /m);
    expect(out).toContain('“沈若兰” (副市长) is not in the officials file');
    expect(out).not.toContain('“张敬华” (霖');
  });
});

describe('lexicon files of a corpus', () => {
  const LEXICON = {
    version: 1,
    phrases: [{ phrase: '三清两洁一岸绿', meaning: { zh: '河湖治理', en: 'rivers' } }],
  };
  const REPORT = SIMPLIFIED.replace('外防输入', '三清两洁一岸绿、外防输入');

  test('phrases in them are found', async () => {
    const line = corpus();
    line.write('report-corpus.json', JSON.stringify({ version: 1, lexicons: ['own.lexicon.json'] }));
    line.write('own.lexicon.json', JSON.stringify(LEXICON));
    line.write('2023/rivers.txt', REPORT);
    const { code, out } = await line.run('phrases', '.');
    expect(out).toContain('三清两洁一岸绿');
    expect(code).toBe(0);
  });

  test('what is wrong in one is told with its place, and the rest applies', async () => {
    const line = corpus();
    line.write(
      'report-corpus.json',
      JSON.stringify({ version: 1, lexicons: ['own.lexicon.json', 'no.json'] }),
    );
    line.write(
      'own.lexicon.json',
      `{\n"version": 1,\n"phrases": ${JSON.stringify(LEXICON.phrases)},\n"posts": [{"title": 5, "en": "five"}]}`,
    );
    line.write('2023/rivers.txt', REPORT);
    const { code, out, err } = await line.run('phrases', '.');
    expect(out).toContain('三清两洁一岸绿');
    expect(err).toMatch(/own\.lexicon\.json:4:\d+: "title" must be a text/);
    expect(err).toMatch(/no\.json: the project file names this lexicon file, but it is not there/);
    expect(code).toBe(2);
  });
});
