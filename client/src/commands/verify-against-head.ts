import * as vscode from 'vscode';
import { VERIFY, type VerifyParams, type VerifyReply } from '../../../server/src/lsp/protocol.js';
import { activeReport, shownPath } from '../reports/report-document.js';
import type { LanguageServer } from '../server/language-server.js';
import { asRange } from './convert-editor.js';
import { whenLong } from './when-long.js';

/** What is used of the API of VS Code's own Git extension (version 1). */
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  openRepository?(root: vscode.Uri): Promise<GitRepository | null>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface GitRepository {
  /** The text of a file at a revision; rejects where the revision has no such file. */
  show(ref: string, path: string): Promise<string>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

const HEAD = 'HEAD';

/**
 * Says whether the active report differs from Git's HEAD by declared kinds of edit only; unsaved changes count.
 * Otherwise opens the comparison of the two at the first other change.
 */
export async function verifyAgainstHead(server: LanguageServer, title: string): Promise<void> {
  const { l10n, window } = vscode;
  const editor = activeReport();
  if (editor === undefined) {
    void window.showInformationMessage(l10n.t('Open a report to compare it with Git HEAD.'));
    return;
  }
  const { document } = editor;
  const name = shownPath(document.uri);
  const git = await gitApi();
  if (git === undefined) {
    const message = l10n.t('Git is not available: enable the built-in Git extension and install Git.');
    void window.showWarningMessage(message);
    return;
  }
  const repository = await repositoryOf(git, document.uri);
  const original = await repository
    ?.show(HEAD, document.uri.fsPath)
    // A file that HEAD does not have, or a repository without any commit.
    .catch(() => undefined);
  if (original === undefined) {
    const message =
      repository === undefined
        ? l10n.t('{0} is in no Git repository that VS Code knows.', name)
        : l10n.t('{0} is new: Git HEAD does not have it.', name);
    void window.showWarningMessage(message);
    return;
  }
  const params: VerifyParams = { uri: document.uri.toString(), original };
  const reply = await whenLong(title, async (token) => {
    const answer = await server.request(VERIFY, params, token);
    return token.isCancellationRequested ? undefined : (answer as VerifyReply);
  });
  if (reply === undefined) return;
  if (reply.verdict === 'same') {
    void window.showInformationMessage(l10n.t('{0} is as in Git HEAD.', name));
  } else if (reply.verdict === 'declared') {
    void window.showInformationMessage(`${name}: ${reply.message}`);
  } else {
    await vscode.commands.executeCommand(
      'vscode.diff',
      git.toGitUri(document.uri, HEAD),
      document.uri,
      l10n.t('{0} (Git HEAD and now)', name),
      { selection: asRange(reply.first.changed), preview: true } satisfies vscode.TextDocumentShowOptions,
    );
    void window.showWarningMessage(`${name}: ${reply.message}`);
  }
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    const git = await extension?.activate();
    // Throws where there is no git on the machine.
    return git?.enabled === true ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/** VS Code opens the repositories of its folders late, and those around a single file when asked. */
async function repositoryOf(git: GitApi, uri: vscode.Uri): Promise<GitRepository | undefined> {
  const known = git.getRepository(uri);
  if (known !== null) return known;
  return (await git.openRepository?.(vscode.Uri.joinPath(uri, '..'))) ?? git.getRepository(uri) ?? undefined;
}
