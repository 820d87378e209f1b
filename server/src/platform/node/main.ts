import path from 'node:path';
import { createIntlSegmenter } from '../../core/segment/segmenter.js';
import { startNodeServer } from '../../lsp/node.js';
import { createProjectSource } from './project-source.js';
import { createNodejiebaSegmenter } from './segmenter-nodejieba.js';

startNodeServer({
  projects: createProjectSource(),
  segmenter: (options) =>
    createNodejiebaSegmenter({ childPath: path.join(__dirname, 'segmenter.js'), ...options }),
  fallback: createIntlSegmenter(),
});
