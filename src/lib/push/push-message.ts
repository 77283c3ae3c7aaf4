import * as v from 'valibot';
import { toOwnName } from '#lib/edition/address/base-path.ts';
import { Notice, NOTICE_BODIES, NOTICE_PATH, NOTICE_TITLE } from './notice.ts';

/** Every body is padded to this many bytes, so that its length tells nothing. */
export const MESSAGE_BYTES = 1024;

/**
 * Declarative Web Push (https://www.w3.org/TR/push-api/, WebKit's explainer): Safari 18.4 and later
 * shows it without a worker, the others hand it to the worker as data. One wrong type makes Safari
 * drop the whole message. `mutable` stands in both places, because Safari read it inside at first.
 */
export const PushMessage = v.object({
	web_push: v.literal(8030),
	mutable: v.literal(true),
	notification: v.strictObject({
		title: v.pipe(v.string(), v.nonEmpty()),
		body: v.string(),
		lang: v.string(),
		dir: v.picklist(['ltr', 'rtl', 'auto']),
		navigate: v.pipe(v.string(), v.url()),
		tag: v.pipe(v.string(), v.nonEmpty()),
		silent: v.literal(false),
		mutable: v.literal(true)
	}),
	...Notice.entries
});
export type PushMessage = v.InferOutput<typeof PushMessage>;

/** The body of a push, as text of `MESSAGE_BYTES` ASCII characters. `origin` is the app's public address, without a slash at its end. */
export function formatPushMessage(notice: Notice, origin: string): string {
	const { severity } = notice;
	const message: PushMessage = {
		web_push: 8030,
		mutable: true,
		notification: {
			title: NOTICE_TITLE,
			body: NOTICE_BODIES[severity],
			lang: 'en',
			dir: 'ltr',
			navigate: `${origin}${NOTICE_PATH}`,
			// of the app at that address: a host may have another one, with notices of its own
			tag: toOwnName(severity, new URL(origin).pathname.replace(/\/+$/, '')),
			silent: false,
			mutable: true
		},
		...notice
	};
	return JSON.stringify(v.parse(PushMessage, message)).padEnd(MESSAGE_BYTES, ' ');
}
