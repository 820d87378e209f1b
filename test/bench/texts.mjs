// The texts that are measured: the corpus beside the project where there is one, else reports made up here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACES = ['霖川', '栖岭', '青禾', '望江', '云溪', '石浦', '白沙', '临泽'];
const NAMES = ['顾维桢', '段青禾', '陆承远', '沈知行', '林若川', '方砚秋'];
const SUBJECTS = ['防汛工作', '安全生产', '疫情防控', '乡村振兴', '营商环境', '生态保护'];
const SENTENCES = [
  '会议强调，要提高政治站位，压实责任，落实群防群控、联防联控各项措施。',
  '他来到企业车间，详细了解生产情况，要求各级领导干部坚守岗位，加强值班值守。',
  '要坚持人民至上、生命至上，确保人民群众生命财产安全，坚决守住不发生重大风险的底线。',
  '会议要求,各县区、各部门要对照任务清单,细化举措,倒排工期;确保各项工作落地见效。',
];

/** A report of about 2 KB, every sixteenth of about 5 KB; the same number gives the same report. */
function invented(number) {
  const pick = (list, step) => list[(number * step + (number >> 3)) % list.length];
  const place = pick(PLACES, 3);
  const paragraphs = Array.from({ length: number % 16 === 15 ? 16 : 6 }, (_, i) =>
    [0, 1, 2].map((j) => SENTENCES[(number + i * 3 + j) % SENTENCES.length]).join(''),
  );
  const month = (number % 12) + 1;
  const day = (number % 27) + 1;
  return [
    `${place}市召开${pick(SUBJECTS, 5)}会议`,
    ...(number % 3
      ? [
          `2023-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} 来源:${place}日报 字号:大 中 小`,
        ]
      : []),
    `本报讯（记者 ${pick(NAMES, 1)}）${month}月${day}日上午，${place}市委书记${pick(NAMES, 7)}主持召开会议，研究部署${pick(SUBJECTS, 5)}。`,
    ...paragraphs,
    '责任编辑：陈谷雨',
    '',
  ].join('\n');
}

/**
 * @param {string} corpus the folder of the corpus
 * @returns {{ source: string, reports: string[] }}
 */
export function reportTexts(corpus) {
  const folders = ['replicas', 'seeds'].map((name) => join(corpus, name)).filter((path) => existsSync(path));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(folder, name)),
  );
  if (files.length > 0) {
    const reports = files.map((file) => readFileSync(file, 'utf8'));
    return {
      source: `${files.length} reports of the corpus beside the project (replicas and seeds)`,
      reports,
    };
  }
  const reports = Array.from({ length: 64 }, (_, i) => invented(i));
  return { source: `${reports.length} invented reports (there is no corpus beside the project)`, reports };
}

export const bytes = (text) => Buffer.byteLength(text);

/** The reports over and over until they are `size` bytes together. */
export function repeated(reports, size) {
  const list = [];
  for (let i = 0, total = 0; total < size; i++) {
    const report = reports[i % reports.length];
    list.push(report);
    total += bytes(report);
  }
  return list;
}

/** The report whose size in bytes is nearest to `size`. */
export function nearest(reports, size) {
  const distance = (report) => Math.abs(bytes(report) - size);
  return reports.reduce((best, report) => (distance(report) < distance(best) ? report : best));
}
