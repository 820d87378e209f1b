import { describeChanges, describeUndeclared } from '../../core/verify/describe.js';
import type { ChangeCounts } from '../../core/verify/verification.js';
import type { GitProblem } from '../../platform/node/files/git-history.js';

/** The two wordings at the first change that no declared kind explains. */
export interface Wordings {
  readonly before: string;
  readonly after: string;
  /** Where the first stands, as `file:line:column`. */
  readonly original: string;
}

/** The sum of a comparison. */
export interface VerifyTotals {
  /** Files that could be compared. */
  readonly files: number;
  readonly same: number;
  readonly declared: number;
  readonly undeclared: number;
  readonly removed: number;
  readonly added: number;
}

/** What `verify` says, in one language. */
export interface VerifyTexts {
  /** The changes of a file that differs as declared only, with the lines that were put in. */
  declared(counts: ChangeCounts, inserted: readonly string[]): string;
  undeclared(wordings: Wordings): string;
  removed(): string;
  added(): string;
  summary(totals: VerifyTotals): string;
  /** No report differs from the revision. */
  unchanged(revision: string): string;
  twoPaths(): string;
  noPathsWithBase(): string;
  unlike(folder: string, file: string): string;
  git(problem: GitProblem, revision: string): string;
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

export const englishVerify: VerifyTexts = {
  declared: (counts, inserted) =>
    [describeChanges(counts, 'en'), ...inserted.map((line) => `inserted: ${line}`)].join('; '),
  undeclared: ({ before, after, original }) =>
    `${describeUndeclared(before, after, 'en')} (in the original at ${original})`,
  removed: () => 'is gone, with all its text.',
  added: () => 'is new: there is nothing to compare it with.',
  summary({ files, same, declared, undeclared, removed, added }) {
    const parts = [
      `${same} the same`,
      `${declared} changed only as declared`,
      `${undeclared} changed otherwise`,
      ...(removed > 0 ? [`${removed} gone`] : []),
      ...(added > 0 ? [`${added} new`] : []),
    ];
    return `${many(files, 'file')} compared: ${parts.join(', ')}.`;
  },
  unchanged: (revision) => `No report has changed since ${revision}.`,
  twoPaths: () => 'verify needs two PATHs, ORIGINAL and CHANGED, or --base REV.',
  noPathsWithBase: () => 'verify --base compares PATHs with their own past; name them without an ORIGINAL.',
  unlike: (folder, file) => `${folder} is a folder and ${file} is none; name two files or two folders.`,
  git({ kind, message }, revision) {
    switch (kind) {
      case 'no-git':
        return 'needs git, which was not found; install it, or compare with a copy: verify ORIGINAL CHANGED.';
      case 'no-repository':
        return `needs a git repository (${message}); go to one, or compare with a copy: verify ORIGINAL CHANGED.`;
      case 'no-revision':
        return `the repository has no revision "${revision}"; "git log --oneline" lists some.`;
      case 'failed':
        return `git did not answer (${message}).`;
    }
  },
};

export const chineseVerify: VerifyTexts = {
  declared: (counts, inserted) =>
    [describeChanges(counts, 'zh-cn'), ...inserted.map((line) => `插入：${line}`)].join('；'),
  undeclared: ({ before, after, original }) =>
    `${describeUndeclared(before, after, 'zh-cn')}（原文位置 ${original}）`,
  removed: () => '整个文件不见了。',
  added: () => '是新文件，没有可比较的原文。',
  summary({ files, same, declared, undeclared, removed, added }) {
    const parts = [
      `${same} 个相同`,
      `${declared} 个只有可核实的改动`,
      `${undeclared} 个有其他改动`,
      ...(removed > 0 ? [`${removed} 个不见了`] : []),
      ...(added > 0 ? [`${added} 个是新文件`] : []),
    ];
    return `比较了 ${files} 个文件：${parts.join('，')}。`;
  },
  unchanged: (revision) => `自 ${revision} 以来没有报道改动。`,
  twoPaths: () => 'verify 需要两个路径：原文和改后的文件；或者用 --base 版本。',
  noPathsWithBase: () => 'verify --base 把路径与其历史版本相比，不另给原文。',
  unlike: (folder, file) => `${folder} 是文件夹，而 ${file} 不是；请给出两个文件或两个文件夹。`,
  git({ kind, message }, revision) {
    switch (kind) {
      case 'no-git':
        return '需要 git，但没有找到；请安装，或与副本比较：verify 原文 改后。';
      case 'no-repository':
        return `需要 git 仓库（${message}）；请到仓库中运行，或与副本比较：verify 原文 改后。`;
      case 'no-revision':
        return `仓库中没有版本“${revision}”；git log --oneline 可列出版本。`;
      case 'failed':
        return `git 没有给出结果（${message}）。`;
    }
  },
};
