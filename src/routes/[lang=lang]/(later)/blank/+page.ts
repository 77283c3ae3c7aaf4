import { loadMessages } from '#lib/messages/load-messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang } }) => ({
	lang,
	t: await loadMessages(lang)
});
