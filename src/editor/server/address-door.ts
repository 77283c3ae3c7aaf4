import * as v from 'valibot';
import type { Door } from './door.ts';
import type { Session } from './session.ts';

const Exchange = v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) });

/** For who works alone: the address that was printed opens it, once. */
export const addressDoor = (session: Session): Door => ({
	isAlone: true,
	open: {
		door: () => ({ body: { by: 'address' } }),
		session: (input) => {
			const sent = v.safeParse(Exchange, input);
			const cookie = sent.success ? session.exchange(sent.output.token) : undefined;
			if (cookie === undefined) return { status: 401, body: { problem: 'no-session' } };
			return { body: {}, cookie };
		}
	},
	admit: ({ cookies }) => (session.isOpen(cookies) ? 'alone' : undefined),
	visit: ({ headers }) => ({ cookies: headers.cookie, address: '' })
});
