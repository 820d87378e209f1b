import { defineRule } from '../rule.js';

export const mirrorProvenance = defineRule({
  id: 'mirror-provenance',
  group: 'residue',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: {
    en: 'The page was a mirror: its date, source and title are suspect',
    'zh-cn': '网页来自镜像站：日期、来源和标题均可疑',
  },
  messages: {
    mirror: {
      en: 'Pinyin notes show that this was copied from a mirror site: check date, source and title against the original',
      'zh-cn': '拼音注音表明本文抄自镜像网站：请对照原文核实日期、来源和标题',
    },
  },
  concerns: ({ report }) => report.notes.certain.length > 0,
  check: ({ report }) => [{ message: 'mirror', span: report.anchor }],
});
