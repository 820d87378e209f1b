/** What `init` says, in one language. */
export interface InitTexts {
  written(): string;
  exists(): string;
  noFolder(): string;
  failed(code: string): string;
}

export const englishInit: InitTexts = {
  written: () => 'written: the folder is a report corpus now.',
  exists: () => 'is there already and was left as it is.',
  noFolder: () => 'there is no such folder; make it first.',
  failed: (code) => `was not written (${code}); make the folder writable.`,
};

export const chineseInit: InitTexts = {
  written: () => '已写入，此文件夹现在是报道语料库。',
  exists: () => '已经存在，没有改动。',
  noFolder: () => '没有这个文件夹，请先建立。',
  failed: (code) => `没有写入（${code}）；请让文件夹可写。`,
};
