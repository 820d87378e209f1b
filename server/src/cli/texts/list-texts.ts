/** The sum of a list. */
export interface ListTotals {
  /** Different names or phrases. */
  readonly entries: number;
  /** Files in which one of them stands, and files that were read. */
  readonly files: number;
  readonly read: number;
}

/** What `officials` and `phrases` say, in one language. */
export interface ListTexts {
  /** Column heads; the words of CSV and JSON are the same in every language. */
  readonly name: string;
  readonly post: string;
  readonly phrase: string;
  readonly date: string;
  readonly place: string;
  /** Between posts. */
  readonly separator: string;
  /** A collective word in the place of a post. */
  group(word: string): string;
  bomOfCsv(): string;
  officials(totals: ListTotals): string;
  phrases(totals: ListTotals): string;
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const englishLists: ListTexts = {
  name: 'NAME',
  post: 'POSTS',
  phrase: 'PHRASE',
  date: 'DATE',
  place: 'FILE:LINES',
  separator: ', ',
  group: (word) => `(${word})`,
  bomOfCsv: () => '--bom goes with --format csv only.',
  officials: ({ entries, files, read }) =>
    `${many(entries, 'name')} in ${files} of ${many(read, 'file')}; a name may be several people's.`,
  phrases: ({ entries, files, read }) => `${many(entries, 'phrase')} in ${files} of ${many(read, 'file')}.`,
};

export const chineseLists: ListTexts = {
  name: '姓名',
  post: '职务',
  phrase: '提法',
  date: '日期',
  place: '文件和行号',
  separator: '、',
  group: (word) => `（${word}）`,
  bomOfCsv: () => '--bom 只能与 --format csv 同用。',
  officials: ({ entries, files, read }) =>
    `${read} 个文件中有 ${files} 个提到官员，共 ${entries} 个姓名；同一姓名可能是不同的人。`,
  phrases: ({ entries, files, read }) => `${read} 个文件中有 ${files} 个含固定提法，共 ${entries} 条。`,
};
