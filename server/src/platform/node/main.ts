import path from 'node:path';
import { createIntlSegmenter } from '../../core/segment/segmenter.js';
import { startNodeServer } from '../../lsp/node.js';
import { detectFile } from './detect-file.js';
import { createCorpusFiles } from './corpus-files.js';
import { createProjectLookup } from './files/project-lookup.js';
import { createProjectSource } from './project-source.js';
import { todayInBeijing } from './today.js';
import { createTranscoder } from './transcoder.js';
import { createNodejiebaSegmenter } from './segmenter-nodejieba.js';

/** One for both: reports and the index of their corpus are read by the same project file. */
const lookup = createProjectLookup();

startNodeServer({
  projects: createProjectSource(lookup),
  files: createCorpusFiles(lookup),
  today: todayInBeijing,
  transcoder: createTranscoder(),
  detectFile,
  segmenter: (options) =>
    createNodejiebaSegmenter({ childPath: path.join(__dirname, 'segmenter.js'), ...options }),
  fallback: createIntlSegmenter(),
});
