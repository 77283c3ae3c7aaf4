import { loadMessages } from '#lib/messages/load-messages.ts';
import { library } from '#lib/reader/library.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	const [t, edition] = await Promise.all([loadMessages(lang), library().edition()]);
	return { lang, t, edition };
};
