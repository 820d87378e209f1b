/* What a platform has to bring along; the files of corpora are in corpus/corpus-files.ts. */

import type { ReadProblem } from '../core/json-file/problem.js';
import type { Project } from '../core/project-file.js';
import type { Segmenter } from '../core/segment/segmenter.js';
import type { ReopenEncoding, SegmenterReply } from './protocol.js';

/** A project file as found for a report. */
export interface FoundProject {
  readonly uri: string;
  /** Undefined where the file gives none: then the defaults apply. */
  readonly text: string | undefined;
  readonly project: Project;
  /** What is wrong in it; the same list until it is read again. */
  readonly problems: readonly ReadProblem[];
}

/**
 * Finds the nearest `report-corpus.json` upwards from a report, whether it can be read or not; may keep what it found
 * until `forget`.
 */
export interface ProjectSource {
  find(uri: string): Promise<FoundProject | undefined>;
  forget(): void;
}

/** What a file's bytes are, and the text they give. */
export interface FileEncoding {
  readonly encoding: ReopenEncoding;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly text: string;
}

/** Looks at the bytes of a file; undefined where there is none, or where they cannot be read or recognised. */
export type DetectFile = (uri: string) => Promise<FileEncoding | undefined>;

/** The word segmenter of the platform, made once the names of the open reports can be asked for. */
export interface PlatformSegmenter extends Segmenter {
  readonly state: SegmenterReply['state'];
  readonly reason: string | undefined;
  dispose(): void;
}
