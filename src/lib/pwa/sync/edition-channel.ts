import { toOwnName } from '#lib/edition/address/base-path.ts';
import * as v from 'valibot';

const CHANNEL = toOwnName('handrail');

/** The messages between this app's tabs and its worker. */
const Switched = v.object({ type: v.literal('switched'), version: v.number() });
const Erased = v.object({ type: v.literal('erased'), isOver: v.boolean() });
const Full = v.object({ type: v.literal('full') });
type Message = v.InferOutput<typeof Switched | typeof Erased | typeof Full>;

/** Tells all pages and the worker, this one included, that another edition is on screen. */
export function announceSwitch(version: number): void {
	tell({ type: 'switched', version });
}

/** Tells all pages to keep nothing any more; then, that everything is deleted. */
export function announceErased({ isOver }: { isOver: boolean }): void {
	tell({ type: 'erased', isOver });
}

/** Tells all pages that the phone had no room for a file of the app's code. */
export function announceFull(): void {
	tell({ type: 'full' });
}

function tell(message: Message): void {
	const channel = openChannel();
	channel?.postMessage(message);
	channel?.close();
}

/**
 * `undefined` in WebKit before 15.4, and in a Firefox that lets no site store anything, which refuses one:
 * such a tab reads what is stored when it is looked at again.
 */
function openChannel(): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(CHANNEL);
	} catch {
		return undefined;
	}
}

/** Calls back when any tab or the worker has switched. Returns how to stop. */
export const onSwitch = (callback: (version: number) => void): (() => void) =>
	listen((data) => {
		const message = v.safeParse(Switched, data);
		if (message.success) callback(message.output.version);
	});

/** Calls back when any tab, this one included, begins to delete everything, and when that is done. */
export const onErased = (callback: (message: { isOver: boolean }) => void): (() => void) =>
	listen((data) => {
		const message = v.safeParse(Erased, data);
		if (message.success) callback(message.output);
	});

/** Calls back when the worker finds no room for the code. Returns how to stop. */
export const onFull = (callback: () => void): (() => void) =>
	listen((data) => {
		if (v.is(Full, data)) callback();
	});

function listen(take: (data: unknown) => void): () => void {
	const channel = openChannel();
	channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		take(data);
	});
	return () => channel?.close();
}
