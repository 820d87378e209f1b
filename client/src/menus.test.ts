import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly group?: string;
  readonly when?: string;
}

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const table = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>;
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: {
    commands: readonly { readonly command: string; readonly title: string }[];
    submenus: readonly { readonly id: string }[];
    menus: Readonly<Record<string, readonly Item[]>>;
    walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
};
const { commands, menus, submenus, walkthroughs } = contributes;
const known = new Set(commands.map(({ command }) => command));
const items = (menu: string): readonly Item[] => menus[menu] ?? [];
/** What a person finds under a menu, its submenus unfolded. */
const reachable = (menu: string): string[] =>
  items(menu).flatMap(({ command, submenu }) =>
    submenu === undefined ? [command ?? ''] : reachable(submenu),
  );

describe('the menus', () => {
  it('hold commands and submenus that there are', () => {
    const ids = new Set(submenus.map(({ id }) => id));
    for (const { command, submenu } of Object.values(menus).flat())
      expect(command === undefined ? ids.has(submenu ?? '') : known.has(command), command ?? submenu).toBe(
        true,
      );
    for (const id of ids) expect(items(id).length, id).toBeGreaterThan(0);
  });

  it.each(['explorer/context', 'editor/context'])('of %s have every entry once', (menu) => {
    const entries = reachable(menu);
    expect(new Set(entries).size).toBe(entries.length);
  });

  it('of the explorer convert files to each script, or as one chooses', () => {
    expect(reachable('explorer/context').filter((command) => command.includes('convert'))).toEqual([
      'reportCorpus.convertToSimplified',
      'reportCorpus.convertToTraditional',
      'reportCorpus.convertToTaiwan',
      'reportCorpus.convertToHongKong',
      'reportCorpus.convertFiles',
    ]);
  });

  it('of an editor offer what only a report allows in reports alone', () => {
    const own = items('editor/context').filter(({ command }) => command !== undefined);
    expect(own.map(({ command }) => command)).toEqual([
      'reportCorpus.fixAll',
      'reportCorpus.collectOfficials',
      'reportCorpus.verifyAgainstHead',
    ]);
    for (const { when } of own) expect(when).toContain('editorLangId == corpus-report');
  });
});

describe.each(['package.nls.json', 'package.nls.zh-cn.json'])('the titles in %s', (name) => {
  const texts = table(name);
  const titles = commands.map(({ title }) => texts[title.replaceAll('%', '')] ?? '');

  it('have the three dots behind a word, without a space', () => {
    for (const title of Object.values(texts)) expect(title).not.toMatch(/\s…|\.\.\./);
  });

  it('are told apart', () => {
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('are those that the walkthrough uses for our commands', () => {
    const named = walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ description }) => [
        ...(texts[description.replaceAll('%', '')] ?? '').matchAll(/\[([^\]]+)\]\(command:([^)]+)\)/g),
      ])
      .filter(([, , command]) => command?.startsWith('reportCorpus.') === true);
    expect(named).toHaveLength(3);
    for (const [, label, command] of named) {
      const title = commands.find((one) => one.command === command)?.title ?? '';
      expect(label).toBe(texts[title.replaceAll('%', '')]);
    }
  });
});

describe('the walkthrough', () => {
  it('shows pictures that are there, and its steps are done by commands that there are', () => {
    for (const { media, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
      expect(readFileSync(join(root, media.image), 'utf8')).toContain('<svg');
      expect(completionEvents.length).toBeGreaterThan(0);
      for (const event of completionEvents)
        if (event.includes('reportCorpus'))
          expect(known.has(event.replace('onCommand:', '')), event).toBe(true);
    }
  });
});
