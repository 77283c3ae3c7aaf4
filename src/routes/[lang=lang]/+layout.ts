import { loadMessages } from '#lib/messages/load-messages.ts';
import { library } from '#lib/reader/state/provided-library.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	const [t, edition, standIn] = await Promise.all([
		loadMessages(lang),
		library().edition(),
		library().standIn(lang)
	]);
	return { lang, t, edition, standIn };
};
