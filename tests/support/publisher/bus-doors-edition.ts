import type { Edit } from './content-folder.ts';

/** The first step of the school bus guide: today's words, and those of the next edition. */
export const STEP = 'Keep the doors closed.';
export const NEW_STEP = 'Keep every door closed.';

/** Edits for the next edition: another first step in the school bus guide, and a change note about it. */
export function aBusDoorsEdition(date: string, notify: 'none' | 'critical'): Edit[] {
	const slug = `${date}-bus-doors`;
	const note = `kind: change
slug: ${slug}
lang: en
date: ${date}
importance: major
articles: [school-bus]
audiences: [bus-crew]
what: The first step names every door.
why: Buses have a door at the back.
doNow: Check the back door, too.
before: The step named the doors.
sources: []
approvedBy: []
notify: ${notify}
`;
	const noted = (text: string): string => text.replace('changes: [', `changes: [${slug}, `);
	return [
		[`changes/${slug}/en.yaml`, () => note],
		['guides/school-bus/en.md', (text) => noted(text.replace(STEP, NEW_STEP))]
	];
}
