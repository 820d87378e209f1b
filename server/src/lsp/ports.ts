/* What a platform has to bring along; the files of corpora are in corpus/corpus-files.ts. */

import type { Segmenter } from '../core/segment/segmenter.js';
import type { ReopenEncoding, SegmenterReply } from './protocol.js';

/** A project file as found for a report. */
export interface FoundProject {
  readonly uri: string;
  readonly text: string;
}

/** Finds the nearest `report-corpus.json` upwards from a report; may keep what it found until `forget`. */
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
