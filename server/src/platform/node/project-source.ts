import path from 'node:path';
import { textOf } from '../../core/json-file/file-content.js';
import type { ProjectSource } from '../../lsp/ports.js';
import { hrefOf, pathOfUri } from './file-uri.js';
import type { ProjectLookup } from './files/project-lookup.js';

/** Looks for the project file upwards from a report on disk. */
export function createProjectSource(lookup: ProjectLookup): ProjectSource {
  return {
    async find(uri) {
      const report = pathOfUri(uri);
      const found = report === undefined ? undefined : await lookup.nearest(path.dirname(report));
      if (found?.file === undefined) return undefined;
      const { file, content, project, problems } = found;
      return { uri: hrefOf(file), text: textOf(content), project, problems };
    },
    forget: () => {
      lookup.forget();
    },
  };
}
