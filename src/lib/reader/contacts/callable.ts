import type { CallItem, Guide } from '#lib/edition/article.ts';

type ContactItem = Extract<CallItem, { contact: unknown }>;

/** The first contact of a guide that has a phone number. */
export const callable = ({ call }: Guide): ContactItem | undefined =>
	call.items.find(
		(item): item is ContactItem =>
			'contact' in item && item.contact.showAs === 'call' && item.contact.phone !== null
	);
