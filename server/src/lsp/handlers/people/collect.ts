import type { CancellationToken, Connection } from 'vscode-languageserver';
import { fullPost } from '../../../core/features/full-post.js';
import {
  mergeIntoFile,
  nameKey,
  namingsOf,
  proposeEntries,
  type Proposal,
  type ReportNamings,
} from '../../../core/officials-file/index.js';
import type { Report } from '../../../core/report/types.js';
import { indexLines } from '../../../core/text/line-index.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { OfficialsKnowledge } from '../../officials-source.js';
import {
  ADD_OFFICIALS,
  COLLECT_OFFICIALS,
  type AddOfficialsParams,
  type AddOfficialsReply,
  type CollectOfficialsParams,
  type CollectOfficialsReply,
  type WireProposal,
} from '../../protocol.js';
import type { RunSafe } from '../../run-safe.js';
import type { Analyses } from '../../analyses.js';
import type { DocumentSettings, SettingsStore } from '../../settings.js';
import type { Corpora } from './corpora.js';
import { isSameName } from './locations.js';

/** Proposals for the officials file from what one report says. */
export interface Collect {
  /** @param names only these people */
  proposalsOf(
    uri: string,
    report: Report,
    names: readonly string[],
    officials: OfficialsKnowledge,
  ): Proposal[];
}

interface CollectDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly corpora: Corpora;
  readonly files: CorpusFiles;
  readonly settings: SettingsStore;
  readonly runSafe: RunSafe;
}

/** Answers the client's command "Collect Officials": what to propose, and the file with what was confirmed. */
export function registerCollect(deps: CollectDeps): Collect {
  const { connection, analyses, corpora, files, settings, runSafe } = deps;

  connection.onRequest(COLLECT_OFFICIALS, (params: CollectOfficialsParams, token: CancellationToken) =>
    runSafe.orReject<CollectOfficialsReply>(COLLECT_OFFICIALS, token, async () => {
      const chosen = await settings.get(params.project);
      const { officials } = chosen;
      if (officials === undefined) return { kind: 'no-project' };
      const problem = firstProblem(officials, chosen);
      if (problem !== undefined) return { kind: 'broken', file: officials.uri, message: problem };
      const { index, complete } = await corpora.ofProject(params.project, 'whole');
      const namings = index.namings((uri) => files.relative(officials.uri, uri));
      const only = params.report === undefined ? undefined : await namesIn(params.report);
      const proposals = proposeEntries(namings, officials.file.entries).filter(
        ({ entry }) => only === undefined || only.some((name) => isSameName(name, entry.name)),
      );
      const writings = writingsIn(namings);
      return {
        kind: 'proposals',
        file: officials.uri,
        exists: officials.text !== undefined,
        reports: namings.length,
        complete,
        proposals: proposals.map((proposal) => toWire(proposal, writings)),
      };
    }),
  );

  connection.onRequest(ADD_OFFICIALS, (params: AddOfficialsParams, token: CancellationToken) =>
    runSafe.orReject<AddOfficialsReply>(ADD_OFFICIALS, token, async () => {
      const proposals = params.proposals.map(({ proposal }) => proposal as Proposal);
      const merged = mergeIntoFile(params.text, proposals);
      if ('problem' in merged) {
        const language = await settings.language(params.project);
        return { kind: 'broken', message: merged.problem.message[language] };
      }
      const { text, added, extended, kept } = merged;
      return { kind: 'merged', text, added, extended, kept: kept.length };
    }),
  );

  const namesIn = async (uri: string): Promise<readonly string[]> =>
    (await analyses.get(uri))?.report.officials.map(({ name }) => name) ?? [];

  return {
    proposalsOf(uri, report, names, officials) {
      const path = files.relative(officials.uri, corpora.canonical(uri));
      if (path === undefined) return [];
      const { officials: named, ...rest }: ReportNamings = namingsOf(report, path);
      const wanted = named.filter(({ name }) => names.some((one) => isSameName(one, name)));
      return proposeEntries([{ ...rest, officials: wanted }], officials.file.entries);
    },
  };
}

/** Where a person has to mend the file before anything is written into it. */
function firstProblem(
  { uri, content, text, file }: OfficialsKnowledge,
  { language }: DocumentSettings,
): string | undefined {
  const problem = file.problems.find(({ severity }) => severity === 'error');
  // What is not there is made.
  if (problem === undefined || content.kind === 'missing') return undefined;
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (text === undefined) return `${name}: ${problem.message[language]}`;
  const { line, character } = indexLines(text).place(problem.start);
  return `${name}:${String(line + 1)}:${String(character + 1)}: ${problem.message[language]}`;
}

/** How reports write a name that the officials file has in another form: by the report's path, then by the name's key. */
type Writings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function writingsIn(reports: readonly ReportNamings[]): Writings {
  return new Map(
    reports.map(({ path, officials }) => [
      path,
      new Map(officials.map(({ name, forms = [] }) => [nameKey(name), forms])),
    ]),
  );
}

function toWire(proposal: Proposal, writings: Writings): WireProposal {
  const { kind, entry, reports, namesakes } = proposal;
  return {
    kind,
    name: entry.name,
    forms: [...new Set(reports.flatMap((path) => writings.get(path)?.get(nameKey(entry.name)) ?? []))],
    ...(entry.place === undefined ? {} : { place: entry.place }),
    posts: entry.posts.map(({ post, place }) => fullPost(post, place)),
    first:
      entry.posts
        .map(({ firstNamed = '' }) => firstNamed)
        .filter(Boolean)
        .sort()[0] ?? '',
    last:
      entry.posts
        .map(({ lastNamed = '' }) => lastNamed)
        .filter(Boolean)
        .sort()
        .at(-1) ?? '',
    reports: reports.length,
    namesakes,
    proposal,
  };
}
