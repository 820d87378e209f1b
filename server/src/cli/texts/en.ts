import type { EditKind } from '../../core/text/edit.js';
import { SURE, type LikelyEncoding } from '../../core/encoding/detect.js';
import { asSource, sameFamily, type SourceEncoding } from '../../platform/node/files/recode.js';
import type { Undecodable } from '../../platform/node/files/decode.js';
import { englishConvert } from './convert-texts.js';
import { englishHelp } from './help-en.js';
import { countOf, slightestOf } from './severity-counts.js';
import type { CheckTotals, EditCounts, Texts } from './texts.js';
import { englishInit } from './init-texts.js';
import { englishLists } from './list-texts.js';
import { englishVerify } from './verify-texts.js';

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
const hint = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Did you mean ${nearest}?`;
const code = (value: string | undefined): string => (value === undefined ? '' : ` (${value})`);

const LOOKS: Readonly<Record<LikelyEncoding, string>> = {
  gb18030: 'it looks like GB18030 (GBK)',
  big5: 'it looks like Big5',
  'utf-16le': 'it looks like UTF-16 LE',
  'utf-16be': 'it looks like UTF-16 BE',
  'utf-8': 'bytes of a character are missing or wrong',
  'utf-8-surrogates': 'a lone surrogate is encoded in it',
  binary: 'it looks like a binary file',
  unknown: 'its encoding is not recognised',
};

/** What `--from` takes, as people write it. */
const NAMES: Readonly<Record<SourceEncoding, string>> = {
  gb18030: 'GB18030',
  gbk: 'GBK',
  big5: 'Big5',
  'big5-hkscs': 'Big5-HKSCS',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** A path as a shell takes it. */
const quoted = (name: string): string =>
  /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** Did and would: what happened to so many edits of a kind. */
const EDITS: Readonly<
  Record<EditKind, { readonly noun: readonly [string, string]; readonly did: string; readonly would: string }>
> = {
  'residue-removed': { noun: ['note', 'notes'], did: 'removed', would: 'remove' },
  'width-restored': { noun: ['mark', 'marks'], did: 'restored', would: 'restore' },
  'script-converted': { noun: ['stretch of text', 'stretches of text'], did: 'converted', would: 'convert' },
  'markup-removed': {
    noun: ['piece of HTML', 'pieces of HTML'],
    did: 'turned into text',
    would: 'turn into text',
  },
  'furniture-removed': {
    noun: ['piece of furniture', 'pieces of furniture'],
    did: 'removed',
    would: 'remove',
  },
  'contact-removed': { noun: ['contact detail', 'contact details'], did: 'removed', would: 'remove' },
  'repetition-removed': { noun: ['repeated line', 'repeated lines'], did: 'removed', would: 'remove' },
  'invisible-removed': {
    noun: ['invisible character', 'invisible characters'],
    did: 'removed',
    would: 'remove',
  },
  'look-alike-replaced': { noun: ['look-alike', 'look-alikes'], did: 'replaced', would: 'replace' },
  'punctuation-merged': { noun: ['doubled mark', 'doubled marks'], did: 'merged', would: 'merge' },
  'indent-restored': { noun: ['indent', 'indents'], did: 'restored', would: 'restore' },
  'line-end-unified': { noun: ['line end', 'line ends'], did: 'unified', would: 'unify' },
  'metadata-inserted': { noun: ['metadata line', 'metadata lines'], did: 'inserted', would: 'insert' },
  'metadata-split': { noun: ['metadata line', 'metadata lines'], did: 'split', would: 'split' },
  'mojibake-repaired': {
    noun: ['garbled stretch', 'garbled stretches'],
    did: 'restored',
    would: 'restore',
  },
  'phrase-replaced': { noun: ['phrase', 'phrases'], did: 'replaced', would: 'replace' },
  'name-corrected': { noun: ['name', 'names'], did: 'corrected', would: 'correct' },
};

function edits(counts: EditCounts, dryRun: boolean): string {
  return (Object.entries(EDITS) as [EditKind, (typeof EDITS)[EditKind]][])
    .filter(([kind]) => (counts[kind] ?? 0) > 0)
    .map(([kind, { noun, did, would }]) => {
      const what = many(counts[kind] ?? 0, ...noun);
      return dryRun ? `${would} ${what}` : `${what} ${did}`;
    })
    .join(', ');
}

/** 2 errors, 1 hint: as many as there are of each. */
function severities({ error, warning, information, hint: hints }: CheckTotals['listed']): string {
  return [
    error > 0 ? many(error, 'error') : '',
    warning > 0 ? many(warning, 'warning') : '',
    information > 0 ? `${information} information` : '',
    hints > 0 ? many(hints, 'hint') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function notUtf8({ looksLike, confidence, line }: Undecodable): string {
  if (looksLike === 'utf-8' || looksLike === 'utf-8-surrogates')
    return `not UTF-8: ${LOOKS[looksLike]} (first in line ${line})`;
  const sure = asSource(looksLike) === undefined ? '' : ` (confidence ${percent(confidence)})`;
  return `not UTF-8: ${LOOKS[looksLike]}${sure}`;
}

/** What to do about a file that is not UTF-8. */
function notUtf8Remedy({ looksLike, confidence }: Undecodable, name: string): string {
  const from = asSource(looksLike);
  if (from !== undefined)
    return `Rewrite it as UTF-8: report-corpus recode --to utf-8${confidence < SURE ? ` --from ${from}` : ''} ${quoted(name)}`;
  return looksLike === 'binary'
    ? 'Name a text file, or exclude it in report-corpus.json.'
    : 'Fetch the report again, or name its encoding: report-corpus recode --to utf-8 --from ENCODING.';
}

const changed = (count: number, files: number, dryRun: boolean): string =>
  `${count} of ${many(files, 'file')} ${dryRun ? 'would change' : 'changed'}`;
const nothingWritten = (dryRun: boolean): string => (dryRun ? ' (dry run, nothing was written)' : '');

export const english: Texts = {
  language: 'en',
  help: englishHelp,
  convert: englishConvert,
  verify: englishVerify,
  lists: englishLists,
  init: englishInit,

  usage(problem) {
    switch (problem.kind) {
      case 'unknown-command':
        return `There is no command "${problem.given}".${hint(problem.nearest)}`;
      case 'unknown-option':
        return `${problem.command ?? 'report-corpus'} has no option ${problem.given}.${hint(problem.nearest)}`;
      case 'missing-value':
        return `--${problem.option} needs a value.`;
      case 'needless-value':
        return `--${problem.option} takes no value.`;
    }
  },
  badValue: (option, value, allowed, nearest) =>
    `--${option} cannot be "${value}"; it takes ${allowed.join(', ')}.${hint(nearest)}`,
  missingOption: (option, allowed) => `--${option} is missing; it takes ${allowed.join(', ')}.`,
  noPaths: (command) => `${command} needs at least one ${command === 'parse' ? 'FILE' : 'PATH'}.`,
  noRule: () => 'explain needs the id of a RULE; "report-corpus rules" lists them.',
  tooMany: (command, extra) => `${command} takes no further argument: "${extra}".`,
  unknownRule: (given, nearest) =>
    `There is no rule "${given}".${hint(nearest)} "report-corpus rules" lists them all.`,
  ruleWithoutFix: (rule, fix) =>
    fix === 'none'
      ? `${rule} has no fix.`
      : `${rule} needs a person: its fix is a suggestion, which only the editor offers.`,
  seeHelp: (command) =>
    `"report-corpus ${command === undefined ? '' : `${command} `}--help" says how it is used.`,

  unreadable(reason, nearest) {
    switch (reason.kind) {
      case 'missing':
        return `there is no such file or folder; check the spelling.${hint(nearest)}`;
      case 'denied':
        return `may not be read${code(reason.code)}; give yourself the permission to read it.`;
      case 'folder':
        return 'is a folder; name the files in it.';
      case 'special':
        return 'is neither a file nor a folder; name a file.';
      case 'too-large':
        return 'is too large for one report (over 512 MB); split it.';
      case 'failed':
        return `cannot be read${code(reason.code)}; copy it to a healthy disk and try again.`;
    }
  },
  notUtf8: (file, name) => `${notUtf8(file)}. ${notUtf8Remedy(file, name)}`,
  inputNotUtf8(input) {
    const from = asSource(input.looksLike);
    const remedy =
      from === undefined
        ? input.looksLike === 'binary'
          ? 'Give it a text.'
          : 'If you know its encoding, put iconv -f ENCODING -t UTF-8 in front.'
        : `Put iconv -f ${from.toUpperCase()} -t UTF-8 in front, or save it as a file for "report-corpus recode".`;
    return `${notUtf8(input)}. ${remedy}`;
  },
  unsureEncoding({ looksLike, confidence, line }) {
    const from = asSource(looksLike);
    if (from !== undefined)
      return `left alone: ${LOOKS[looksLike]}, but only with confidence ${percent(confidence)}; if that is right, add --from ${from}.`;
    const where = looksLike.startsWith('utf-8') ? ` (first in line ${line})` : '';
    return `left alone: ${LOOKS[looksLike]}${where}; if you know the encoding, name it with --from.`;
  },
  lossyEncoding(from, { looksLike, confidence }) {
    const other = asSource(looksLike);
    const more =
      other === undefined || other === from
        ? ''
        : ` It looks more like ${NAMES[other]} (${percent(confidence)}).`;
    return `left alone: not every byte of it is ${NAMES[from]}, something would be lost; try another --from, or fetch the report again.${more}`;
  },
  folderUnreadable: (value) => `the folder cannot be listed${code(value)}; give yourself the permission to.`,
  userFileProblem: (message) => (message.endsWith('?') ? message : `${message}.`),
  noReports: ({ patterns, exclude, projectFile }) =>
    `holds no report; looked for ${patterns.join(', ')}${exclude.length === 0 ? '' : ` outside ${exclude.join(', ')}`}; ` +
    (projectFile === undefined
      ? '"report-corpus init" writes a report-corpus.json, whose "include" and "exclude" can say otherwise.'
      : `"include" and "exclude" in ${projectFile} say so.`),
  changedMeanwhile: () =>
    'was changed by somebody else since it was read, and left alone; run the command again.',
  notWritten(reason) {
    switch (reason.kind) {
      case 'denied':
        return `may not be written${code(reason.code)}; make the file and its folder writable.`;
      case 'special':
        return 'is no ordinary file and was not written; name a file.';
      case 'full':
        return `was not written, the disk is full${code(reason.code)}; make room and run the command again.`;
      case 'failed':
        return `was not written${code(reason.code)}; the old file is untouched.`;
    }
  },
  ruleFailed: (rule, message) =>
    `the rule ${rule} failed and was skipped for this file: ${message}. Please report it; turning the rule off in report-corpus.json avoids it.`,
  internal: (message) =>
    `was skipped by an error of report-corpus: ${message}. Please report it with the file.`,

  checkSummary({ files, filesWithFindings, listed, unlisted, exact, review }) {
    const shown = countOf(listed);
    const first =
      shown === 0
        ? `${many(files, 'file')} checked, no findings`
        : `${many(shown, 'finding')} in ${filesWithFindings} of ${many(files, 'file')}: ${severities(listed)}`;
    const slightest = slightestOf(unlisted);
    const more =
      slightest === undefined ? '' : ` (and ${severities(unlisted)}, listed with --show ${slightest})`;
    const lines = [first + more];
    if (exact > 0) lines.push(`${exact} can be fixed with "report-corpus fix"`);
    if (review > 0)
      lines.push(
        `${review}${exact > 0 ? ' more' : ''} can be fixed with "report-corpus fix --include review"`,
      );
    return lines.join('\n');
  },
  fixed: (counts, dryRun) =>
    dryRun
      ? `would ${edits(counts, true)}, change no other character`
      : `${edits(counts, false)}, no other character changed`,
  fixSummary: (counts, { files, changed: count, dryRun }) =>
    count === 0
      ? `Nothing to fix in ${many(files, 'file')}.`
      : `${changed(count, files, dryRun)}: ${edits(counts, dryRun)}${nothingWritten(dryRun)}.`,
  mirrored: (files) =>
    `Pinyin notes in ${many(files, 'file')} are the sign of a mirror site: check date, source and title against the original.`,
  recoded({ from, named, guess, bom }, dryRun) {
    const how = named ? '' : ` (confidence ${percent(guess.confidence)})`;
    const mark = bom ? `, byte order mark dropped` : '';
    const other = asSource(guess.looksLike);
    const doubt =
      named && other !== undefined && !sameFamily(other, from)
        ? `; it looks more like ${NAMES[other]} (${percent(guess.confidence)})`
        : '';
    return `${dryRun ? 'would recode' : 'recoded'} from ${NAMES[from]}${how} to UTF-8${mark}${doubt}`;
  },
  recodeSummary: ({ files, changed: count, dryRun }) =>
    count === 0
      ? `Nothing to recode in ${many(files, 'file')}.`
      : `${count} of ${many(files, 'file')} ${dryRun ? 'would be recoded' : 'recoded'} to UTF-8${nothingWritten(dryRun)}.`,
  otherNames: (count) =>
    `; ${many(count, 'other name')} of the file (hard links) keep${count === 1 ? 's' : ''} the old text`,
  leftoversRemoved: (count) =>
    `${many(count, 'temporary file')} that an interrupted run left behind ${count === 1 ? 'was' : 'were'} removed.`,
  fixClass: (fix) =>
    ({ exact: 'fix', review: 'fix --include review', suggest: 'fix in the editor', none: 'no fix' })[fix],
  inBrackets: (remark) => ` (${remark})`,
};
