import {
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type Connection,
  type Range,
  type TextDocumentEdit,
  type TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { renameIn, type NameEdit } from '../../../core/features/rename-in-report.js';
import { subjectAt } from '../../../core/features/subject.js';
import { writtenName } from '../../../core/report/written-name.js';
import type { Language } from '../../../core/rules/rule.js';
import type { Converter } from '../../../core/script/converter.js';
import type { ReportService } from '../../../core/service.js';
import { fill } from '../../../core/text/fill.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { Analyses, Analysis } from '../../analyses.js';
import { toRange, withoutVersions } from '../../convert.js';
import type { OfficialsSource } from '../../officials-source.js';
import type { RunSafe } from '../../run-safe.js';
import type { Corpora } from './corpora.js';
import { isSameName, rangeIn } from './locations.js';

interface RenameDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly corpora: Corpora;
  readonly files: CorpusFiles;
  readonly service: ReportService;
  readonly converter: Converter;
  readonly runSafe: RunSafe;
  /** Whether the client shows edits that need confirmation as such. */
  readonly annotates: () => boolean;
  /** Whether it knows versioned edits. */
  readonly versions: () => boolean;
  readonly officials: OfficialsSource;
}

const TEXTS = {
  en: {
    here: 'In this report',
    others: 'In other reports',
    othersWhy: 'Other people may have the same name: tick where the person is meant',
    file: 'In the officials file',
    fileWhy: 'Only if the entry is of this person and misspelt too',
    notAName: 'A name is 2 to 30 letters or Chinese characters, parts of a foreign name joined by ·.',
    incomplete: 'Reading the corpus was stopped: run the renaming again to reach every report.',
    mixedLineEnds:
      'Left alone, because saving would unify their line ends: {files}. Run “report-corpus fix --rule mixed-line-ends” on them first.',
    notAnOfficial: 'Only names of officials can be corrected here.',
  },
  'zh-cn': {
    here: '本报道中',
    others: '其他报道中',
    othersWhy: '同名者可能另有其人：请勾选确为此人之处',
    file: '官员名单中',
    fileWhy: '仅当该条目确指此人且同样写错时',
    notAName: '姓名应为 2 至 30 个汉字或字母，外文名各部分以 · 连接。',
    incomplete: '语料库读取被中止：请再次重命名，以涵盖所有报道。',
    mixedLineEnds:
      '以下文件未改动（保存会统一换行符）：{files}。请先对其运行“report-corpus fix --rule mixed-line-ends”。',
    notAnOfficial: '此处只能更正官员姓名。',
  },
} as const satisfies Record<Language, Record<string, string>>;

const NAME = /^[\p{L}·・•][\p{L}·・•.' -]{0,28}[\p{L}.]$/u;
/** File names in a message. */
const MOST_NAMED = 5;

/** Corrects a misspelt name in all reports of the corpus, each in its own script; other reports are to be confirmed. */
export function registerRename(deps: RenameDeps): void {
  const { connection, documents, analyses, corpora, files, service, converter, runSafe, annotates } = deps;
  const { versions, officials: source } = deps;

  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    runSafe.orReject<{ range: Range; placeholder: string } | null>(
      'textDocument/prepareRename',
      token,
      async () => {
        const analysis = await analyses.get(uri);
        if (analysis === undefined) return null;
        const { document, report, settings } = analysis;
        const subject = subjectAt(report, document.offsetAt(position));
        if (subject?.kind !== 'person') throw refuse(TEXTS[settings.language].notAnOfficial);
        return { range: toRange(document, subject), placeholder: writtenName(report, subject).text };
      },
    ),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    runSafe.orReject<WorkspaceEdit | null>('textDocument/rename', token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return null;
      const texts = TEXTS[analysis.settings.language];
      const subject = subjectAt(analysis.report, analysis.document.offsetAt(position));
      if (subject?.kind !== 'person') throw refuse(texts.notAnOfficial);
      const wanted = newName.trim();
      if (!NAME.test(wanted)) throw refuse(texts.notAName);
      const { name } = subject.official;
      const { index, complete } = await corpora.of(uri, 'whole');
      if (!complete) warn(texts.incomplete);
      const changes: TextDocumentEdit[] = [];
      const skipped: string[] = [];
      const here = corpora.canonical(uri);
      const open = await openAnalyses(analysis);
      for (const { file } of index.naming(name)) {
        if (changes.some(({ textDocument }) => corpora.canonical(textDocument.uri) === file.uri)) continue;
        const known = open.get(file.uri);
        const edits =
          known === undefined
            ? await editsOfFile(file.uri, analysis, name, wanted, skipped)
            : toEdits(known.document, renameIn(known.report, name, wanted, converter));
        if (edits.length === 0) continue;
        const textDocument = {
          uri: known?.document.uri ?? file.uri,
          version: known?.document.version ?? null,
        };
        changes.push({ textDocument, edits: annotate(edits, file.uri === here ? 'here' : 'others') });
      }
      changes.push(...(await officialsEdit(analysis, name, wanted)));
      if (skipped.length > 0) tellSkipped(skipped, analysis.settings.language);
      if (!versions()) return withoutVersions({ documentChanges: changes });
      return { documentChanges: changes, ...(annotates() ? { changeAnnotations: annotations(texts) } : {}) };
    }),
  );

  const openAnalyses = async (first: Analysis): Promise<ReadonlyMap<string, Analysis>> => {
    const open = new Map([[corpora.canonical(first.document.uri), first]]);
    for (const { uri } of documents.all()) {
      const analysis = await analyses.get(uri);
      if (analysis !== undefined) open.set(corpora.canonical(uri), analysis);
    }
    return open;
  };

  /** The places in a file that is not open: read anew, so that they are where the file has them now. */
  const editsOfFile = async (
    uri: string,
    { settings }: Analysis,
    name: string,
    wanted: string,
    skipped: string[],
  ): Promise<TextEdit[]> => {
    const text = await files.read(uri);
    if (text === undefined) return [];
    const edits = renameIn(service.parse(text, settings), name, wanted, converter);
    if (edits.length > 0 && hasMixedLineEnds(text)) {
      skipped.push(decodeURIComponent(uri.replace(/^.*\//, '')));
      return [];
    }
    return toEdits(TextDocument.create(uri, '', 0, text), edits);
  };

  const annotate = (edits: readonly TextEdit[], annotationId: string): (TextEdit | AnnotatedTextEdit)[] =>
    annotates() ? edits.map((edit) => ({ ...edit, annotationId })) : [...edits];

  const officialsEdit = async (
    { settings: { officials, project } }: Analysis,
    name: string,
    wanted: string,
  ): Promise<TextDocumentEdit[]> => {
    // Without a way to ask, the file that a person keeps by hand stays as it is.
    if (officials === undefined || project === undefined || !annotates()) return [];
    const { text, file, target } = await source.now(project);
    if (text === undefined) return [];
    const edits = file.entries.flatMap((entry, i): TextEdit[] => {
      const span = file.spans[i];
      if (span === undefined || !isSameName(entry.name, name)) return [];
      return [
        {
          range: rangeIn(text, { start: span.nameStart, end: span.nameEnd }),
          newText: JSON.stringify(converter.name(wanted, 't2s').text),
        },
      ];
    });
    return edits.length === 0 ? [] : [{ textDocument: target, edits: annotate(edits, 'file') }];
  };

  const tellSkipped = (names: readonly string[], language: Language): void => {
    const shown = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ' …' : '');
    warn(fill(TEXTS[language].mixedLineEnds, { files: shown }));
  };
  // As a notification: a client that refuses the request of `showWarningMessage` would end the process.
  const warn = (message: string): void => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
}

function annotations(texts: (typeof TEXTS)[Language]): Record<string, ChangeAnnotation> {
  return {
    here: { label: texts.here },
    others: { label: texts.others, description: texts.othersWhy, needsConfirmation: true },
    file: { label: texts.file, description: texts.fileWhy, needsConfirmation: true },
  };
}

function toEdits(document: TextDocument, edits: readonly NameEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
}

function refuse(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

function hasMixedLineEnds(text: string): boolean {
  return text.includes('\r') && new Set(text.match(/\r\n|\r|\n/g)).size > 1;
}
