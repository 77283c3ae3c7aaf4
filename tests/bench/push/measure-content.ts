import { formatPushMessage, MESSAGE_BYTES } from '#lib/push/push-message.ts';
import { encryptMessage } from '#lib/server/web-push/encrypt-message.ts';
import { aPushPhone } from '#tests/support/push/push-phone.ts';
import type { PushBench } from './push-bench.ts';

/** How much of a push is ours, and whether its size tells anything. */
export const measureContent: PushBench = () => {
	const notice = { edition: 99_999, severity: 'critical', proof: `${'p'.repeat(85)}A` } as const;
	const phone = aPushPhone();
	const sizes = ([1, 57, 99_999] as const).flatMap((edition) =>
		(['routine', 'critical'] as const).map((severity) => {
			const text = formatPushMessage({ ...notice, edition, severity }, 'https://handrail.example');
			const body = encryptMessage(phone, Buffer.from(text));
			return body.ok ? body.value.length : 0;
		})
	);
	return Promise.resolve([
		{
			what: 'own content of a push',
			value: Buffer.byteLength(JSON.stringify(notice)),
			unit: 'bytes',
			must: { most: 200 }
		},
		{
			what: 'different sizes of encrypted bodies',
			value: new Set(sizes).size,
			unit: '',
			must: { most: 1 },
			details: { message: MESSAGE_BYTES, encrypted: sizes[0] ?? 0 }
		}
	]);
};
