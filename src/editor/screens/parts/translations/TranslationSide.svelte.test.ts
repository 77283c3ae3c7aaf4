import { expect, test } from 'vitest';
import { asking, EVERY_RIGHTS, renderAt } from '#tests/support/editor/desk.ts';
import type { TranslationView } from '../../../core/contract/translations.ts';
import { mayCall } from '../../../server/calls-of-roles.ts';
import { Desk } from '../../state/desk.svelte.ts';
import { OpenTranslation } from '../../state/open-translation.svelte.ts';
import TranslationSide from './TranslationSide.svelte';

const PATH = 'guides/bus-stop/ur.md';
const VIEW: TranslationView = {
	...{ path: PATH, englishPath: 'guides/bus-stop/en.md', title: 'The bus stops', lang: 'ur' },
	made: { method: 'draft', by: 'Tia', on: '2026-11-24' },
	lines: [],
	terms: [
		...[
			{
				slug: 'warrant',
				english: 'warrant',
				plain: 'A paper',
				own: '\u0648\u0627\u0631\u0646\u0679'
			}
		]
	].map((it) => ({ ...it, isChecked: true, lines: [] })),
	diagnostics: []
};

/** The side of a draft that nobody has checked. */
function aSide(rights?: (typeof EVERY_RIGHTS)[number], view = VIEW) {
	const desk = new Desk();
	if (rights) desk.member = { id: 'eva', ...rights, hasPasskey: true };
	const text = new OpenTranslation(PATH, desk);
	text.view = view;
	return renderAt(desk, TranslationSide, { text, line: undefined });
}

test.each(EVERY_RIGHTS)(
	'$roles, owner: $isOwner: who reads a draft may say so if the server takes it from them',
	(rights) => {
		const { queryAllByRole } = aSide(rights);
		const does = mayCall('set-checked', asking(rights.roles), { path: PATH });
		expect(queryAllByRole('button')).toHaveLength(does ? 1 : 0);
	}
);

test('what somebody has checked has no button for that, and no more has what nobody has begun', () => {
	const { made: _, ...unmade } = VIEW;
	expect(aSide(undefined, unmade).queryByRole('button')).toBeNull();
	const checked = { method: 'human', by: 'Tia', on: '2026-11-24', checkedBy: 'Ben' } as const;
	expect(aSide(undefined, { ...VIEW, made: checked }).queryByRole('button')).toBeNull();
});

test('a word of the glossary that is written from right to left stands so', () => {
	const word = aSide().getByText('\u0648\u0627\u0631\u0646\u0679');
	expect([word.lang, word.dir]).toEqual(['ur', 'auto']);
});
