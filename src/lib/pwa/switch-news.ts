import { toOwnName } from '#lib/edition/base-path.ts';
import * as v from 'valibot';

const CHANNEL = toOwnName('handrail');

/** What tabs and worker tell each other. */
const Switched = v.object({ type: v.literal('switched'), version: v.number() });

/** Tells all pages and the worker, this one included, that another edition is on screen. */
export function announceSwitch(version: number): void {
	// absent in WebKit before 15.4: such a tab reads the new edition when it is looked at again
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage({ type: 'switched', version } satisfies v.InferOutput<typeof Switched>);
	channel.close();
}

/** Calls back when any tab or the worker has switched. Returns how to stop. */
export function onSwitch(callback: (version: number) => void): () => void {
	if (typeof BroadcastChannel === 'undefined') return () => undefined;
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		const message = v.safeParse(Switched, data);
		if (message.success) callback(message.output.version);
	};
	return () => channel.close();
}
