import { defineRule } from '../rule.js';

/** Shorter names are surnames that the report resolves to nobody: 王书记. */
const SHORTEST = 2;

export const unknownOfficial = defineRule({
  id: 'unknown-official',
  group: 'people',
  severity: 'hint',
  fix: 'none',
  edits: [],
  summary: {
    en: "An official who is not in the project's officials file",
    'zh-cn': '项目的官员名单中没有的官员',
  },
  messages: {
    unknown: {
      en: '“{name}” is not in the officials file',
      'zh-cn': '官员名单中没有“{name}”',
    },
    unknownWithPost: {
      en: '“{name}” ({posts}) is not in the officials file',
      'zh-cn': '官员名单中没有“{name}”（{posts}）',
    },
  },
  concerns: ({ report, people }) => people !== undefined && report.officials.length > 0,
  *check({ report, people }) {
    if (people === undefined) return;
    for (const { name, posts, mentions } of report.officials) {
      const [first] = mentions;
      if (first === undefined || [...name].length < SHORTEST || people.find(name).length > 0) continue;
      yield {
        message: posts.length === 0 ? 'unknown' : 'unknownWithPost',
        arguments: { name, posts: posts.join('、') },
        span: { start: first.start, end: first.end },
      };
    }
  },
});
