import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Edit } from '../contract/edits.ts';
import { DraftFolder } from './draft-folder.ts';

const PATH = 'guides/bus/en.md';
const OTHER = 'guides/car/en.md';
const TEXT = '---\ntitle: A bus\n---\n## Do {#do}\n1. Wait. {1.01}\n';
const ANA = { name: 'Ana', email: 'ana@example.org', role: 'editor' };
const setTitle = (value: string): Edit => ({ type: 'set-field', path: ['title'], value });

test.each([
	['changed', TEXT.replace('A bus', 'The bus')],
	['removed', undefined]
])('a file that was %s in the folder under an open tab is not edited unseen', (_, now) => {
	const { drafts, draft, folderHas } = aDraft();
	folderHas(now);
	const request = { draft, path: OTHER, revision: 0, by: 'Ana' } as const;
	const seen = drafts.keep({ ...request, seen: TEXT, edit: setTitle('Mine') });
	expect(seen).toMatchObject({
		state: 'conflict',
		theirs: { text: now ?? '', revision: 0 },
		yours: TEXT.replace('A bus', 'Mine')
	});
	const span = { from: 0, to: (now ?? '').length };
	const mine = { type: 'replace-text', span, text: TEXT } as const;
	expect(drafts.keep({ ...request, seen: now ?? '', edit: mine })).toMatchObject({
		state: 'kept',
		file: { text: TEXT }
	});
});

/** A draft with two edits, and its files on the disk. */
function aDraft() {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-damage-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	let other: string | undefined = TEXT;
	const drafts = new DraftFolder({
		folder,
		textOf: (path) => (path === PATH ? TEXT : other),
		now: () => new Date('2026-11-30T12:00:00Z')
	});
	const { id: draft } = drafts.start('Bus', ANA);
	for (const [revision, title] of ['One', 'Two'].entries()) {
		drafts.keep({ draft, path: PATH, revision, edit: setTitle(title), by: 'Ana' });
	}
	const files = join(folder, 'drafts', draft);
	const cut = (file: string): void => {
		const path = join(files, file);
		truncateSync(path, Math.floor(statSync(path).size / 2));
	};
	const folderHas = (text: string | undefined): void => {
		other = text;
	};
	return { drafts, draft, cut, folderHas };
}

test('of a draft whose newest file is cut in half the text before is there, and can be changed', () => {
	const { drafts, draft, cut } = aDraft();
	cut(`files/${encodeURIComponent(PATH)}/2.json`);
	const found = drafts.open(draft, PATH);
	expect(found?.text).toContain('title: One');
	const { revision = 0 } = found ?? {};
	const kept = drafts.keep({ draft, path: PATH, revision, edit: setTitle('Three'), by: 'Ana' });
	expect(kept.state).toBe('kept');
	expect(drafts.open(draft, PATH)?.text).toContain('title: Three');
});

test('a draft whose own file is cut in half is still listed, with its texts', () => {
	const { drafts, draft, cut } = aDraft();
	cut('1.json');
	expect(drafts.list()).toMatchObject([
		{ id: draft, title: draft, branch: `draft/${draft}`, startedBy: 'Ana', paths: [PATH] }
	]);
	expect(drafts.open(draft, PATH)?.text).toContain('title: Two');
});
