import { toOwnName } from '#lib/edition/base-path.ts';
import * as v from 'valibot';

const CHANNEL = toOwnName('handrail');

/** The messages between this app's tabs and its worker. */
const Switched = v.object({ type: v.literal('switched'), version: v.number() });
const Erased = v.object({ type: v.literal('erased'), isOver: v.boolean() });
type Message = v.InferOutput<typeof Switched> | v.InferOutput<typeof Erased>;

/** Tells all pages and the worker, this one included, that another edition is on screen. */
export function announceSwitch(version: number): void {
	tell({ type: 'switched', version });
}

/** Tells all pages to keep nothing any more; then, that everything is deleted. */
export function announceErased({ isOver }: { isOver: boolean }): void {
	tell({ type: 'erased', isOver });
}

function tell(message: Message): void {
	// absent in WebKit before 15.4: such a tab reads what is stored when it is looked at again
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage(message);
	channel.close();
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

function listen(take: (data: unknown) => void): () => void {
	if (typeof BroadcastChannel === 'undefined') return () => undefined;
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		take(data);
	};
	return () => channel.close();
}
