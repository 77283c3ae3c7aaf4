import { expect, test, vi } from 'vitest';
import { aDesk } from '#tests/support/editor/desk.ts';
import { OpenText } from './open-text.svelte.ts';

const PATH = 'guides/bus-stop/en.md';
/** One text that is open in a tab. */
async function aTab() {
	const { desk, core } = await aDesk();
	const text = new OpenText(PATH, desk);
	await text.open();
	const stored = async (): Promise<string> =>
		(await desk.ask('open', { path: PATH, ...desk.inDraft })).file?.text ?? '';
	return { text, desk, core, stored };
}

const say = (source: string) => ({ type: 'set-item', item: 'do.2', source }) as const;
const settled = (text: OpenText) =>
	vi.waitFor(() => {
		expect(text.state).toBe('saved');
	});

test('a step that is changed after the text view was used stays changed', async () => {
	const { text, stored } = await aTab();
	text.editSource(text.source.replace('Look at the sign.', 'Look at the big sign.'));
	await settled(text);
	text.edit(say('Look at no sign. {1.02}'), { isTyped: true });
	await settled(text);
	expect(await stored()).toContain('2. Look at no sign. {1.02}');
	expect(text.source).toBe(await stored());
});

/** Two tabs changed one step; what this one typed went out letter by letter. */
async function aConflict() {
	const tab = await aTab();
	const { text, desk, core } = tab;
	text.edit(say('Look at the sign now. {1.02}'), { isTyped: true });
	await settled(text);
	const draft = desk.draft?.id ?? '';
	const { revision } = text;
	const theirs = say('Look at the clock. {1.02}');
	await core.keep({ draft, path: PATH, revision, edit: theirs, by: 'Ben' });
	text.edit(say('Look at the sign now, t. {1.02}'), { isTyped: true });
	await vi.waitFor(() => {
		expect(text.conflict?.theirs.by).toBe('Ben');
	});
	text.edit(say('Look at the sign now, then wait. {1.02}'), { isTyped: true });
	await vi.waitFor(() => {
		expect(text.conflict?.yours).toContain('now, then wait.');
	});
	return tab;
}

test('who takes the text of another can copy all that they typed until then', async () => {
	const { text, stored } = await aConflict();
	await text.settle('both');
	expect(text.toCopy).toContain('2. Look at the sign now, then wait. {1.02}');
	expect(await stored()).toContain('2. Look at the clock. {1.02}');
});

test('who keeps their own text keeps all that they typed until then', async () => {
	const { text, stored } = await aConflict();
	await text.settle('yours');
	await settled(text);
	expect(await stored()).toContain('2. Look at the sign now, then wait. {1.02}');
});
