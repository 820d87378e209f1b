import type { Language } from '../core/rules/rule.js';
import type { FoundProject, ProjectSource } from './ports.js';
import type { SideFileProblems } from './side-file-problems.js';

/** Shows what is wrong in project files on the files themselves, whatever governs a report. */
export interface ProjectProblems {
  show(project: FoundProject, language: Language): void;
  /**
   * Looks again at the files of which something is shown. No report need be open that would ask for one that was
   * mended, and none asks for one that is gone.
   */
  lookAgain(): Promise<void>;
}

export function createProjectProblems(projects: ProjectSource, problems: SideFileProblems): ProjectProblems {
  const shown = new Map<string, Language>();
  const show = (
    { uri, text, problems: found }: Pick<FoundProject, 'uri' | 'text' | 'problems'>,
    language: Language,
  ): void => {
    if (found.length === 0) shown.delete(uri);
    else shown.set(uri, language);
    problems.show(uri, text, found, language);
  };
  return {
    show,
    async lookAgain() {
      for (const [uri, language] of [...shown]) {
        const found = await projects.find(uri);
        show(found?.uri === uri ? found : { uri, text: undefined, problems: [] }, language);
      }
    },
  };
}
