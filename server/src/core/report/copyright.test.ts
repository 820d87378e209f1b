import { describe, expect, it } from 'vitest';
import { createReportService } from '../service.js';
import { defaultSettings } from '../settings.js';

const service = createReportService();
const HEAD =
  '清溪市召开知识产权保护会议\n2021-06-13 来源：清溪日报\n6月12日，清溪市市长林晓舟主持召开知识产权保护会议，部署下一步工作。\n';
const LAST = '副市长沈若兰强调，要压实责任，加大执法力度，营造良好环境。\n';

/** What the zone of a line is: its kind, for a tail with what it is. */
function kindOf(text: string, line: string): string | undefined {
  const start = text.indexOf(`\n${line}`) + 1;
  const zone = service.parse(text).zones.find((one) => one.start === start);
  return zone?.furniture === undefined ? zone?.kind : `${zone.kind} ${zone.furniture}`;
}

/** Sentences of a report that is about copyright. */
const SENTENCES = [
  '版权所有者的合法权益要依法保护，未经授权不得转载他人作品。',
  '会议强调，要严厉打击盗版，违者必究。',
  '欢迎社会各界转载推广这一做法。',
  '转载请注明出处的规定要落实。',
  '声明：本次会议由市版权局组织。',
  '凡注明来源的作品，均受保护。',
  '要求未经许可不得转载',
  '他说，网上内容不得转载的界限要讲清楚。',
  '版权归谁所有，合同里要写明。',
  '企业应当在产品上注明版权所有，侵权必究。',
  '转载须经权利人许可，这是法律规定。',
  '严禁复制涉密文件，严禁将涉密文件带出单位。',
  '禁止转载未经核实的疫情信息。',
  '郑重声明：我市没有发现新增病例。',
  '版权声明制度已在全市推开。',
  '请勿转发不实信息，做到不信谣、不传谣。',
  '未经授权，任何单位不得转载政府网站稿件。',
  '未经市政府同意，不得引用相关数据。',
  '严禁私自转发内部文件，违者必究。',
  '免责声明不能成为平台逃避责任的借口。',
  '作品的著作权属于创作者本人，法院予以支持。',
];

/** What sites put below reports. */
const NOTES = [
  '版权声明：凡本网注明来源为“清溪日报”的作品，未经书面授权不得转载。',
  '版权所有 清溪市人民政府',
  '清溪日报社版权所有 未经许可不得转载',
  'Copyright © 2021 清溪网 All Rights Reserved',
  '© 2021 清溪日报',
  '免责声明：本网转载此文仅为传递信息，不代表本网观点。',
  '转载请注明出处：清溪发布',
  '未经授权，不得转载',
  '如需转载，请联系本公众号授权。',
  '本文来自清溪日报，转载请注明出处。',
  '凡注明“来源：清溪日报”的稿件，版权均属本报所有。',
  '图片来源网络，版权归原作者所有，如有侵权请联系删除',
  '文章仅代表作者个人观点，不代表本平台立场。',
  '版权所有，违者必究',
  '（本文版权归清溪日报社所有，未经授权不得转载）',
  '本网站内容未经许可不得复制、镜像',
  '以上内容版权归清溪电视台所有',
  '部分图片来自网络，如侵权请联系删除',
  '转载须注明来源：清溪日报',
];

describe('copyright notes', () => {
  it.each(SENTENCES)('none is a sentence of the report: %s', (line) => {
    expect(kindOf(`${HEAD}${line}\n${LAST}`, line)).toBe('paragraph');
    expect(kindOf(`${HEAD}${LAST}${line}\n`, line)).toMatch(/^(?:paragraph|tail)$/);
  });

  it.each(SENTENCES)('whom the paragraphs behind a sentence name is known, and they stay: %s', (line) => {
    const text = `${HEAD}${line}\n${LAST}`;
    const report = service.parse(text);
    expect(report.officials.map(({ name }) => name)).toEqual(['林晓舟', '沈若兰']);
    expect(service.fix(text, defaultSettings, { include: 'review' }).text).toBe(text);
  });

  it.each(NOTES)('is one below a report and between its paragraphs: %s', (line) => {
    expect(kindOf(`${HEAD}${LAST}${line}\n`, line)).toBe('tail copyright');
    const between = `${HEAD}${line}\n${LAST}`;
    expect(kindOf(between, line)).toBe('tail copyright');
    expect(kindOf(between, LAST.trim())).toBe('paragraph');
  });

  it('goes on over lines that speak of the same and over nothing else', () => {
    const lines = [
      '版权声明',
      '①凡本网注明“来源：清溪网”的作品，版权均属本网。',
      '②转载的稿件不代表本网观点。',
      '③如因作品内容与本网联系的，请在30日内进行。',
      '清溪河畔的石榴花开了',
    ];
    const text = `${HEAD}${LAST}${lines.join('\n')}\n`;
    expect(lines.map((line) => kindOf(text, line))).toEqual([
      ...Array.from({ length: 4 }, () => 'tail copyright'),
      'tail',
    ]);
  });

  it('is not taken out with a headline glued behind it', () => {
    const line = '版权声明：凡本网注明来源的作品，未经书面授权不得转载。做好防汛抗旱 · 守护一江清水';
    const text = `${HEAD}${LAST}${line}\n`;
    const found = service
      .check(service.parse(text), defaultSettings)
      .findings.filter(({ rule }) => rule === 'copyright-tail');
    expect(found.map(({ fix }) => fix)).toEqual([undefined]);
  });
});
