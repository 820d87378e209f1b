import type { ConvertSummary, WireRange } from '../../../../server/src/lsp/protocol.js';
import { describeCounts } from '../../commands/convert-summary.js';
import { listOf, type Translate } from '../../translate.js';
import { includedFiles, type FileOfPlan, type LeftOutFile, type Plan } from './plan.js';

/** One row of the list, free of VS Code so that what it says can be tested. */
export interface PlanRow {
  /** The same for the same thing across changes of the plan: VS Code keeps focus and expansion by it. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  /** The name of a theme icon; `file` takes the icon that the file theme has for the address. */
  readonly icon: string;
  readonly kind: 'group' | 'file' | 'place' | 'left-out';
  /** Absent: the row has no checkbox. */
  readonly checked?: boolean;
  readonly expanded: boolean;
  /** Addresses of the files that the row's checkbox stands for. */
  readonly files: readonly string[];
  /** What choosing the row opens: the file's comparison, at a place of the text before the conversion. */
  readonly place?: { readonly address: string; readonly range?: WireRange };
  readonly children: readonly PlanRow[];
}

export interface RowTexts {
  readonly t: Translate;
  /** BCP 47, for numbers. */
  readonly language: string;
}

/** The list of a plan: the files with what is doubtful in each, the names of all of them, the files left out. */
export function rowsOf(plan: Plan, texts: RowTexts): readonly PlanRow[] {
  const { language, t } = texts;
  const number = (value: number): string => value.toLocaleString(language);
  const included = includedFiles(plan);
  const group = (row: Pick<PlanRow, 'id' | 'label' | 'description' | 'icon' | 'children'>): PlanRow => ({
    ...row,
    tooltip: '',
    spoken: t('{0}: {1}', row.label, row.description),
    kind: 'group',
    expanded: row.id === 'files',
    files: [],
  });
  const chosen = t('{0} of {1}', number(included.length), number(plan.files.length));
  const names = nameRows(included, texts);
  return [
    {
      ...group({
        id: 'files',
        label: t('Files to convert'),
        description: chosen,
        icon: 'files',
        children: plan.files.map((file) => fileRow(file, !plan.excluded.has(file.address), texts)),
      }),
      checked: included.length === plan.files.length,
      files: plan.files.map(({ address }) => address),
    },
    ...(names.length === 0
      ? []
      : [
          group({
            id: 'names',
            label: t('Names to confirm'),
            description: number(names.length),
            icon: 'person',
            children: names,
          }),
        ]),
    ...(plan.leftOut.length === 0
      ? []
      : [
          group({
            id: 'left-out',
            label: t('Files left out'),
            description: number(plan.leftOut.length),
            icon: 'circle-slash',
            children: plan.leftOut.map((file) => leftOutRow(file, t)),
          }),
        ]),
  ];
}

function fileRow(file: FileOfPlan, checked: boolean, { language, t }: RowTexts): PlanRow {
  const { address, path, summary, unsaved } = file;
  const counts = describeCounts(summary, t, language);
  const [name, folder] = nameAndFolder(path);
  const note = unsaved ? t('has unsaved changes and stays unsaved') : '';
  const said = [shortCounts(summary, t, language), note, folder].filter((part) => part !== '');
  return {
    id: `file ${address}`,
    label: name,
    description: said.join(' · '),
    tooltip: [path, counts, note].filter((part) => part !== '').join('\n'),
    spoken: [name, counts, note, folder].filter((part) => part !== '').join(t(', ')),
    icon: 'file',
    kind: 'file',
    checked,
    expanded: false,
    files: [address],
    place: { address },
    children: doubtRows(file, t),
  };
}

/** The figures that differ from file to file, short enough for a row; the tooltip has them all. */
function shortCounts(summary: ConvertSummary, t: Translate, language: string): string {
  const { ambiguous, charactersChanged, names, notesRemoved, phrasesRewritten } = summary;
  const number = (value: number): string => value.toLocaleString(language);
  return [
    charactersChanged === 1 ? t('1 character') : t('{0} characters', number(charactersChanged)),
    notesRemoved === 1 ? t('1 pinyin note') : '',
    notesRemoved > 1 ? t('{0} pinyin notes', number(notesRemoved)) : '',
    phrasesRewritten === 1 ? t('1 phrase') : '',
    phrasesRewritten > 1 ? t('{0} phrases', number(phrasesRewritten)) : '',
    names.length === 1 ? t('1 name to confirm') : '',
    names.length > 1 ? t('{0} names to confirm', number(names.length)) : '',
    ambiguous > 0 ? t('{0} ambiguous', number(ambiguous)) : '',
  ]
    .filter((part) => part !== '')
    .join(t(', '));
}

/** What a person should look at in one file, in the order of the text. */
function doubtRows(file: FileOfPlan, t: Translate): readonly PlanRow[] {
  const { address, ambiguous, leftovers, names } = file;
  const rows = [
    ...names.map(({ alternatives, converted, name, range }) => ({
      range,
      label: change(name, converted),
      why:
        alternatives.length === 0
          ? t('name to confirm')
          : t('name to confirm, or {0}', listOf(alternatives, t)),
      icon: 'person',
    })),
    ...ambiguous.map(({ alternatives, chosen, range, source }) => ({
      range,
      label: change(source, chosen),
      why: t('ambiguous, or {0}', listOf(alternatives, t)),
      icon: 'question',
    })),
    ...leftovers.map(({ character, range }) => ({
      range,
      label: character,
      why: t('left as it is: no conversion knows it'),
      icon: 'warning',
    })),
  ].sort((a, b) => compare(a.range, b.range));
  return rows.map(({ icon, label, range, why }, index) => {
    const line = t('line {0}', range.start.line + 1);
    return placeRow(`doubt ${index} ${address}`, label, `${why} · ${line}`, icon, { address, range }, t);
  });
}

/** Every name of the files to convert once, with the places where it stands. */
function nameRows(files: readonly FileOfPlan[], { language, t }: RowTexts): readonly PlanRow[] {
  const found = new Map<string, PlanRow[]>();
  for (const { address, names, path } of files) {
    for (const { converted, name, range } of names) {
      const key = change(name, converted);
      const places = found.get(key) ?? [];
      found.set(key, places);
      const line = t('line {0}', range.start.line + 1);
      const [file, folder] = nameAndFolder(path);
      const description = folder === '' ? line : `${line} · ${folder}`;
      const id = `mention ${places.length} ${key}`;
      places.push(placeRow(id, file, description, 'file', { address, range }, t));
    }
  }
  return [...found].map(([label, places]): PlanRow => {
    const description =
      places.length === 1 ? t('1 place') : t('{0} places', places.length.toLocaleString(language));
    return {
      ...placeRow(`name ${label}`, label, description, 'person', places[0]?.place, t),
      children: places,
    };
  });
}

function leftOutRow({ address, isFolder = false, path, why }: LeftOutFile, t: Translate): PlanRow {
  const [name, folder] = nameAndFolder(path);
  const description = folder === '' ? why : `${why} · ${folder}`;
  const [icon, place] = isFolder ? ['folder', undefined] : ['file', { address }];
  const row = placeRow(`left out ${address}`, name, description, icon, place, t);
  return { ...row, tooltip: `${path}\n${why}`, kind: 'left-out' };
}

function placeRow(
  id: string,
  label: string,
  description: string,
  icon: string,
  place: PlanRow['place'],
  t: Translate,
): PlanRow {
  return {
    id,
    label,
    description,
    tooltip: `${label}\n${description}`,
    spoken: t('{0}: {1}', label, description),
    icon,
    kind: 'place',
    expanded: false,
    files: [],
    ...(place === undefined ? {} : { place }),
    children: [],
  };
}

/** 罗干 → 羅干; a name whose form stays as it is stands alone. */
function change(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

function nameAndFolder(path: string): readonly [name: string, folder: string] {
  const cut = path.lastIndexOf('/');
  return [path.slice(cut + 1), cut < 0 ? '' : path.slice(0, cut)];
}

function compare(a: WireRange, b: WireRange): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
