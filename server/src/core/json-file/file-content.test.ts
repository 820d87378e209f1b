import { describe, expect, test } from 'vitest';
import { isSameContent, problemsWithoutText, type FileContent } from './file-content.js';

const NO_TEXT = [
  { kind: 'missing' },
  { kind: 'no-file' },
  { kind: 'undecodable' },
  { kind: 'unreadable', code: 'EACCES' },
] as const;
const ROLES = ['project', 'officials', 'lexicon'] as const;

describe.each(ROLES)('the %s file', (role) => {
  test.each(NO_TEXT)('has one problem for itself as a whole: %j', (content) => {
    const problems = problemsWithoutText(role, content);
    // A folder without a project file is as good as any.
    if (role === 'project' && content.kind === 'missing') {
      expect(problems).toEqual([]);
      return;
    }
    expect(problems).toMatchObject([{ severity: 'error', path: '', start: 0, end: 0 }]);
    const { en, 'zh-cn': zh } = problems[0]!.message;
    expect(en).toMatch(/^the [a-z]+ file .*; \S/);
    expect(zh).toMatch(/^[^；]+；[^；]+$/);
    expect(zh).not.toMatch(/[,;()]/);
  });

  test('says of each state something else', () => {
    const said = NO_TEXT.flatMap((content) => problemsWithoutText(role, content)).map(
      ({ message }) => message,
    );
    for (const language of ['en', 'zh-cn'] as const)
      expect(new Set(said.map((message) => message[language])).size).toBe(said.length);
  });
});

test('a code is said, and tells two readings apart, as a text does', () => {
  const [problem] = problemsWithoutText('lexicon', { kind: 'unreadable', code: 'EIO' });
  expect(problem?.message.en).toContain('(EIO)');
  expect(problem?.message['zh-cn']).toContain('（EIO）');
  const readings: FileContent[] = [
    ...NO_TEXT,
    { kind: 'unreadable', code: 'EIO' },
    { kind: 'text', text: '' },
    { kind: 'text', text: '{}' },
  ];
  for (const a of readings) for (const b of readings) expect(isSameContent({ ...a }, { ...b })).toBe(a === b);
});
